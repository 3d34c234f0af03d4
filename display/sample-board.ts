import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { USUAL_VOICE } from '#shared/domain/voice-choice.ts';

const SERVICES: readonly [id: string, prefix: string, short: string, waiting: number][] = [
  ['dat-dai', 'A', 'Đất đai', 27],
  ['the-chap', 'T', 'Đăng ký thế chấp', 114],
  ['can-cuoc', 'C', 'Căn cước', 11],
  ['ho-tich', 'H', 'Hộ tịch', 7],
  ['chung-thuc', 'S', 'Chứng thực', 4],
  ['bhxh', 'B', 'BHXH – BHYT', 108],
  ['ld-tbxh', 'L', 'Lao động – Xã hội', 3],
  ['kinh-doanh', 'K', 'Hộ kinh doanh', 1],
  ['xay-dung', 'X', 'Xây dựng', 2],
  ['moi-truong', 'M', 'Môi trường', 0],
  ['giao-duc', 'E', 'Giáo dục', 0],
  ['van-hoa', 'V', 'Văn hóa', 0],
  ['nong-nghiep', 'N', 'Nông nghiệp', 1],
  ['thue-phi', 'P', 'Thuế – Phí', 5],
  ['nhan-ket-qua', 'R', 'Nhận kết quả', 36],
  ['huong-dan', 'U', 'Hướng dẫn', 0],
];

/** On the stage each page takes this for its own name, and so speaks. */
export const WHOEVER_LOOKS = 'whoever looks';

/** For tests: the board of the sample office at a moment, with these calls, newest first. */
export function sampleBoard(at: number, calls: readonly BoardCall[] = []): BoardView {
  return {
    at,
    office: { vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu', en: 'Tân Châu one-stop office' },
    timeZone: 'Asia/Ho_Chi_Minh',
    zone: null,
    voice: { speaker: WHOEVER_LOOKS, speaking: null, begun: [] },
    calls,
    waiting: SERVICES.map(([service, prefix, short, waiting]) => ({ service, prefix, short, waiting })),
    infoLine: 'Ai đến trước phục vụ trước, theo từng lĩnh vực. Cần giúp đỡ, mời ông/bà đến quầy Hướng dẫn.',
    announcement: 'Xin mời công dân có số {number} đến quầy số {counter}',
    announcementEnglish: 'Ticket {number}, please go to counter {counter}',
    sound: USUAL_VOICE,
    recorded: null,
    information: [],
    screen: null,
  };
}

/** For tests: every name as long as the settings allow. */
export function longNames(): Partial<BoardView> {
  const waiting = sampleBoard(0).waiting.map((line, index) => ({ ...line, short: LONG_SHORTS[index % 4] ?? '' }));
  const vi =
    'Trung tâm Phục vụ hành chính công liên xã, phường và đặc khu khu vực Thoại Sơn – Vĩnh Thạnh Trung – Bình Thạnh Đông mở rộng';
  const infoLine =
    'Ai đến trước phục vụ trước, theo từng lĩnh vực; người cao tuổi, khuyết tật, phụ nữ mang thai được ưu tiên. Cần giúp đỡ, mời ông/bà đến quầy Hướng dẫn ở cửa chính.';
  return { office: { vi: vi.slice(0, 120), en: vi.slice(0, 120) }, infoLine: infoLine.slice(0, 160), waiting };
}

/** Twenty-four letters each. */
const LONG_SHORTS = [
  'Lao động – Thương binh X',
  'Đăng ký biện pháp bảo đả',
  'Giải quyết khiếu nại tốc',
  'Nông nghiệp – Môi trường',
];

/** For tests: one call. */
export function sampleCall(callSeq: number, number: string, counter: number, calledAt: number): BoardCall {
  return { callSeq, ticket: `ticket-${number}`, number, counter, calledAt };
}

/** For tests: so many calls, newest first; the widest letters and counters among them. */
export function sampleCalls(count: number, calledAt: number): BoardCall[] {
  return Array.from({ length: count }, (_, index) => {
    const callSeq = 100 + count - index;
    const prefix = 'WMACHRSBTLKXUVNP'[index % 16];
    return sampleCall(callSeq, `${prefix}${String(callSeq).padStart(3, '0')}`, index === 1 ? 128 : index + 1, calledAt);
  });
}
