import type { Matter } from '#kiosk/main/find-hall/follow-hall.ts';
import { calmPage } from './calm-page.ts';

const SAYS = { vi: 'Chưa tới được máy chủ', en: 'The server cannot be reached yet' };

/** What the matter is, for whoever stands there, and what to do about it, for whoever looks after the machine. */
const WORDS: Record<Matter, { vi: string; en: string; note: (server: string) => string }> = {
  stranger: {
    vi: 'Ở địa chỉ của máy chủ đang có một máy khác, không phải của văn phòng này.\nMáy này không mở trang của máy đó. Cần gấp, xin hỏi nhân viên.',
    en: 'Another machine answers at the server’s address. It is not this office’s, and nothing of it is shown.\nIf it is urgent, please ask the staff.',
    note: (server) =>
      `${server}: khóa khác với khóa của văn phòng. Máy chủ thật trở lại thì trang tự mở; máy chủ mới thì cài đặt lại máy này. / Another key than the office’s. When the real server is back the page opens by itself; for a new server set this PC up again.`,
  },
  'other-name': {
    vi: 'Máy chủ của văn phòng chưa nhận địa chỉ này.\nTrang sẽ tự mở. Cần gấp, xin hỏi nhân viên.',
    en: 'The office’s server does not go by this address yet.\nThe page opens by itself; if it is urgent, please ask the staff.',
    note: (server) =>
      `${server} không có trong chứng thư của máy chủ. Hãy dùng địa chỉ ghi ở trang quản lý. / Not in the server’s certificate: use an address that stands on the manager’s page.`,
  },
  'out-of-date': {
    vi: 'Ngày giờ của máy này có vẻ sai.\nCần gấp, xin hỏi nhân viên.',
    en: 'The date of this machine seems to be wrong.\nIf it is urgent, please ask the staff.',
    note: (server) =>
      `${server}: theo đồng hồ của máy này, chứng thư chưa có hiệu lực hoặc đã hết hạn. Hãy chỉnh lại ngày giờ của máy. / By this PC’s clock the certificate is not yet, or no longer, good: set its date.`,
  },
};

/** Stands where somebody answers at the server's address whose page is not shown. Nothing on it comes from him. */
export function refusingPage(matter: Matter, server: string): string {
  const { vi, en, note } = WORDS[matter];
  return calmPage({ says: SAYS, advice: { vi, en }, note: note(server) });
}
