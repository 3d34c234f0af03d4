import { describe, expect, it } from 'vitest';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import { troublesOf } from './troubles.ts';

const { busy, troubled, closed } = EXAMPLE_HALLS;
const nobodyCalls = { kind: 'nobody-calls', prefix: 'U', short: 'Hướng dẫn', waiting: 2 };

describe('what a manager should see to', () => {
  it('is people waiting for a service that no open counter calls', () => {
    expect(troublesOf(busy)).toEqual([nobodyCalls]);
  });

  it('is the gravest first', () => {
    expect(troublesOf(troubled)).toEqual([
      { kind: 'disk', trouble: 'disk-full' },
      { kind: 'journal-broken' },
      { kind: 'backup', lastAt: EXAMPLE_AT - 200 * MINUTE },
      { kind: 'no-display' },
      { kind: 'printer', state: 'paper-out' },
      { kind: 'tapped-for-fun', name: 'Máy lấy số cổng A', at: EXAMPLE_AT - 2 * MINUTE },
      nobodyCalls,
    ]);
  });

  it('is not an office that has no printer', () => {
    expect(troublesOf({ ...busy, printer: 'none' })).toEqual([nobodyCalls]);
  });

  it('is not a switched-off screen after the day, but still a broken journal', () => {
    const pages = { kiosk: 0, display: 0, counter: 0, manager: 1 };
    expect(troublesOf({ ...closed, pages, printer: 'offline' })).toEqual([]);
    expect(troublesOf({ ...closed, journal: { seq: 1, intact: false, trouble: null } })).toEqual([
      { kind: 'journal-broken' },
    ]);
  });
});
