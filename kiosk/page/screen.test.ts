import { describe, expect, it } from 'vitest';
import type { PrinterState } from '#shared/domain/printer.ts';
import { sampleView } from './sample-view.ts';
import { afterwards, FRESH, type Happening, type Screen, secondsLeft, type Visit } from './screen.ts';

const SECOND = 1000;
const touch: Happening = { type: 'service-touched', service: 'dat-dai' };
const taken: Happening = { type: 'taken', commandId: 'press-1' };
const answer = { ticket: 'ticket-0001', number: 'A024', ahead: 23 };
const home: Screen = { at: 'home', until: null };

/** What a visit has become after these happenings, the first at second 0, each a second after the other. */
function visitAfter(...happenings: Happening[]): Visit {
  return happenings.reduce((visit, happening, second) => afterwards(visit, happening, second * SECOND), FRESH);
}

function given(printer: PrinterState, commandId = 'press-1'): Happening {
  return { type: 'answered', commandId, reply: { ok: true, answer }, view: sampleView({ printer }) };
}

function pictured(changes: Parameters<typeof sampleView>[0]): Happening {
  return { type: 'pictured', view: sampleView(changes) };
}

describe('afterwards', () => {
  it('[K2] takes a number in two touches', () => {
    expect(visitAfter(touch, taken, given('ready')).screen).toEqual({
      at: 'number',
      wish: { services: ['dat-dai'], priority: 'regular' },
      answer,
      paper: 'printing',
      until: 2 * SECOND + 30 * SECOND,
    });
  });

  it('[K2] keeps the first press of a double tap', () => {
    const { screen } = visitAfter(touch, taken, { type: 'taken', commandId: 'press-2' });
    expect(screen).toMatchObject({ at: 'sending', commandId: 'press-1' });
  });

  it('[K2] ignores the answer of another press', () => {
    const visit = visitAfter(touch, taken);
    expect(afterwards(visit, given('ready', 'press-0'), 5)).toBe(visit);
  });

  it('[K3] is regular until the visitor says otherwise, and can be taken back', () => {
    const once = visitAfter(touch, { type: 'priority-switched' });
    expect(once.screen).toMatchObject({ wish: { priority: 'priority' } });
    expect(afterwards(once, { type: 'priority-switched' }, 9).screen).toMatchObject({ wish: { priority: 'regular' } });
  });

  it('[K3] starts the next visit as regular', () => {
    const next = visitAfter(touch, { type: 'priority-switched' }, { type: 'back' }, touch);
    expect(next.screen).toMatchObject({ at: 'confirm', wish: { priority: 'regular' } });
  });

  it('[K10] adds further services behind the first, up to the most allowed, and takes them off again', () => {
    const add = (service: string): Happening => ({ type: 'further-service-switched', service, most: 3 });
    const open: Happening = { type: 'further-services-wished' };
    const services = (...more: Happening[]) => {
      const { screen } = visitAfter(touch, open, ...more);
      return screen.at === 'adding' ? screen.wish.services : screen.at;
    };
    expect(services(add('ho-tich'), add('bhxh'), add('xay-dung'))).toEqual(['dat-dai', 'ho-tich', 'bhxh']);
    expect(services(add('ho-tich'), add('bhxh'), add('ho-tich'))).toEqual(['dat-dai', 'bhxh']);
    expect(services(add('dat-dai'))).toEqual(['dat-dai']);
  });

  it('[K5] goes home from the confirmation 30 s after the last touch', () => {
    const visit = visitAfter(touch, { type: 'priority-switched' });
    expect(afterwards(visit, { type: 'time-passed' }, 31 * SECOND - 1)).toBe(visit);
    expect(afterwards(visit, { type: 'time-passed' }, 31 * SECOND)).toEqual(FRESH);
  });

  it('[K5] gives more time when asked', () => {
    const visit = visitAfter(touch, { type: 'more-time-wished' });
    expect(visit.screen).toMatchObject({ until: 31 * SECOND });
  });

  it('[K5] leaves the number 8 s after the slip, 15 s without a printer, 30 s when there is none to take', () => {
    const printed = { ticket: answer.ticket, outcome: 'printed' } as const;
    const until = (...more: Happening[]) => visitAfter(touch, taken, ...more).screen.until;
    expect(until(given('ready'), pictured({ slips: [printed] }))).toBe(3 * SECOND + 8 * SECOND);
    expect(until(given('none'))).toBe(2 * SECOND + 15 * SECOND);
    expect(until(given('paper-out'))).toBe(2 * SECOND + 30 * SECOND);
  });

  it('[K5] is home in Vietnamese again after a foreign visit, and after a language left behind', () => {
    const english: Happening = { type: 'language-switched' };
    expect(visitAfter(english, touch, taken, given('none')).language).toBe('en');
    expect(visitAfter(english, touch, taken, given('none'), { type: 'back' })).toEqual(FRESH);
    expect(afterwards(visitAfter(english), { type: 'time-passed' }, 30 * SECOND)).toEqual(FRESH);
  });

  it('[K5] keeps the language of somebody who only goes back', () => {
    const back = visitAfter({ type: 'language-switched' }, touch, { type: 'back' });
    expect(back).toEqual({ language: 'en', screen: { at: 'home', until: 32 * SECOND } });
  });

  it('[K5] never goes home while a number is being asked for', () => {
    const visit = visitAfter(touch, taken);
    expect(afterwards(visit, { type: 'time-passed' }, 3_600 * SECOND)).toBe(visit);
    expect(afterwards(visit, { type: 'back' }, 3)).toBe(visit);
  });

  it('[K4] follows the slip, and leaves it in the hand once it is there', () => {
    const slip = (outcome: 'refused' | 'printed') => pictured({ slips: [{ ticket: answer.ticket, outcome }] });
    const paper = (...more: Happening[]) => visitAfter(touch, taken, given('ready'), ...more).screen;
    expect(paper(slip('refused'))).toMatchObject({ paper: 'not-printed' });
    expect(paper(slip('refused'), slip('printed'))).toMatchObject({ paper: 'printed' });
    expect(paper(slip('printed'), pictured({ printer: 'paper-out', slips: [] }))).toMatchObject({ paper: 'printed' });
  });

  it('[P16] leaves the screen alone while somebody else’s slip is printed again', () => {
    const mine = { ticket: answer.ticket, outcome: 'refused' } as const;
    const visit = visitAfter(touch, taken, given('ready'), pictured({ slips: [mine] }));
    for (const outcome of ['printing', 'printed', 'unknown'] as const) {
      const picture = pictured({ slips: [mine, { ticket: 'ticket-0002', outcome }] });
      expect(afterwards(visit, picture, 9 * SECOND)).toBe(visit);
    }
  });

  it('[K4] does not begin its time anew with every picture', () => {
    const visit = visitAfter(touch, taken, given('ready'));
    expect(afterwards(visit, pictured({ slips: [] }), 9 * SECOND)).toBe(visit);
  });

  it('[K8] shows a refusal, and asks again for an unanswered press under the same id', () => {
    const lost: Happening = {
      type: 'answered',
      commandId: 'press-1',
      reply: { ok: false, refusal: 'no-connection' },
      view: null,
    };
    const refused = visitAfter(touch, taken, lost);
    expect(refused.screen).toMatchObject({ at: 'refused', refusal: 'no-connection', until: 32 * SECOND });
    expect(afterwards(refused, { type: 'asked-again' }, 9).screen).toMatchObject({
      at: 'sending',
      commandId: 'press-1',
    });
    expect(afterwards(refused, { type: 'back' }, 9).screen).toEqual(home);
  });

  it('[K7] drops a choice that the office has taken off its list', () => {
    const visit = visitAfter(touch);
    expect(afterwards(visit, pictured({}), 9)).toBe(visit);
    expect(afterwards(visit, pictured({ services: [] }), 9)).toEqual(FRESH);
  });
});

describe('secondsLeft', () => {
  it('[K5] counts whole seconds in the last ten only', () => {
    const screen: Screen = { at: 'home', until: 30 * SECOND };
    expect([0, 19_999, 20_000, 20_001, 29_001, 29_999, 31_000].map((now) => secondsLeft(screen, now))).toEqual([
      null,
      null,
      10,
      10,
      1,
      1,
      0,
    ]);
    expect(secondsLeft(home, 0)).toBeNull();
  });
});
