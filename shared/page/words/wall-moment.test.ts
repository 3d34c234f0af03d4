import { expect, it } from 'vitest';
import { wallDate, wallMoment } from './wall-moment.ts';

const MONDAY_MORNING = Date.UTC(2026, 10, 23, 0, 0);

it('words a moment on the office wall, not on the machine', () => {
  expect(wallMoment(MONDAY_MORNING, 'Asia/Ho_Chi_Minh', 'vi')).toBe('07:00, Thứ\u00a0Hai\u00a023/11/2026');
  expect(wallMoment(MONDAY_MORNING, 'America/New_York', 'en')).toBe('19:00, Sunday\u00a022/11/2026');
});

it('knows Sunday as the last day of the week', () => {
  expect(wallDate(MONDAY_MORNING - 86_400_000, 'Asia/Ho_Chi_Minh', 'vi')).toBe('Chủ\u00a0nhật\u00a022/11/2026');
});
