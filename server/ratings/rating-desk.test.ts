import { describe, expect, it } from 'vitest';
import type { Entry, QueueEvent } from '#core/events.ts';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import type { Rating, RatingChoice } from '#shared/domain/rating.ts';
import { ANSWERED_WITHIN_MS, RatingDesk } from './rating-desk.ts';

/** Monday, 08:41:17 in Tân Châu. */
const MORNING = Date.UTC(2026, 10, 23, 1, 41, 17);
const EVERYWHERE: RatingChoice = { isAsked: true, notAt: [] };
const NOTHING_WRONG = { reasons: [] };

/** A desk whose clock stands until it is moved, and whose disk can be made to refuse. */
function aDesk(choice: RatingChoice = EVERYWHERE) {
  let moved = 0;
  let tokens = 0;
  let isRefusing = false;
  const kept: Rating[] = [];
  const desk = new RatingDesk({
    now: () => MORNING + moved,
    ticks: () => moved,
    setup: sampleSetup(),
    choice: () => choice,
    servedFor: () => 'dat-dai',
    newToken: () => `question-${++tokens}`,
    keep(rating) {
      if (isRefusing) throw new Error('disk full');
      kept.push(rating);
    },
    changed: () => undefined,
  });
  const happens = (counter: number | null, ...events: QueueEvent[]) =>
    desk.hear({ seq: 1, at: MORNING + moved, command: 'any', counter, events } satisfies Entry);
  return {
    desk,
    kept,
    happens,
    later: (ms: number) => {
      moved += ms;
    },
    refuse: (refuses: boolean) => {
      isRefusing = refuses;
    },
    finished: (ticket = 'ticket-0001', counter = 3) =>
      happens(counter, { type: 'ticket-closed', ticket, outcome: 'served' }),
    called: (ticket = 'ticket-0002', counter = 3) =>
      happens(counter, { type: 'ticket-called', ticket, counter, outOfOrder: null }),
    undone: (ticket = 'ticket-0001', counter = 3) =>
      // Of what is restored only whose it is matters here.
      happens(counter, { type: 'call-undone', counter, restored: [{ id: ticket }] as never }),
    token: (counter = 3) => desk.offer(counter)?.token ?? '',
  };
}

describe('the question after a visit', () => {
  it('[V1] stands at the counter where the visit was finished, and goes when the next is called or a minute is over', () => {
    const { desk, finished, called, later } = aDesk();
    expect(desk.offer(3)).toBeNull();
    finished();
    expect(desk.offer(3)).toMatchObject({ token: 'question-1', askedAt: MORNING });
    expect(desk.offer(4)).toBeNull();
    called('ticket-0009', 4);
    expect(desk.offer(3)).not.toBeNull();
    called();
    expect(desk.offer(3)).toBeNull();
    finished('ticket-0002');
    later(ANSWERED_WITHIN_MS + 1);
    expect(desk.offer(3)).toBeNull();
  });

  it('[V1] is asked only where the manager wants it, and of nobody who was not served', () => {
    const off = aDesk({ isAsked: false, notAt: [] });
    off.finished();
    expect(off.desk.offer(3)).toBeNull();
    const elsewhere = aDesk({ isAsked: true, notAt: [3] });
    elsewhere.finished();
    elsewhere.finished('ticket-0002', 4);
    expect([elsewhere.desk.offer(3), elsewhere.desk.offer(4)?.token]).toEqual([null, 'question-1']);
    const { desk, happens } = aDesk();
    happens(3, { type: 'ticket-closed', ticket: 'ticket-0001', outcome: 'cancelled' });
    happens(3, { type: 'service-finished', ticket: 'ticket-0001' });
    happens(null, { type: 'ticket-closed', ticket: 'ticket-0001', outcome: 'expired' });
    expect(desk.offer(3)).toBeNull();
  });

  it('[V1] is not put to who is finished and whose next is called in the same press', () => {
    const { desk, happens } = aDesk();
    happens(
      3,
      { type: 'ticket-closed', ticket: 'ticket-0001', outcome: 'served' },
      { type: 'ticket-called', ticket: 'ticket-0002', counter: 3, outOfOrder: null },
    );
    expect(desk.offer(3)).toBeNull();
  });
});

describe('the answer', () => {
  it('[V2] is taken once, from the counter that was asked, and not made up', () => {
    const { desk, kept, finished, token } = aDesk();
    finished();
    const given = { token: token(), face: 5, ...NOTHING_WRONG } as const;
    const tries = [
      desk.give(4, given),
      desk.give(null, given),
      desk.give(3, { ...given, token: 'question-2' }),
      desk.give(3, given),
      desk.give(3, given),
    ];
    expect(tries).toEqual(['no-such-question', 'no-such-question', 'no-such-question', {}, 'no-such-question']);
    expect(kept).toHaveLength(1);
    expect(desk.offer(3)).toBeNull();
  });

  it('[V2] is taken for a minute, also after the next was called, and no longer', () => {
    const { desk, kept, finished, called, later, token } = aDesk();
    finished();
    const first = { token: token(), face: 4, ...NOTHING_WRONG } as const;
    called();
    later(ANSWERED_WITHIN_MS);
    expect(desk.give(3, first)).toEqual({});
    finished('ticket-0002');
    const second = { ...first, token: token() };
    later(ANSWERED_WITHIN_MS + 1);
    expect(desk.give(3, second)).toBe('no-such-question');
    expect(kept).toHaveLength(1);
  });

  it('[V2] is not taken for a visit that was finished by mistake, and only once for one that is finished again', () => {
    const { desk, finished, undone, happens, token } = aDesk();
    finished();
    const early = { token: token(), face: 1, ...NOTHING_WRONG } as const;
    undone();
    expect([desk.offer(3), desk.give(3, early)]).toEqual([null, 'no-such-question']);
    finished();
    expect(desk.give(3, { ...early, token: token() })).toEqual({});
    undone();
    finished();
    expect(desk.offer(3)).toBeNull();
    happens(null, { type: 'day-opened', day: '2026-11-24' });
    finished();
    expect(desk.offer(3)).not.toBeNull();
  });

  it('[V3] is kept with the hour, the counter and the service, and with nothing that leads to a person', () => {
    const { desk, kept, finished, token } = aDesk();
    finished();
    desk.give(3, { token: token(), face: 2, reasons: ['phien-ha', 'cho-lau'] });
    expect(kept).toEqual([
      {
        ...{ day: '2026-11-23', hour: 8, counter: 3, service: 'dat-dai' },
        ...{ face: 2, reasons: ['cho-lau', 'phien-ha'], isComplaint: true },
      },
    ]);
  });

  it('[V4] has reasons only where somebody was not content, of those that stood there, each once', () => {
    const { desk, kept, finished, token } = aDesk();
    finished();
    const answer = { token: token(), face: 3 as const };
    expect(desk.give(3, { ...answer, reasons: ['made-up'] })).toBe('not-understood');
    expect(desk.give(3, { ...answer, reasons: ['cho-lau', 'cho-lau'] })).toBe('not-understood');
    expect(desk.give(3, { ...answer, face: 4, reasons: ['cho-lau'] })).toBe('not-understood');
    expect(kept).toEqual([]);
    expect(desk.give(3, { ...answer, reasons: ['cho-lau'] })).toEqual({});
    expect(kept).toMatchObject([{ isComplaint: false }]);
  });

  it('[V2] that the disk refused can be given once more', () => {
    const { desk, kept, finished, refuse, token } = aDesk();
    finished();
    const answer = { token: token(), face: 5, ...NOTHING_WRONG } as const;
    refuse(true);
    expect(() => desk.give(3, answer)).toThrow('disk full');
    refuse(false);
    expect(desk.give(3, answer)).toEqual({});
    expect(kept).toHaveLength(1);
  });
});
