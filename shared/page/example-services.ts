/** The services and counters of the sample office, for the examples that the staff pages are tried with. */
export const EXAMPLE_SERVICES = [
  { id: 'dat-dai', prefix: 'A', short: 'Đất đai' },
  { id: 'the-chap', prefix: 'T', short: 'Đăng ký thế chấp' },
  { id: 'can-cuoc', prefix: 'C', short: 'Căn cước' },
  { id: 'ho-tich', prefix: 'H', short: 'Hộ tịch' },
  { id: 'chung-thuc', prefix: 'S', short: 'Chứng thực' },
  { id: 'bhxh', prefix: 'B', short: 'BHXH – BHYT' },
  { id: 'ld-tbxh', prefix: 'L', short: 'Lao động – Xã hội' },
  { id: 'kinh-doanh', prefix: 'K', short: 'Hộ kinh doanh' },
  { id: 'xay-dung', prefix: 'X', short: 'Xây dựng' },
  { id: 'moi-truong', prefix: 'M', short: 'Môi trường' },
  { id: 'giao-duc', prefix: 'E', short: 'Giáo dục' },
  { id: 'van-hoa', prefix: 'V', short: 'Văn hóa' },
  { id: 'nong-nghiep', prefix: 'N', short: 'Nông nghiệp' },
  { id: 'thue-phi', prefix: 'P', short: 'Thuế – Phí' },
  { id: 'tra-ket-qua', prefix: 'R', short: 'Nhận kết quả' },
  { id: 'huong-dan', prefix: 'U', short: 'Hướng dẫn' },
] as const;

type ExampleService = (typeof EXAMPLE_SERVICES)[number]['id'];

export const EXAMPLE_COUNTERS: readonly {
  id: number;
  own: readonly ExampleService[];
  helps: readonly ExampleService[];
}[] = [
  { id: 1, own: ['dat-dai'], helps: ['the-chap'] },
  { id: 2, own: ['dat-dai'], helps: ['the-chap'] },
  { id: 3, own: ['dat-dai'], helps: ['the-chap'] },
  { id: 4, own: ['the-chap'], helps: ['dat-dai'] },
  { id: 5, own: ['can-cuoc'], helps: [] },
  { id: 6, own: ['can-cuoc'], helps: [] },
  { id: 7, own: ['ho-tich'], helps: ['chung-thuc'] },
  { id: 8, own: ['chung-thuc'], helps: ['ho-tich'] },
  { id: 9, own: ['bhxh'], helps: ['ld-tbxh'] },
  { id: 10, own: ['ld-tbxh'], helps: ['bhxh'] },
  { id: 11, own: ['kinh-doanh', 'xay-dung', 'moi-truong'], helps: ['giao-duc', 'van-hoa', 'nong-nghiep', 'thue-phi'] },
  { id: 12, own: ['giao-duc', 'van-hoa', 'nong-nghiep', 'thue-phi'], helps: ['ho-tich', 'chung-thuc', 'kinh-doanh'] },
  { id: 13, own: ['tra-ket-qua'], helps: ['huong-dan'] },
  { id: 14, own: ['huong-dan'], helps: ['tra-ket-qua'] },
];

/** The short name of one of them. */
export function exampleName(id: ExampleService): string {
  return EXAMPLE_SERVICES.find((service) => service.id === id)?.short ?? id;
}
