import type { NoHall } from '#kiosk/bridge.ts';
import type { Bilingual } from '#shared/contract/bilingual.ts';
import type { Role, Step } from './create-setup.ts';

export const titles: Record<Step, Bilingual> = {
  role: { vi: 'Máy này là gì?', en: 'What is this PC?' },
  hall: { vi: 'Máy chủ của sảnh ở đâu?', en: 'Where is the hall’s server?' },
  pin: { vi: 'Mã của nhân viên', en: 'The staff’s PIN' },
  ready: { vi: 'Đúng như vậy chứ?', en: 'Is this right?' },
};

export const roleWords: Record<Role, { name: Bilingual; about: Bilingual }> = {
  'all-in-one': {
    name: { vi: 'Tất cả trong một', en: 'All in one' },
    about: {
      vi: 'Máy chủ, máy lấy số, và màn hình sảnh trên màn hình thứ hai',
      en: 'The server, the kiosk, and the lobby display on the second monitor',
    },
  },
  kiosk: {
    name: { vi: 'Máy lấy số', en: 'Kiosk' },
    about: { vi: 'Công dân chạm để lấy số', en: 'Visitors touch it to take a number' },
  },
  tv: {
    name: { vi: 'Màn hình sảnh', en: 'Lobby TV' },
    about: { vi: 'Mọi người thấy và nghe số được gọi', en: 'Everyone sees and hears who is called' },
  },
  counter: {
    name: { vi: 'Quầy', en: 'Counter' },
    about: {
      vi: 'Cửa sổ nhỏ trên máy của cán bộ, gọi số bằng một phím',
      en: 'A small window on a clerk’s PC; one key calls the next',
    },
  },
};

export const noHallWords: Record<NoHall, Bilingual> = {
  'not-an-address': {
    vi: 'Đây không phải là địa chỉ. Ví dụ: 192.168.1.10',
    en: 'This is not an address. An example: 192.168.1.10',
  },
  'nobody-there': {
    vi: 'Không có máy nào trả lời ở địa chỉ này. Máy chủ đã bật chưa, có cùng mạng không?',
    en: 'Nothing answers at this address. Is the server on, and in the same network?',
  },
  'not-a-hall': { vi: 'Ở địa chỉ này không phải là máy chủ Lượt.', en: 'What answers there is not a server of Lượt.' },
  'another-authority': {
    vi: 'Máy chủ ở đó có khóa khác với mã vừa nhập. Không nối.',
    en: 'The server there has another key than was typed. It is not connected to.',
  },
  'other-name': {
    vi: 'Máy chủ ở đó không nhận tên hay địa chỉ này. Hãy dùng địa chỉ ghi trên trang Quản lý.',
    en: 'The server there does not go by this name or address. Use the one on the manager’s page.',
  },
  'wrong-clock': {
    vi: 'Đồng hồ của máy này hoặc của máy chủ bị sai. Hãy chỉnh giờ rồi thử lại.',
    en: 'The clock of this PC or of the server is wrong. Set it and try again.',
  },
};

export const hallWords = {
  heard: { vi: 'Tìm thấy trong mạng', en: 'Found in this network' },
  listening: { vi: 'Đang tìm… Máy chủ phải đang bật.', en: 'Looking… The server has to be on.' },
  typed: {
    vi: 'Hoặc nhập địa chỉ, hay quét mã ở trang Quản lý › Nối máy mới',
    en: 'Or type the address, or scan the code from the manager’s page, “Connect a machine”',
  },
  address: { vi: 'Địa chỉ máy chủ', en: 'The server’s address' },
  look: { vi: 'Tìm', en: 'Look' },
  looking: { vi: 'Đang tìm…', en: 'Looking…' },
  keys: { vi: 'Bàn phím', en: 'Keyboard' },
  keep: { vi: 'Giữ máy chủ đang dùng', en: 'Keep the present server' },
  isThisIt: { vi: 'Đây có phải là máy chủ của sảnh không?', en: 'Is this the hall’s server?' },
  compare: {
    vi: 'Mở trang Quản lý trên máy chủ, mục Nối máy mới, và so khóa của văn phòng. Phải giống hệt, từng nhóm một.',
    en: 'On the server open the manager’s page, Connect a new PC, and compare the office’s key. Every group has to be the same.',
  },
  same: { vi: 'Giống hệt, nối máy này', en: 'The same: connect' },
  connect: { vi: 'Nối máy này', en: 'Connect' },
  other: { vi: 'Không phải, quay lại', en: 'It is not, go back' },
  proved: { vi: 'Mã vừa nhập đúng với máy chủ này.', en: 'The code that was entered proves this server.' },
  onThisPc: { vi: 'Máy chủ trên chính máy này', en: 'The server on this very PC' },
} satisfies Record<string, Bilingual>;

export const pinWords = {
  about: {
    vi: 'Chọn 6 chữ số. Nhân viên cần mã này để thoát hoặc cài lại máy: chạm năm lần vào góc trên bên trái.',
    en: 'Choose 6 digits. The staff need them to leave or set up this PC: five taps in the upper left corner.',
  },
  again: { vi: 'Nhập lại một lần nữa', en: 'Once more, to be sure' },
  differs: { vi: 'Hai lần không giống nhau. Hãy chọn lại.', en: 'These were not the same. Choose again.' },
  easy: { vi: 'Mã này dễ đoán quá. Hãy chọn mã khác.', en: 'This one is guessed at once. Choose another.' },
  keep: { vi: 'Giữ mã đang dùng', en: 'Keep the present PIN' },
} satisfies Record<string, Bilingual>;

export const readyWords = {
  role: { vi: 'Máy này là', en: 'This PC is' },
  server: { vi: 'Máy chủ', en: 'The server' },
  autostart: { vi: 'Tự mở khi bật máy', en: 'Opens by itself when the PC is switched on' },
  start: { vi: 'Bắt đầu', en: 'Start' },
  fault: {
    vi: 'Còn thiếu câu trả lời. Hãy quay lại xem từng bước.',
    en: 'An answer is missing. Please go back step by step.',
  },
  oneMonitor: {
    vi: 'Máy này mới có một màn hình: màn hình sảnh hiện ra khi cắm màn hình thứ hai.',
    en: 'There is one monitor so far: the lobby display appears when a second one is plugged in.',
  },
} satisfies Record<string, Bilingual>;

export const wayWords = {
  back: { vi: 'Quay lại', en: 'Back' },
  cancel: { vi: 'Không đổi gì', en: 'Change nothing' },
} satisfies Record<string, Bilingual>;
