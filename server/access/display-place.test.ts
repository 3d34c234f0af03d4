import { describe, expect, it } from 'vitest';
import { readHello } from '#server/socket/identify.ts';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import { isItsPage, isPlace, placeOf } from './device-place.ts';
import type { Device } from './ports.ts';

const TV: Device = {
  ...{ id: 'tv', name: 'TV', role: 'display', counter: null, zone: null, tokenHash: 'x', pairedAt: 1 },
};
const OPENED = { counter: null, zone: 'tang-2', pairedFor: null };

describe('[B16] where a display hangs', () => {
  it('is what the manager said when he paired it; of one for the whole hall, what its address says', () => {
    expect(placeOf({ ...TV, zone: 'tang-1' }, OPENED)).toEqual({ counter: null, zone: 'tang-1', pairedFor: null });
    expect(placeOf({ ...TV, counter: 3 }, OPENED)).toEqual({ counter: 3, zone: null, pairedFor: null });
    expect(placeOf(TV, OPENED)).toEqual(OPENED);
    expect(isItsPage({ ...TV, counter: 3 }, 'display', 5)).toBe(true);
  });

  it('is no matter to a counter’s machine, which belongs to its counter', () => {
    const desk: Device = { ...TV, role: 'counter', counter: 3 };
    expect(placeOf(desk, { ...OPENED, zone: null, counter: 3 })).toEqual({ counter: 3, zone: null, pairedFor: 3 });
    expect([isItsPage(desk, 'counter', 3), isItsPage(desk, 'counter', 5)]).toEqual([true, false]);
    expect(isItsPage(desk, 'display', null)).toBe(false);
  });

  it.each([
    ['display', null, null, true],
    ['display', null, 'tang-2', true],
    ['display', 3, null, true],
    ['display', 3, 'tang-2', false],
    ['counter', 3, null, true],
    ['counter', null, null, false],
    ['counter', 3, 'tang-2', false],
    ['kiosk', null, null, true],
    ['kiosk', null, 'tang-2', false],
    ['manager', 3, null, false],
  ] as const)('a %s with counter %s and zone %s may be paired: %s', (role, counter, zone, may) => {
    expect(isPlace(role, counter, zone)).toBe(may);
  });
});

describe('[A4] [B16] a page that names a zone', () => {
  const setup = sampleSetup();
  const hello = (said: object) =>
    readHello({ protocol: PROTOCOL_VERSION, role: 'display', counter: null, ...said }, setup);

  it('is a display, and names no counter beside it', () => {
    expect(hello({ zone: 'tang-2' })).toMatchObject({ role: 'display', zone: 'tang-2', counter: null });
    expect(hello({})).toMatchObject({ zone: null });
    expect(hello({ counter: 3 })).toMatchObject({ zone: null, counter: 3 });
    expect(hello({ counter: 99 })).toBe('unknown-counter');
    expect(hello({ zone: 'tang-2', counter: 3 })).toBe('not-understood');
    expect(hello({ zone: 'tang-2', role: 'kiosk' })).toBe('not-understood');
    expect(hello({ zone: 'Tầng 2' })).toBe('not-understood');
  });
});
