import type { SlipContent } from './slip.ts';

/** For tests and for looking at: the slip of an ordinary morning. */
export function sampleSlip(change: Partial<SlipContent> = {}): SlipContent {
  return {
    office: 'Trung tâm Phục vụ hành chính công phường Tân Châu',
    number: 'A001',
    service: 'Đất đai',
    area: null,
    counters: [1, 2, 3],
    ahead: 4,
    issuedAtText: '07:05 23/11/2026',
    session: 'Sáng',
    code: 'A001-231126',
    footer: 'Vui lòng giữ phiếu và chờ gọi số.',
    follow: null,
    isReprint: false,
    ...change,
  };
}

/** As long as an address in a local network gets. */
export const SAMPLE_FOLLOW = 'http://192.168.100.100:8080/t/kJ3xW0q_Zt5Yb7-NfRu2Lw';

/** The names of the services of a real ward, the longest included. */
export const SAMPLE_SERVICES = [
  'Đất đai',
  'Đăng ký thế chấp quyền sử dụng đất',
  'Căn cước',
  'Tư pháp – Hộ tịch',
  'Chứng thực (sao y, chữ ký, hợp đồng)',
  'Bảo hiểm xã hội – Bảo hiểm y tế',
  'Lao động – Người có công – Xã hội',
  'Đăng ký hộ kinh doanh',
  'Xây dựng – Quản lý đô thị',
  'Tài nguyên – Môi trường',
  'Giáo dục – Đào tạo',
  'Văn hóa – Thể thao – Thông tin',
  'Nông nghiệp – Công thương',
  'Thuế – Phí, lệ phí',
  'Nhận kết quả (có giấy hẹn)',
  'Tôi không biết chọn mục nào – Hướng dẫn',
];

const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const LOWER = [...[...'aăâeêioôơuưy'].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'];
/** The 146 letters by which Vietnamese differs from plain Latin, and the vowels they are built on; small ones first. */
export const VIETNAMESE_LETTERS: readonly string[] = [...LOWER, ...LOWER.map((letter) => letter.toUpperCase())];

/** Every text as long as the settings take it. */
export const LONGEST_SLIP: SlipContent = sampleSlip({
  office:
    'Trung tâm Phục vụ hành chính công và Tiếp nhận, trả kết quả hồ sơ trực tuyến phường Hoà Thuận Đông – Mỹ Phước, An Giang',
  number: 'M888',
  service: 'Đăng ký biến động quyền sử dụng đất, quyền sở hữu nhà ở và tài sản gắn liền đất',
  area: 'Khu A, tầng trệt, dãy 12',
  counters: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  ahead: 1234,
  code: 'M888-231126',
  footer: 'Quá 3 lượt gọi phải lấy số mới. Vui lòng giữ phiếu và chờ gọi',
  follow: SAMPLE_FOLLOW,
  isReprint: true,
});
