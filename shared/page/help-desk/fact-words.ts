import { createWords } from '#shared/page/words/language.ts';

const VI = {
  'ticket-issued': 'Cấp số',
  'ticket-called': 'Gọi',
  'ticket-recalled': 'Gọi lại',
  'service-started': 'Bắt đầu phục vụ',
  'service-finished': 'Xong một lĩnh vực, chờ lĩnh vực tiếp theo',
  'service-added': 'Thêm một lĩnh vực',
  'ticket-absent': 'Gọi đủ số lần, vắng mặt',
  'ticket-returned': 'Đã quay lại, trở về hàng chờ',
  'ticket-parked': 'Tạm gác',
  'ticket-resumed': 'Trở về hàng chờ',
  'ticket-transferred': 'Chuyển tiếp',
  'ticket-handed-on': 'Trở về hàng của lĩnh vực',
  'ticket-closed': 'Kết thúc',
  'call-undone': 'Hoàn tác',
  'slip-reprinted': 'In lại phiếu',
  'slip-printed': 'Phiếu đã in',
  'slip-refused': 'Phiếu không in được',
  'slip-unknown': 'Chưa rõ phiếu đã in hay chưa',
} as const;

const EN: Record<keyof typeof VI, string> = {
  'ticket-issued': 'Number given out',
  'ticket-called': 'Called',
  'ticket-recalled': 'Called again',
  'service-started': 'Service began',
  'service-finished': 'One service done, waits for the next',
  'service-added': 'A further service',
  'ticket-absent': 'Called often enough, did not come',
  'ticket-returned': 'Came back, in the line again',
  'ticket-parked': 'Set aside',
  'ticket-resumed': 'In the line again',
  'ticket-transferred': 'Sent on',
  'ticket-handed-on': 'Back in the line of its service',
  'ticket-closed': 'Over',
  'call-undone': 'Taken back',
  'slip-reprinted': 'Slip printed again',
  'slip-printed': 'Slip printed',
  'slip-refused': 'Slip not printed',
  'slip-unknown': 'Not known whether the slip came out',
};

/** What happened to a number, by the name of the fact. */
export const factWords = createWords<Record<keyof typeof VI, string>>({ vi: VI, en: EN });

export type ToldFact = keyof typeof VI;

/** Whether there are words for it: a server may tell more than this page knows. */
export function isToldFact(what: string): what is ToldFact {
  return Object.hasOwn(VI, what);
}
