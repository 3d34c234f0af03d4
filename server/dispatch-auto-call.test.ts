import { describe, expect, it } from 'vitest';
import { currentTicket } from '#core/at-counter.ts';
import type { CommandInput } from '#shared/contract/queue-commands.ts';
import { SmallHouse } from './testing/small-house.ts';

/** Counter 1 of the sample office calls for land. */
const LAND: CommandInput<'ticket:take'> = { services: ['dat-dai'], priority: 'regular' };

/** A house in which these counters are open and let the house call. */
function aCallingHouse(...counters: number[]) {
  const house = new SmallHouse();
  for (const counter of counters) {
    house.press('counter:open', {}, { counter });
    house.press('counter:auto-call', { to: 'on' }, { counter });
  }
  const here = (counter: number) => currentTicket(house.dispatcher.now(), counter)?.number ?? null;
  const expects = (counter: number) => currentTicket(house.dispatcher.now(), counter)?.id ?? 'nobody-is-here';
  return { house, here, expects };
}

describe('the house calls by itself', () => {
  it('[C11] in the very turn in which somebody comes, and again when the counter is free', () => {
    const { house, here, expects } = aCallingHouse(1);
    house.press('ticket:take', LAND);
    house.press('ticket:take', LAND);
    expect(here(1)).toBe('A001');
    house.press('ticket:finish', { expects: expects(1) }, { counter: 1 });
    expect(here(1)).toBe('A002');
  });

  it('[C11] [R5] what it called, and whose wish it is, is known after a restart', () => {
    const { house, here, expects } = aCallingHouse(1);
    house.press('ticket:take', LAND);
    house.restart();
    expect(here(1)).toBe('A001');
    house.press('ticket:finish', { expects: expects(1) }, { counter: 1 });
    house.press('ticket:take', LAND);
    expect(here(1)).toBe('A002');
  });

  it('[C12] and one undo takes back a finish with the call that followed it, however the clock runs', () => {
    const { house, here, expects } = aCallingHouse(1);
    house.press('ticket:take', LAND);
    house.press('ticket:take', LAND);
    house.clock.at += 60_000;
    house.press('ticket:finish', { expects: expects(1) }, { counter: 1 });
    house.clock.at += 5_000;
    house.restart();
    house.press('ticket:undo-call', { expects: expects(1) }, { counter: 1 });
    expect(here(1)).toBe('A001');
  });
});
