import { describe, expect, it } from 'vitest';
import type { Beat } from '#kiosk/bridge.ts';
import { createPageWatch, readBeat } from './page-watch.ts';

const WELL: Beat = { isShowing: true, isOnline: true, isQuiet: false };

function watching() {
  const watch = createPageWatch();
  watch.opened();
  return {
    ...watch,
    /** So many seconds, each with this beat, or with none. */
    pass: (seconds: number, beat?: Beat) =>
      Array.from({ length: seconds }, () => {
        if (beat) watch.beat(beat);
        return watch.tick();
      }),
  };
}

describe('a page with beats', () => {
  it('is well as long as they come', () => {
    expect(new Set(watching().pass(1_000, WELL))).toEqual(new Set(['well']));
  });

  it('has hung when none came for three seconds', () => {
    const page = watching();
    page.pass(5, WELL);
    // The second in which the last one came is the first of the three.
    expect(page.pass(2)).toEqual(['well', 'hung']);
  });

  it('is not late for a beat that came in time after all', () => {
    const page = watching();
    page.pass(5, WELL);
    expect([...page.pass(1), ...page.pass(1, WELL), ...page.pass(1)]).toEqual(['well', 'well', 'well']);
  });

  it('is blank when it has shown nothing for ten seconds in a row', () => {
    const page = watching();
    const blank = { ...WELL, isShowing: false };
    expect(page.pass(9, blank)).not.toContain('blank');
    page.pass(1, WELL);
    expect(page.pass(9, blank)).not.toContain('blank');
    expect(page.pass(1, blank)).toEqual(['blank']);
  });

  it('is cut off when it has not heard the server for half a minute, and again each half minute', () => {
    const alone = { ...WELL, isOnline: false };
    const found = watching().pass(60, alone);
    expect(found.flatMap((finding, at) => (finding === 'cut-off' ? [at + 1] : []))).toEqual([30, 60]);
    expect(new Set(found)).toEqual(new Set(['well', 'cut-off']));
  });
});

describe('a plain page', () => {
  it('is looked at once, after ten seconds, and then left alone', () => {
    const found = watching().pass(3_600);
    expect(found[9]).toBe('unsure');
    expect(found.filter((finding) => finding !== 'well')).toEqual(['unsure']);
  });
});

it('does not watch the calm page', () => {
  const page = watching();
  page.pass(5, WELL);
  page.closed();
  expect(new Set(page.pass(100))).toEqual(new Set(['well']));
});

it('begins anew with every page', () => {
  const page = watching();
  page.pass(5, WELL);
  page.pass(1);
  page.opened();
  expect(page.pass(9)).not.toContain('hung');
});

it.each([null, undefined, 7, 'beat', [], {}, { ...WELL, isOnline: 1 }, { isShowing: true, isOnline: true }])(
  'takes %j for no beat',
  (input) => {
    expect(readBeat(input)).toBeNull();
  },
);

it('takes of a beat what belongs to one', () => {
  expect(readBeat({ ...WELL, more: 'x' })).toEqual(WELL);
});
