import type { VoiceOutcome } from '#shared/contract/display-views.ts';
import type { SoundHealth } from '#shared/contract/health.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Connection } from '#shared/page/connection.ts';

/** What a display tells the server of its calls, and asks. */
export type CallReports = {
  shown(callSeq: number): void;
  spoken(callSeq: number, outcome: VoiceOutcome): void;
  sound(sound: SoundHealth): void;
  /** `over`: this call is spoken no more. `later`: it is another's turn, or nobody answered. */
  maySpeak(callSeq: number, lastsMs: number): Promise<'now' | 'later' | 'over'>;
};

/** As the contract has it. */
const LONGEST_MS = 30_000;
const OVER: readonly Refusal[] = ['no-such-call', 'spoken-already'];

export function createCallReports({ send }: Pick<Connection<'view:board'>, 'send'>): CallReports {
  return {
    shown: (call) => void send('call:shown', { call }),
    spoken: (call, outcome) => void send('call:spoken', { call, outcome }),
    sound: (sound) => void send('display:sound', { sound }),
    async maySpeak(call, lastsMs) {
      // Asked again until it is answered: a yes that got lost would keep the zone silent for nothing.
      const reply = await send('call:speak', { call, lastsMs: Math.min(lastsMs, LONGEST_MS) });
      if (reply.ok) return 'now';
      return OVER.includes(reply.refusal) ? 'over' : 'later';
    },
  };
}
