import { join } from 'node:path';
import { decide } from '#core/decide.ts';
import { Dispatcher } from '#server/dispatch.ts';
import { NO_HAND } from '#server/ports.ts';
import { SqliteJournal } from '#server/store/journal.ts';
import { openDatabase } from '#server/store/open-database.ts';
import type { CommandInput, CommandName } from '#shared/contract/queue-commands.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { MONDAY_EIGHT, sampleSetup } from './sample-setup.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Who = { counter?: number; commandId?: string };

/** The dispatcher on a real journal in a folder of the test's own; each press is a turn of the event loop by itself. */
export class SmallHouse {
  readonly clock = { at: MONDAY_EIGHT };
  dispatcher: Dispatcher;
  private readonly journal = new SqliteJournal(openDatabase(join(temporaryFolder(), 'office.db')), Buffer.alloc(32, 1));
  private turns: (() => void)[] = [];
  private ids = 0;

  constructor() {
    this.dispatcher = this.started();
  }

  /** As after a restart: read anew from the journal. */
  restart() {
    this.dispatcher = this.started();
  }

  press<N extends CommandName>(name: N, input: CommandInput<N>, { counter, commandId }: Who = {}): Reply | undefined {
    let heard: Reply | undefined;
    this.dispatcher.submit({
      ...{ name, input, counter: counter ?? null, hand: NO_HAND, role: counter === undefined ? 'kiosk' : 'counter' },
      commandId: commandId ?? `press-number-${++this.ids}`,
      answer: (reply) => {
        heard = reply;
      },
    });
    for (const turn of this.turns.splice(0)) turn();
    return heard;
  }

  private started(): Dispatcher {
    return new Dispatcher({
      ...{ journal: this.journal, setup: sampleSetup(), decide },
      clock: { now: () => this.clock.at },
      newId: () => `made-by-the-house-${++this.ids}`,
      afterThisTurn: (turn) => void this.turns.push(turn),
      announce: { changed: () => undefined, kept: () => undefined, fault: () => undefined },
      giveUp: (cause) => {
        throw cause;
      },
    });
  }
}
