import { type ReadonlySignal, signal } from '@preact/signals';
import type { SoundHealth } from '#shared/contract/health.ts';
import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import type { Connection } from '#shared/page/connection.ts';
import type { Announcer, AnnouncerParts, SoundState } from './announcer.ts';
import { type CallReports, createCallReports } from './call-reports.ts';
import { type Freshness, freshness } from './freshness.ts';
import {
  noPendingCalls,
  onPicture,
  onReconnect,
  onRefused,
  onSpoken,
  onTick,
  onTurn,
  type PendingCalls,
  type Step,
} from './pending-calls.ts';
import { createShownLog, type ShownLog } from './shown-log.ts';
import { clipsFor, spokenCall, type Voices } from './spoken-call.ts';
import { turnOf } from './voice-turn.ts';

/** Everything that the components read, and what the page tells. */
export type Display = {
  readonly view: ReadonlySignal<BoardView | null>;
  readonly calls: ReadonlySignal<PendingCalls>;
  readonly sound: ReadonlySignal<SoundState>;
  readonly freshness: ReadonlySignal<Freshness>;
  /** When the last sign of the server came, by the server's clock, ms UTC; null: never. */
  lastHeardAt(): number | null;
  /** Call it some times a second. */
  passTime(): void;
  /** Whether nothing is spoken, and nothing waits to be. */
  isQuiet(): boolean;
  /** The connection by which this display has come; another after each return. Null before the first. */
  readonly arrival: ReadonlySignal<string | null>;
  /** The row of a call stands on the glass. */
  tellShown(callSeq: number): void;
  /** Whether the hall can hear this display. */
  soundHealth(): SoundHealth;
  readonly announcer: Announcer;
  readonly shownLog: ShownLog;
};

type Needs = Voices & {
  readonly connection: Pick<Connection<'view:board'>, 'view' | 'online' | 'heardAt' | 'name' | 'send'>;
  readonly announcerWith: (told: Pick<AnnouncerParts, 'onEnded' | 'onSound'>) => Announcer;
  /** The server's clock, ms UTC. */
  readonly now: () => number;
  /** This machine's clock, by which the connection measures, ms. */
  readonly moment: () => number;
};

/** Joins the pictures, the order of the calls and the voice. */
export function createDisplay(needs: Needs): Display {
  const { connection, now, moment } = needs;
  const { view, online, heardAt } = connection;
  const startedAt = moment();
  const fresh = signal<Freshness>('connecting');
  const shownLog = createShownLog();
  const reports = createCallReports(connection);
  const { calls, sound, arrival, announcer, soundHealth, take, see } = followCalls(needs, reports, shownLog);

  const judge = () => {
    fresh.value = freshness(online.value, heardAt.value || startedAt, moment());
  };
  online.subscribe((state) => {
    if (state === 'offline') calls.value = onReconnect(calls.value);
    judge();
  });
  view.subscribe((picture) => picture && see(picture));

  return {
    ...{ view, calls, sound, freshness: fresh, arrival, announcer, soundHealth, shownLog },
    lastHeardAt: () => (heardAt.value === 0 ? null : heardAt.value + now() - moment()),
    passTime() {
      judge();
      take(onTick(calls.value, now()));
    },
    isQuiet: () => calls.value.speaking === null && calls.value.toSpeak.length === 0,
    tellShown: reports.shown,
  };
}

/** The calls of one picture after another, and the voice that follows them. */
function followCalls(needs: Needs, reports: CallReports, shownLog: ShownLog) {
  const { connection, now } = needs;
  const calls = signal(noPendingCalls());
  const sound = signal<SoundState>('starting');
  const arrival = signal<string | null>(null);
  const announcer = needs.announcerWith({
    onEnded(callSeq, outcome) {
      reports.spoken(callSeq, outcome);
      take(onSpoken(calls.value, callSeq, now()));
    },
    onSound(state) {
      sound.value = state;
      if (arrival.value !== null) reports.sound(soundHealth());
      const picture = connection.view.value;
      if (picture) take(onTurn(calls.value, turn(picture), now()));
    },
  });

  const soundHealth = () => (sound.value === 'ready' && !announcer.hasVoice() ? 'no-clips' : sound.value);
  const turn = ({ voice }: BoardView) => turnOf(voice, connection.name(), sound.value !== 'blocked');

  function see(picture: BoardView): void {
    for (const clips of clipsFor(picture, needs)) announcer.load(clips);
    take(onPicture(calls.value, picture.calls, now(), turn(picture)));
    if (arrival.value === connection.name()) return;
    // A server that has just been started knows nothing of this display.
    arrival.value = connection.name();
    reports.sound(soundHealth());
  }

  function take({ state, effects }: Step): void {
    calls.value = state;
    shownLog.note(state.onShow, now());
    for (const effect of effects) {
      if (effect.type === 'speak') void begin(effect.call, effect.readings);
      else hush(effect.callSeq);
    }
  }

  async function begin(call: BoardCall, readings: number): Promise<void> {
    const picture = connection.view.value;
    if (!picture) return;
    const said = spokenCall(call, readings, picture, needs, now());
    const answer = await reports.maySpeak(call.callSeq, announcer.lastsMs(said));
    if (answer !== 'now') take(onRefused(calls.value, call.callSeq, answer === 'over', now()));
    else if (calls.value.speaking?.call.callSeq === call.callSeq) announcer.say(said);
  }

  function hush(callSeq: number): void {
    announcer.cancel(callSeq);
    reports.spoken(callSeq, 'hushed');
  }

  return { calls, sound, arrival, announcer, soundHealth, take, see };
}
