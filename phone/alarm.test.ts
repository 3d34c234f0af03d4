import { describe, expect, it } from 'vitest';
import { createAlarm } from './alarm.ts';
import type { Place } from './place.ts';

const called = (callSeq: number): Place => ({ state: 'called', counter: 3, callSeq });

/** An alarm whose time passes by hand. */
function anAlarm() {
  const told = { rings: 0 };
  const due: { at: number; work: () => void }[] = [];
  let now = 0;
  const alarm = createAlarm({
    ring: () => {
      told.rings += 1;
    },
    later(work, ms) {
      const one = { at: now + ms, work };
      due.push(one);
      return () => void (due.includes(one) && due.splice(due.indexOf(one), 1));
    },
  });
  const pass = (ms: number) => {
    const end = now + ms;
    for (let next = due.shift(); next; next = due.shift()) {
      if (next.at > end) {
        due.unshift(next);
        break;
      }
      now = next.at;
      next.work();
    }
    now = end;
    return told.rings;
  };
  return { ...alarm, told, pass };
}

describe('the alarm', () => {
  it('is silent while the ticket is not called', () => {
    const { heard, pass } = anAlarm();
    const service = { vi: 'Đất đai', en: 'Land' };
    for (const place of [
      null,
      { state: 'waiting', ahead: 0, service },
      { state: 'parked' },
      { state: 'done' },
    ] as const)
      heard(place);
    expect(pass(60_000)).toBe(0);
  });

  it('rings a call three times, however often its picture comes', () => {
    const { heard, told, pass } = anAlarm();
    heard(called(50));
    heard(called(50));
    expect(told.rings).toBe(1);
    pass(7_000);
    heard(called(50));
    expect(told.rings).toBe(2);
    expect(pass(60_000)).toBe(3);
  });

  it('rings anew when the call is repeated, and not again for an older one', () => {
    const { heard, pass } = anAlarm();
    heard(called(50));
    pass(60_000);
    heard(called(53));
    expect(pass(60_000)).toBe(6);
    heard(called(50));
    expect(pass(60_000)).toBe(6);
  });

  it('falls silent once noticed, taken back or answered', () => {
    for (const end of ['noticed', 'waiting', 'serving'] as const) {
      const { heard, hush, pass } = anAlarm();
      heard(called(50));
      if (end === 'noticed') hush();
      else if (end === 'serving') heard({ state: 'serving', counter: 3 });
      else heard({ state: 'waiting', ahead: 0, service: { vi: '', en: '' } });
      expect(pass(60_000)).toBe(1);
    }
  });

  it('goes on while the picture is away', () => {
    const { heard, pass } = anAlarm();
    heard(called(50));
    heard(null);
    expect(pass(60_000)).toBe(3);
  });
});
