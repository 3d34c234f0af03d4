import type { LookedUp } from '#shared/contract/look-up.ts';
import { createWords } from '#shared/page/words/language.ts';
import type { SlipNow } from './slip-now.ts';

type Ended = NonNullable<LookedUp['outcome']>;

const SLIP_VI: Record<SlipNow, string> = {
  printing: 'Đang in phiếu…',
  printed: 'Phiếu đã in.',
  refused: 'Phiếu không in được. Hãy ghi số này cho người dân.',
  unknown: 'Chưa rõ phiếu đã in hay chưa. Hãy xem ở máy in.',
  none: 'Chưa có máy in. Hãy ghi số này cho người dân.',
};
const SLIP_EN: Record<SlipNow, string> = {
  printing: 'The slip is being printed…',
  printed: 'The slip has been printed.',
  refused: 'The slip was not printed. Please write the number down for the visitor.',
  unknown: 'It is not known whether the slip came out. Please look at the printer.',
  none: 'There is no printer. Please write the number down for the visitor.',
};
const ENDED_VI: Record<Ended, string> = {
  served: 'Đã hoàn tất.',
  'no-show': 'Đã kết thúc: vắng mặt.',
  cancelled: 'Đã hủy.',
  expired: 'Đã hết hiệu lực khi kết thúc ngày.',
};
const ENDED_EN: Record<Ended, string> = {
  served: 'Served.',
  'no-show': 'Over: did not come.',
  cancelled: 'Cancelled.',
  expired: 'Expired at the end of the day.',
};

/** What stands at the help desk. */
export const helpDeskWords = createWords({
  vi: {
    find: 'Tra số',
    number: 'Số trên phiếu',
    numberHint: 'Ví dụ A012, a12 hoặc A 12.',
    notANumber: 'Ghi một chữ cái và số, ví dụ A012.',
    lookUp: 'Tra số',
    askedAt: (time: string) => `Tình trạng lúc ${time}`,
    askAgain: 'Xem lại',
    bound: (counter: number) => `Đang chờ riêng quầy ${counter}.`,
    waiting: 'Đang chờ.',
    ahead: (count: number) => (count === 0 ? 'Đứng đầu hàng.' : `Trước đó còn ${count} người.`),
    called: (counter: number) => `Đang được gọi đến quầy ${counter}.`,
    serving: (counter: number) => `Đang phục vụ tại quầy ${counter}.`,
    parked: (counter: number) => `Đang tạm gác tại quầy ${counter}.`,
    absent: 'Đã gọi nhưng vắng mặt.',
    over: 'Đã kết thúc.',
    ended: ENDED_VI,
    history: 'Diễn biến trong ngày',
    counter: (counter: number) => `quầy ${counter}`,

    reprint: 'In lại phiếu',
    noReprint: 'Không in lại được:',
    cancel: 'Hủy số',
    cancelTitle: (number: string) => `Hủy số ${number}?`,
    cancelReason: 'Lý do hủy',
    cancelReasons: ['Người dân đã về', 'Lấy nhầm lĩnh vực', 'Lấy thừa số'],
    cancelNoReason: 'Ghi lý do. Lý do được lưu trong sổ ngày.',
    cancelDo: (number: string) => `Hủy số ${number}`,
    back: 'Quay lại',

    issue: 'Cấp số thay người dân',
    service: 'Lĩnh vực',
    serviceHint: 'Gõ vài chữ rồi Enter để chọn; Enter lần nữa để cấp số.',
    noService: 'Không có lĩnh vực nào như vậy.',
    inLine: (count: number) => `${count} chờ`,
    pickService: 'Chọn ít nhất một lĩnh vực.',
    chosen: (services: string) => `Đã chọn: ${services}`,
    priority: 'Ưu tiên',
    english: 'Gọi thêm bằng tiếng Anh',
    issueDo: 'Cấp số',
    issued: 'Đã cấp số',
    slip: SLIP_VI,
  },
  en: {
    find: 'Look up a number',
    number: 'Number on the slip',
    numberHint: 'Such as A012, a12 or A 12.',
    notANumber: 'A letter and a number, such as A012.',
    lookUp: 'Look up',
    askedAt: (time: string) => `As it was at ${time}`,
    askAgain: 'Look again',
    bound: (counter: number) => `Waiting for counter ${counter}.`,
    waiting: 'Waiting.',
    ahead: (count: number) =>
      count === 0 ? 'First in the line.' : count === 1 ? '1 person is before it.' : `${count} people are before it.`,
    called: (counter: number) => `Being called to counter ${counter}.`,
    serving: (counter: number) => `Being served at counter ${counter}.`,
    parked: (counter: number) => `Set aside at counter ${counter}.`,
    absent: 'Was called and did not come.',
    over: 'Over.',
    ended: ENDED_EN,
    history: 'What happened today',
    counter: (counter: number) => `counter ${counter}`,

    reprint: 'Print again',
    noReprint: 'Cannot be printed again:',
    cancel: 'Cancel the number',
    cancelTitle: (number: string) => `Cancel ${number}?`,
    cancelReason: 'Reason',
    cancelReasons: ['The visitor has left', 'Wrong service', 'One number too many'],
    cancelNoReason: 'Give a reason. It is kept in the journal.',
    cancelDo: (number: string) => `Cancel ${number}`,
    back: 'Back',

    issue: 'Issue a number for somebody',
    service: 'Service',
    serviceHint: 'Type a few letters and Enter to choose; Enter again issues the number.',
    noService: 'There is no such service.',
    inLine: (count: number) => `${count} waiting`,
    pickService: 'Choose at least one service.',
    chosen: (services: string) => `Chosen: ${services}`,
    priority: 'Priority',
    english: 'Call in English, too',
    issueDo: 'Issue the number',
    issued: 'Number issued',
    slip: SLIP_EN,
  },
});
