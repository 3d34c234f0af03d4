import type { CounterView } from '#shared/contract/views.ts';
import { EXAMPLE_VIEWS, exampleTicket } from './example-views.ts';

const { called, serving } = EXAMPLE_VIEWS;
const LONG = 'Cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở';
const NOTE =
  'Khách đã nộp bản sao, còn thiếu chữ ký của hai người thừa kế ở Châu Phú; đã hẹn bổ sung trước 15 giờ. Nhờ anh chị đối chiếu lại trích lục bản đồ địa chính với sổ gốc trước khi nhận.';

/** What strains the page: names as long as offices write them, more people than it shows, everything at once. */
export const LONG_VIEWS = {
  longNames: {
    ...serving,
    services: serving.services.map((service) => ({ ...service, short: `${LONG} (${service.short})` })),
    current: { ...serving.current, note: NOTE, priority: 'priority' },
  },
  longLine: {
    ...called,
    waiting: Array.from({ length: 200 }, (_, index) => ({
      ...exampleTicket(`A${index + 100}`, 200 - index),
      from: 'own' as const,
    })),
    waitingCount: 243,
  },
} as const satisfies Record<string, CounterView>;
