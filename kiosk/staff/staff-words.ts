import type { StaffWay } from '#kiosk/bridge.ts';
import type { Bilingual } from '#shared/contract/bilingual.ts';

// Both languages at once: nobody chooses one on his way out.
export const staffWords = {
  title: { vi: 'Dành cho nhân viên', en: 'For the staff' },
  about: { vi: 'Nhập mã PIN 6 số của máy này.', en: 'This machine’s PIN of six digits.' },
  wrong: { vi: 'Mã PIN không đúng.', en: 'Not the right PIN.' },
  noPin: {
    vi: 'Máy này chưa đặt mã PIN. Đặt ở trang cài đặt: mở ứng dụng với --setup.',
    en: 'This machine has no PIN yet. Set one on its setup page: start the app with --setup.',
  },
  right: { vi: 'Chọn việc cần làm.', en: 'What shall it do?' },
} satisfies Record<string, Bilingual>;

/** Nobody looks at a PIN for so long. */
export function waitWords(ms: number): Bilingual {
  const minutes = Math.ceil(ms / 60_000);
  return {
    vi: `Sai quá nhiều lần. Thử lại sau ${minutes} phút.`,
    en: `Too many wrong tries. Again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  };
}

export const wayWords: Record<StaffWay, Bilingual> = {
  back: { vi: 'Quay lại', en: 'Back' },
  setup: { vi: 'Cài đặt máy này', en: 'Set this machine up' },
  restart: { vi: 'Khởi động lại ứng dụng', en: 'Restart the app' },
  quit: { vi: 'Thoát ứng dụng', en: 'Leave the app' },
};
