import type { KioskService, KioskView } from '#shared/contract/kiosk-views.ts';

/** For tests: the picture of a hall with fourteen services and two lanes on a Monday morning. */
export function sampleView(changes: Partial<KioskView> = {}): KioskView {
  return {
    at: Date.UTC(2026, 10, 23, 1, 42),
    office: {
      vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu',
      en: 'Tân Châu one-stop office (reception and return of results)',
    },
    timeZone: 'Asia/Ho_Chi_Minh',
    open: true,
    nextFrom: null,
    services: SERVICES,
    priorityGroups: {
      vi: 'Người từ đủ 75 tuổi, người khuyết tật nặng, phụ nữ có thai, người có công, trẻ em dưới 6 tuổi và người đi cùng',
      en: 'People aged 75 or over, with severe disabilities, pregnant women, veterans, children under 6 and their companions',
    },
    servicesPerTicket: 3,
    outOfService: false,
    printer: 'ready',
    slips: [],
    ...changes,
  };
}

// id | prefix | name | short | English | icon | hint (none: a lane) | ahead regular/priority | counters
const TABLE = `
dat-dai | A | Đất đai | Đất đai | Land registration | land | Sổ đỏ, sang tên, tách thửa, chuyển mục đích | 23/4 | 1,2,3
the-chap | T | Đăng ký thế chấp quyền sử dụng đất | Đăng ký thế chấp | Mortgage (security interest) registration | mortgage | Thế chấp, xóa thế chấp vay ngân hàng | 11/2 | 4
can-cuoc | C | Căn cước | Căn cước | Citizen identity card | idcard | Làm, đổi thẻ căn cước; định danh điện tử | 8/3 | 5,6
ho-tich | H | Tư pháp – Hộ tịch | Hộ tịch | Civil status | family | Khai sinh, kết hôn, khai tử, trích lục | 6/1 | 7
chung-thuc | S | Chứng thực (sao y, chữ ký, hợp đồng) | Chứng thực | Certification of copies and signatures | stamp | Sao y bản chính, chữ ký, hợp đồng | 4/0 | 8
bhxh | B | Bảo hiểm xã hội – Bảo hiểm y tế | BHXH – BHYT | Social and health insurance | insurance | Thẻ BHYT, sổ BHXH, trợ cấp | 3/1 | 9
ld-tbxh | L | Lao động – Người có công – Xã hội | Lao động – Xã hội | Labour, veterans and social affairs | care | Trợ cấp, người cao tuổi, người có công | 2/1 | 10
kinh-doanh | K | Đăng ký hộ kinh doanh | Hộ kinh doanh | Household business registration | shop | Đăng ký, thay đổi, tạm ngừng kinh doanh | 1/0 | 11
xay-dung | X | Xây dựng – Quản lý đô thị | Xây dựng | Construction and urban management | build | Giấy phép xây dựng, sửa nhà | 2/0 | 11
moi-truong | M | Tài nguyên – Môi trường | Môi trường | Natural resources and environment | leaf | Đăng ký môi trường, khoáng sản, nước | 0/0 | 11
giao-duc | E | Giáo dục – Đào tạo | Giáo dục | Education and training | school | Chuyển trường, bản sao văn bằng | 0/0 | 12
van-hoa | V | Văn hóa – Thể thao – Thông tin | Văn hóa | Culture, sport and information | culture | Karaoke, lễ hội, gia đình văn hóa | 0/0 | 12
nong-nghiep | N | Nông nghiệp – Công thương | Nông nghiệp | Agriculture, industry and trade | rice | Chăn nuôi, thủy lợi, rượu, thuốc lá, gas | 1/0 | 12
thue-phi | P | Thuế – Phí, lệ phí | Thuế – Phí | Tax, fees and charges | money | Nộp thuế, phí, lệ phí hồ sơ | 2/1 | 12
tra-ket-qua | R | Nhận kết quả (có giấy hẹn) | Nhận kết quả | Collect a result (with appointment slip) | collect | | 5/0 | 13
huong-dan | U | Tôi không biết chọn mục nào – Hướng dẫn | Hướng dẫn | I don't know – help desk | help | | 0/0 | 14
`;

/** For tests: as many services as a kiosk must hold, twenty-two and the two lanes. */
export function manyServices(): KioskService[] {
  const [services, lanes] = [SERVICES.slice(0, -2), SERVICES.slice(-2)];
  const further = FURTHER.trim().split('\n').map(serviceOf);
  return [...services, ...further, ...lanes];
}

// What a ward of another province has beside these.
const FURTHER = `
dan-toc | F | Dân tộc – Tôn giáo | Dân tộc – Tôn giáo | Ethnic and religious affairs | culture | Sinh hoạt tôn giáo, chính sách dân tộc | 0/0 | 15
y-te | W | Y tế – An toàn thực phẩm | Y tế | Health and food safety | insurance | Giấy xác nhận, an toàn thực phẩm | 3/1 | 15
quan-su | Q | Nghĩa vụ quân sự | Nghĩa vụ quân sự | Military service | idcard | Đăng ký, tạm hoãn, xác nhận | 1/0 | 16
khieu-nai | J | Tiếp công dân – Khiếu nại, tố cáo | Tiếp công dân | Complaints and denunciations | help | Đơn thư, khiếu nại, tố cáo | 2/0 | 16
cu-tru | Y | Cư trú – Tạm trú, tạm vắng | Cư trú | Residence | family | Thường trú, tạm trú, tạm vắng | 14/2 | 17
giao-thong | Z | Giao thông – Vận tải | Giao thông | Traffic and transport | build | Đăng ký xe, giấy phép vận tải | 5/0 | 17
tu-phap-quoc-te | D | Yếu tố nước ngoài – Hợp pháp hóa lãnh sự | Yếu tố nước ngoài | Foreign elements and legalisation | stamp | Kết hôn, hộ tịch có yếu tố nước ngoài | 0/0 | 18
dien-nuoc | G | Điện – Nước – Viễn thông | Điện – Nước | Electricity, water and telephone | leaf | Lắp mới, sang tên, cắt tạm | 1/0 | 18
`;

const SERVICES = TABLE.trim().split('\n').map(serviceOf);

function serviceOf(row: string): KioskService {
  const cells = row.split('|').map((cell) => cell.trim());
  const [id = '', prefix = '', vi = '', short = '', en = '', icon = '', hint = '', ahead = '', counters = ''] = cells;
  const [regular = 0, priority = 0] = ahead.split('/').map(Number);
  return {
    id,
    kind: hint === '' ? 'lane' : 'service',
    prefix,
    name: { vi, en },
    short,
    hint: hint === '' ? null : hint,
    icon,
    ahead: { regular, priority },
    counters: counters.split(',').map(Number),
  };
}
