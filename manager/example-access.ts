import type { AccessView } from '#shared/contract/access-views.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import { EXAMPLE_AT } from './example-hall.ts';

const BUSY: AccessView = {
  at: EXAMPLE_AT,
  knocking: [
    {
      code: 'MNGH8MQM',
      address: '192.168.1.37',
      wants: 'counter',
      counter: 12,
      zone: null,
      since: EXAMPLE_AT - 2 * MINUTE,
    },
    {
      code: 'ABCD3456',
      address: '192.168.100.152',
      wants: 'display',
      counter: null,
      zone: null,
      since: EXAMPLE_AT - MINUTE,
    },
  ],
  devices: [
    { id: 'device-0001', name: 'Máy lấy số', role: 'kiosk', counter: null, zone: null, pairedAt: 1, isConnected: true },
    { id: 'device-0002', name: 'Quầy 3', role: 'counter', counter: 3, zone: null, pairedAt: 1, isConnected: true },
    {
      id: 'device-0003',
      // As long as a name may be.
      name: 'Màn hình gọi số tầng hai, phía cầu thang',
      role: 'display',
      counter: null,
      zone: null,
      pairedAt: 1,
      isConnected: false,
    },
  ],
  clerks: [
    { id: 'clerk-0001', name: 'Nguyễn Thị Ánh Nguyệt', counter: null },
    { id: 'clerk-0002', name: 'Trần Văn Đức', counter: 3 },
    { id: 'clerk-0003', name: 'Công Tằng Tôn Nữ Hoàng Thị Phương Uyên', counter: 12 },
  ],
  counters: Array.from({ length: 14 }, (_, index) => index + 1),
  zones: [
    { id: 'tang-1', name: { vi: 'Tầng 1', en: 'Ground floor' } },
    { id: 'tang-2', name: { vi: 'Tầng 2', en: 'First floor' } },
  ],
  addresses: ['https://192.168.1.10:8443/', 'https://may-chu-mot-cua.phuong-tan-chau.local:8443/'],
  fingerprint: Array.from({ length: 32 }, (_, index) => (index * 7).toString(16).padStart(2, '0')).join(':'),
};

/** Who may come in: on a busy morning, and in a new house. */
export const EXAMPLE_ACCESS = {
  busy: BUSY,
  quiet: { ...BUSY, knocking: [] },
  empty: { ...BUSY, knocking: [], devices: [], clerks: [], addresses: [], fingerprint: null },
} as const satisfies Record<string, AccessView>;
