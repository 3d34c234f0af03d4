import { FREE_COUNTERS } from './crowd.ts';

/** What whoever started the demo reads: the address, and what can be seen there. */
export function welcome(url: string, speed: number): string {
  const free = FREE_COUNTERS.join(', ');
  return [
    '',
    `  Lượt đang chạy thử. Mở trang này: ${url}`,
    `  The demo is open. Start page: ${url}`,
    '',
    `  Công dân và cán bộ mô phỏng, nhanh gấp ${speed} lần; quầy ${free} để trống cho bạn; Ctrl-C để dừng. / ` +
      `A simulated public and simulated clerks, ${speed} times real time; counters ${free} are free for you; Ctrl-C ends it.`,
    '',
    '',
  ].join('\n');
}
