import { describe, expect, it } from 'vitest';
import { moveClock, SEASONS } from './clock-days.ts';

describe('a hall whose clock is set back, on, to midnight and to closing time', () => {
  it.each(SEASONS)(
    '[D1] [D5] [D8] opens every day once, gives no number twice and lets nobody overtake: $when',
    {
      timeout: 120_000,
    },
    async (season) => {
      const outcome = await moveClock({ seed: 5, steps: 100, ...season });
      expect(outcome.opened).toEqual(outcome.shown);
      expect(outcome.opened.length).toBeGreaterThan(3);
      expect(outcome).toMatchObject({ lost: 0, doubled: 0, backwards: 0, overtaken: 0 });
      expect(outcome.acknowledged).toBeGreaterThan(50);
    },
  );
});
