import { type ReadonlySignal, signal } from '@preact/signals';
import type { SoundHealth } from '#shared/contract/health.ts';
import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { type Gains, gainsAt } from '#shared/domain/voice-choice.ts';
import type { Connection } from '#shared/page/connection.ts';
import type { Announcer, AnnouncerParts, SoundState } from './announcer.ts';
import type { SpokenCall } from './clip-player.ts';
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
import { type NamedPack, readingsOf } from './voice/readings.ts';

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

/** A pack whose clips can be read from somewhere. */
export type Voice = NamedPack & { readonly addresses: ReadonlyMap<string, string> };

type Needs = {
  readonly connection: Pick<Connection<'view:board'>, 'view' | 'online' | 'heardAt'>;
  readonly announcerWith: (told: Pick<AnnouncerParts, 'onEnded' | 'onSound'>) => Announcer;
  /** By the name that the manager chose; where there is none of that name, the one that every display speaks with. */
  readonly voiceNamed: (name: string) => Voice;
  /** For tickets that were taken in English. */
  readonly english: Voice | undefined;
  /** The server's clock, ms UTC. */
  readonly now: () => number;
  /** This machine's clock, by which the connection measures, ms. */
  readonly moment: () => number;
};

const SILENT: Gains = { voice: 0, chime: 0 };

/** Joins the pictures, the order of the calls and the voice. */
export function createDisplay(needs: Needs): Display {
  const { connection, announcerWith, voiceNamed, english, now, moment } = needs;
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
      else announcer.say(spoken(effect.call, effect.readings));
    }
  }

  function spoken(call: BoardCall, readings: number): SpokenCall {
    const picture = view.value;
    if (!picture) return { callSeq: call.callSeq, readings: [], gains: SILENT };
    const { sound: chosen, waiting, timeZone } = picture;
    const service = waiting.find((line) => line.service === call.service)?.short ?? '';
    const packs = { own: voiceNamed(chosen.pack), english };
    return {
      callSeq: call.callSeq,
      readings: readingsOf({ ...call, service }, Math.min(readings, chosen.readings), picture, packs),
      gains: gainsAt(chosen, wallClock(now(), timeZone).text),
    };
  }

  /** What will have to be spoken is decoded before anybody waits for it. */
  function loadVoices({ sound: chosen }: BoardView): void {
    announcer.load(voiceNamed(chosen.pack).addresses);
    if (english) announcer.load(english.addresses);
  }

  function judge(): void {
    fresh.value = freshness(online.value, heardAt.value || startedAt, moment());
  }

  online.subscribe((state) => {
    if (state === 'offline') calls.value = onReconnect(calls.value);
    judge();
  });
  view.subscribe((picture) => {
    if (!picture) return;
    loadVoices(picture);
    take(onPicture(calls.value, picture.calls, now()));
  });

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
