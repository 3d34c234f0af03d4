import { minuteOfDay, momentOf } from '#shared/domain/business-day.ts';
import { USUAL_REASONS } from '#shared/domain/rating.ts';
import type { Rules, Setup } from '#shared/domain/setup.ts';

/** A Monday. */
export const MONDAY = '2026-11-23';
export const TUESDAY = '2026-11-24';

/** What the clock on the hall's wall shows, as ms UTC: `clock('07:14')`. */
export function clock(time: string, day = MONDAY): number {
  return momentOf(day, minuteOfDay(time), 'Asia/Ho_Chi_Minh');
}

const RULES: Rules = {
  priorityHeadStartMinutes: 30,
  callsBeforeAbsent: 3,
  recallPauseSeconds: 3,
  undoSeconds: 10,
  servicesPerTicket: 3,
  reprintsPerTicket: 2,
};

/** A small hall for tests: land A, civil B, cards C, and results R, at four counters; the hours of the sample office. */
export function aHall(rules: Partial<Rules> = {}): Setup {
  return {
    schema: 'luot-setup/1',
    office: { name: { vi: 'Văn phòng thử', en: 'Test office' }, timeZone: 'Asia/Ho_Chi_Minh' },
    services: [
      service('land', 'A', 'Đất đai'),
      service('civil', 'B', 'Hộ tịch'),
      service('cards', 'C', 'Căn cước'),
      service('results', 'R', 'Nhận kết quả'),
    ],
    counters: [
      { id: 1, own: ['land'], helps: ['civil'] },
      { id: 2, own: ['land'], helps: [] },
      { id: 3, own: ['civil'], helps: ['land', 'cards'] },
      { id: 4, own: ['cards', 'results'], helps: [] },
    ],
    sessions: [
      session('morning', '06:45', '07:00', '10:45', '11:00'),
      session('afternoon', '12:45', '13:00', '16:45', '17:00'),
    ],
    dayCloses: '17:30',
    rules: { ...RULES, ...rules },
    wording: {
      slipFooter: 'Vui lòng giữ phiếu.',
      infoLine: 'Ai đến trước phục vụ trước.',
      announcement: 'Xin mời số {number} đến quầy số {counter}',
      announcementEnglish: 'Ticket {number}, please go to counter {counter}',
      priorityGroups: { vi: 'Người cao tuổi', en: 'Elderly people' },
      outOfOrderReasons: ['Trường hợp khẩn'],
      ratingReasons: USUAL_REASONS,
      pauseReasons: ['Nghỉ giải lao'],
    },
    printer: { host: 'printer', port: 9100 },
    keepDays: 400,
  };
}

function service(id: string, prefix: string, short: string): Setup['services'][number] {
  const name = { vi: short, en: id };
  return { id, kind: 'service', prefix, name, short, hint: null, icon: 'land', meanServiceMinutes: 10 };
}

function session(
  name: 'morning' | 'afternoon',
  ticketsFrom: string,
  opens: string,
  ticketsUntil: string,
  closes: string,
): Setup['sessions'][number] {
  return { name, weekdays: [1, 2, 3, 4, 5], ticketsFrom, opens, ticketsUntil, closes };
}
