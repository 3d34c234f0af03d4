import type { DeviceRole } from '#shared/contract/roles.ts';
import { createWords } from '#shared/page/words/language.ts';

const ROOM_VI: Record<DeviceRole, string> = {
  kiosk: 'Máy lấy số',
  display: 'Màn hình gọi số',
  counter: 'Máy tại quầy',
  manager: 'Trang quản lý',
};
const ROOM_EN: Record<DeviceRole, string> = {
  kiosk: 'Kiosk',
  display: 'Lobby display',
  counter: 'Counter',
  manager: 'Manager’s page',
};

/** What a page says before it is let in. */
export const doorWords = createWords({
  vi: {
    room: ROOM_VI,
    counter: (id: number) => `Quầy ${id}`,
    pairingTitle: 'Kết nối máy này',
    readOut: 'Đọc mã này cho người quản lý để kết nối máy này',
    thisMachine: 'Máy này:',
    waiting: 'Đang chờ người quản lý. Máy sẽ tự vào khi được kết nối.',
    reconnecting: 'Mất kết nối với máy chủ. Đang tự kết nối lại.',

    newPasswordTitle: 'Đặt mật khẩu quản lý',
    newPasswordAbout: 'Trang quản lý mở lần đầu. Mật khẩu đặt ở đây sẽ mở trang này từ nay về sau.',
    newPassword: 'Mật khẩu mới',
    again: 'Nhập lại mật khẩu',
    hint: 'Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
    notReadable:
      'Máy chủ chỉ giữ dấu vết mã hóa, không ai đọc lại được mật khẩu. Nếu quên, cách đặt lại có trong sách hướng dẫn.',
    different: 'Hai lần nhập chưa giống nhau.',
    save: 'Đặt mật khẩu',

    passwordTitle: 'Đăng nhập quản lý',
    password: 'Mật khẩu',
    show: 'Hiện mật khẩu',
    forgotten: 'Quên mật khẩu? Cách đặt lại có trong sách hướng dẫn.',
    signIn: 'Đăng nhập',
    signingIn: 'Đang đăng nhập…',

    clerkTitle: 'Chọn tên của bạn',
    search: 'Tìm tên (gõ không dấu)',
    names: 'Cán bộ',
    noName: 'Không có tên nào khớp.',
    nobody: 'Chưa có tên nào trong danh sách. Người quản lý thêm tên ở trang Quản lý.',
    notMe: 'Chọn tên khác',
    pinTitle: 'Nhập mã PIN',
    pin: 'Mã PIN 6 số',
    clear: 'Xóa hết',
    erase: 'Xóa số cuối',
    pad: 'Bàn phím số',
    takeOverTitle: 'Tài khoản đang mở ở quầy khác. Chuyển về quầy này?',
    takeOverAbout: 'Ở quầy kia sẽ được đăng xuất.',
    takeOver: 'Chuyển về quầy này',
  },
  en: {
    room: ROOM_EN,
    counter: (id: number) => `Counter ${id}`,
    pairingTitle: 'Connect this machine',
    readOut: 'Read this code out to the manager to connect this machine',
    thisMachine: 'This machine:',
    waiting: 'Waiting for the manager. The page comes in by itself.',
    reconnecting: 'No connection to the server. Reconnecting by itself.',

    newPasswordTitle: 'Set the manager’s password',
    newPasswordAbout: 'This page is opened for the first time. The password set here opens it from now on.',
    newPassword: 'New password',
    again: 'The password again',
    hint: 'At least 10 characters. A short sentence that you remember is best.',
    notReadable:
      'Only a hash of it is kept; nobody can read the password out. If it is forgotten, the manual says how to reset it.',
    different: 'The two are not the same yet.',
    save: 'Set the password',

    passwordTitle: 'Manager’s sign-in',
    password: 'Password',
    show: 'Show the password',
    forgotten: 'Forgotten? The manual says how to reset it.',
    signIn: 'Sign in',
    signingIn: 'Signing in…',

    clerkTitle: 'Choose your name',
    search: 'Find a name',
    names: 'Clerks',
    noName: 'No name matches.',
    nobody: 'There are no names yet. The manager adds them on the manager’s page.',
    notMe: 'Another name',
    pinTitle: 'Enter your PIN',
    pin: 'PIN, 6 digits',
    clear: 'Clear',
    erase: 'Erase the last digit',
    pad: 'Number pad',
    takeOverTitle: 'You are signed in at another counter. Move to this one?',
    takeOverAbout: 'The other counter will be signed out.',
    takeOver: 'Move to this counter',
  },
});
