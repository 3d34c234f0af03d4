import type { DoorView } from '#shared/contract/access-views.ts';

/** A Monday morning, 07:05 on the office's wall. */
export const EXAMPLE_AT = Date.UTC(2026, 10, 23, 0, 5);

const NAMES = [
  'Nguyễn Thị Ánh Nguyệt',
  'Trần Văn Đức',
  'Lê Hoàng Phương Uyên',
  'Phạm Minh Khôi',
  'Huỳnh Thị Mỹ Duyên',
  'Châu Sóc Kha',
  'Mohamach Sariyah',
  'Đặng Quốc Ấn',
  'Võ Thị Thùy Trang',
  'Bùi Đình Trọng',
  'Ngô Thanh Tuyền',
  'Dương Ngọc Hân',
  'Lý Thị Bích Trâm',
  'Phan Công Danh',
];
export const EXAMPLE_CLERKS = NAMES.map((name, index) => ({
  id: `clerk-00${String(index + 1).padStart(2, '0')}`,
  name,
}));

const WAITING: DoorView = {
  at: EXAMPLE_AT,
  office: {
    vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu',
    en: 'Tân Châu one-stop office (reception and return of results)',
  },
  timeZone: 'Asia/Ho_Chi_Minh',
  needs: 'pairing',
  // The widest letters that a code can have.
  code: 'MNGH8MQM',
  clerks: [],
  counter: null,
};

/** What can stand before a page. */
export const EXAMPLE_DOORS = {
  pairing: WAITING,
  pairingCounter: { ...WAITING, counter: 12 },
  newPassword: { ...WAITING, needs: 'new-password', code: null },
  password: { ...WAITING, needs: 'password', code: null },
  fewClerks: { ...WAITING, needs: 'clerk', code: null, clerks: EXAMPLE_CLERKS.slice(0, 5), counter: 3 },
  manyClerks: { ...WAITING, needs: 'clerk', code: null, clerks: EXAMPLE_CLERKS, counter: 3 },
  noClerks: { ...WAITING, needs: 'clerk', code: null, counter: 3 },
} as const satisfies Record<string, DoorView>;
