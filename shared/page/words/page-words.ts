import { createWords } from './language.ts';

/** Words that more than one page of the staff needs. */
export const pageWords = createWords({
  vi: {
    connecting: 'Đang kết nối với máy chủ…',
    offline: 'Mất kết nối với máy chủ',
    offlineSince: (time: string) => `Đang tự kết nối lại. Thông tin lúc ${time} có thể đã cũ.`,
    oldPage: 'Trang đã cũ',
    oldPageAdvice: 'Vui lòng tải lại trang.',
    reload: 'Tải lại',
    sending: 'đang gửi…',
    cancel: 'Hủy',
    otherLanguage: 'English',
    light: { system: 'Nền: theo máy', day: 'Nền: sáng', night: 'Nền: tối' },
  },
  en: {
    connecting: 'Connecting to the server…',
    offline: 'No connection to the server',
    offlineSince: (time: string) => `Reconnecting by itself. What stands here is of ${time} and may be old.`,
    oldPage: 'This page is out of date',
    oldPageAdvice: 'Please reload it.',
    reload: 'Reload',
    sending: 'sending…',
    cancel: 'Cancel',
    otherLanguage: 'Tiếng Việt',
    light: { system: 'Theme: system', day: 'Theme: light', night: 'Theme: dark' },
  },
});
