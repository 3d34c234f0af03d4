import type { ShownRoom } from '#kiosk/main/windows/page-of.ts';
import { type CalmWords, calmPage } from './calm-page.ts';

const ONE_MOMENT = { vi: 'Xin chờ một chút…', en: 'One moment, please.' };

// Whoever reads it cannot mend it: nothing of servers and networks but in the small line.
const ADVICE: Record<ShownRoom, NonNullable<CalmWords['advice']>> = {
  kiosk: {
    vi: 'Máy đang kết nối lại và sẽ tự mở.\nCần gấp, xin hỏi quầy hướng dẫn.',
    en: 'This machine is reconnecting and will open by itself.\nIf it is urgent, please ask at the help desk.',
  },
  tv: {
    vi: 'Màn hình đang kết nối lại và sẽ tự trở lại.\nXin chú ý nghe nhân viên gọi số.',
    en: 'This screen is reconnecting and will be back by itself.\nPlease listen for the staff to call your number.',
  },
  counter: {
    vi: 'Đang kết nối lại. Trang gọi số sẽ tự mở.',
    en: 'Reconnecting. The page opens by itself.',
  },
};

/** Stands while the server cannot be reached. */
export function waitingPage(room: ShownRoom, server: string): string {
  return calmPage({
    says: ONE_MOMENT,
    advice: ADVICE[room],
    note: `Đang chờ máy chủ / Waiting for the server: ${server}`,
  });
}

/** Stands while the app is about to start itself anew. */
export function restingPage(room: ShownRoom): string {
  return calmPage({
    says: ONE_MOMENT,
    advice: ADVICE[room],
    note: 'Máy gặp sự cố nhiều lần, đang tự khởi động lại. / Trouble came back several times; the app is about to start anew.',
  });
}
