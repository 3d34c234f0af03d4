import { type ReadonlySignal, signal } from '@preact/signals';
import type { SoundHealth } from '#shared/contract/health.ts';
import type { BoardView } from '#shared/contract/views.ts';
import type { Connection } from '#shared/page/connection.ts';
import type { Announcer, AnnouncerParts, SoundState } from './announcer.ts';
import { type Freshness, freshness } from './freshness.ts';
import {
  noPendingCalls,
  onPicture,
  onReconnect,
  onSpoken,
  onTick,
  type PendingCalls,
  type Step,
} from './pending-calls.ts';
import { createShownLog, type ShownLog } from './shown-log.ts';
import { announcement } from './voice/announcement.ts';
import type { VoicePack } from './voice/voice-pack.ts';

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
  /** Whether the hall can hear this display. */
  soundHealth(): SoundHealth;
  readonly announcer: Announcer;
  readonly shownLog: ShownLog;
};

type Needs = {
  readonly connection: Pick<Connection<'view:board'>, 'view' | 'online' | 'heardAt'>;
  readonly announcerWith: (told: Pick<AnnouncerParts, 'onEnded' | 'onSound'>) => Announcer;
  readonly pack: VoicePack;
  /** The server's clock, ms UTC. */
  readonly now: () => number;
  /** This machine's clock, by which the connection measures, ms. */
  readonly moment: () => number;
};

/** Joins the pictures, the order of the calls and the voice. */
export function createDisplay({ connection, announcerWith, pack, now, moment }: Needs): Display {
  const { view, online, heardAt } = connection;
  const startedAt = moment();
  const calls = signal(noPendingCalls());
  const sound = signal<SoundState>('starting');
  const fresh = signal<Freshness>('connecting');
  const shownLog = createShownLog();
  const announcer = announcerWith({
    onEnded: (callSeq) => take(onSpoken(calls.value, callSeq, now())),
    onSound: (state) => {
      sound.value = state;
    },
  });

  function take({ state, effects }: Step): void {
    calls.value = state;
    shownLog.note(state.onShow, now());
    for (const effect of effects) {
      if (effect.type === 'hush') announcer.cancel(effect.callSeq);
      else announcer.say({ ...effect.call, readings: effect.readings, clips: wording(effect.call) });
    }
  }

  function wording(call: { number: string; counter: number }): string[] {
    return announcement(call, view.value?.announcement ?? '', pack);
  }

  function judge(): void {
    fresh.value = freshness(online.value, heardAt.value || startedAt, moment());
  }

  online.subscribe((state) => {
    if (state === 'offline') calls.value = onReconnect(calls.value);
    judge();
  });
  view.subscribe((picture) => picture && take(onPicture(calls.value, picture.calls, now())));

  return {
    view,
    calls,
    sound,
    freshness: fresh,
    lastHeardAt: () => (heardAt.value === 0 ? null : heardAt.value + now() - moment()),
    passTime() {
      judge();
      take(onTick(calls.value, now()));
    },
    isQuiet: () => calls.value.speaking === null && calls.value.toSpeak.length === 0,
    soundHealth: () => (sound.value === 'ready' && !announcer.hasVoice() ? 'no-clips' : sound.value),
    announcer,
    shownLog,
  };
}
