import { decide } from '#core/decide.ts';
import { Dispatcher } from '#server/dispatch.ts';
import type { Journal } from '#server/ports.ts';
import { MONDAY_EIGHT, sampleSetup } from '#server/testing/sample-setup.ts';
import type { CommandName } from '#shared/contract/queue-commands.ts';
import type { Reply } from '#shared/contract/socket-events.ts';

/** A press as a page makes it. Counter null: the kiosk. */
export type Press = { commandId: string; name: CommandName; input: unknown; counter: number | null };

const NOBODY_SIGNED_IN = { clerk: null, device: null };

/** The chain's key of every journal in these tests. */
export const KEY = Buffer.alloc(32, 7);

/** The commit's result was unknown: what the process would have ended with. */
export class GaveUp extends Error {
  override name = 'GaveUp';
}

const SETUP = sampleSetup();

/** The real dispatcher over a journal; turns of the event loop and the clock are in the test's hands. */
export class House {
  readonly dispatcher: Dispatcher;
  readonly faults: unknown[] = [];
  at: number;
  private readonly turns: (() => void)[] = [];

  /** @param newId of tickets */
  constructor(journal: Journal, newId: () => string, at = MONDAY_EIGHT) {
    this.at = at;
    this.dispatcher = new Dispatcher({
      journal,
      clock: { now: () => this.at },
      setup: SETUP,
      decide,
      newId,
      afterThisTurn: (work) => void this.turns.push(work),
      announce: { changed: () => undefined, kept: () => undefined, fault: (cause) => void this.faults.push(cause) },
      giveUp: (cause) => {
        throw new GaveUp('The result of a commit is unknown.', { cause });
      },
    });
  }

  /**
   * Carries out presses in one turn of the event loop.
   * @param onReply at the moment of each answer
   * @returns the replies in the order of the presses; null: nobody was told anything
   */
  turn(presses: readonly Press[], onReply: () => void = () => undefined): (Reply | null)[] {
    const replies: (Reply | null)[] = presses.map(() => null);
    presses.forEach(({ counter, ...press }, index) => {
      const answer = (reply: Reply) => {
        replies[index] = reply;
        onReply();
      };
      const role = counter === null ? 'kiosk' : 'counter';
      this.dispatcher.submit({ ...press, role, counter, hand: NOBODY_SIGNED_IN, answer });
    });
    for (const work of this.turns.splice(0)) work();
    return replies;
  }

  /** Looks at the clock, as the server does every second. */
  tick() {
    this.dispatcher.tick();
    for (const work of this.turns.splice(0)) work();
  }
}
