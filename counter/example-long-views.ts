import type { CounterView } from '#shared/contract/views.ts';
import { EXAMPLE_VIEWS, exampleTicket } from './example-views.ts';

const { called, serving } = EXAMPLE_VIEWS;
/** As long as the settings and the contract let them be. */
const LONG = 'Cấp đổi giấy chứng nhận';
const NOTE =
  'Còn thiếu chữ ký của hai người thừa kế ở Châu Phú, hẹn bổ sung trước 15 giờ. Nhờ đối chiếu lại trích lục với sổ gốc nhé.';

/** What strains the page: names and notes as long as they can be, more people than it shows, everything at once. */
export const LONG_VIEWS = {
  longNames: {
    ...serving,
    services: serving.services.map((service) => ({ ...service, short: LONG })),
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
