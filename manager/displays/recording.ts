import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ClipToRecord } from '#display/voice/clips-to-record.ts';
import { type GoodRecording, judgeRecording, type RecordingFault } from '#display/voice/judge-recording.ts';
import { followRecordings, readRecordings } from '#display/voice/recorded-voice.ts';
import type { ChoicesView } from '#shared/contract/choices-views.ts';
import { LONGEST_MS, MOST_PACK_BYTES, type RecordedClip } from '#shared/domain/recording.ts';
import { writeWav } from '#shared/domain/wav.ts';
import { type NoMicrophone, openMicrophone, type Take } from './microphone.ts';
import { type SendTrouble, sendRecording } from './send-recording.ts';

/** Where the recorder stands with the clip that is chosen. */
export type RecorderState =
  | { at: 'idle' | 'opening' | 'judging' | 'saving' }
  | { at: 'recording'; seconds: number }
  | { at: 'good'; good: GoodRecording }
  | { at: 'bad'; why: RecordingFault | NoMicrophone | 'unreadable' }
  | { at: 'done'; what: 'kept' | 'dropped' | 'imported' }
  | { at: 'refused'; why: SendTrouble };

export type Recording = {
  /** What the office has recorded. */
  clips: ReadonlySignal<readonly RecordedClip[]>;
  state: ReadonlySignal<RecorderState>;
  begin(): Promise<void>;
  end(): Promise<void>;
  /** Another clip was chosen, or this one was not good: what is under way is forgotten. */
  forget(): void;
  keep(clip: ClipToRecord): Promise<void>;
  drop(clip: ClipToRecord): Promise<void>;
  takePack(file: File): Promise<void>;
};

/** Says how long it has been going on. */
const TELL_EVERY_MS = 250;
/** After a word its room is wanted, too. */
const LISTEN_ON_MS = 300;

export function createRecording(view: ReadonlySignal<ChoicesView | null>): Recording {
  const clips = signal<readonly RecordedClip[]>([]);
  const state = signal<RecorderState>({ at: 'idle' });
  const say = (next: RecorderState) => {
    state.value = next;
  };
  const following = followRecordings(readRecordings, (next) => {
    clips.value = next;
  });
  effect(() => {
    if (view.value) following.follow(view.value.recorded);
  });
  const tape = createTape(say);
  const told = (trouble: SendTrouble | null, what: 'kept' | 'dropped' | 'imported') =>
    say(trouble === null ? { at: 'done', what } : { at: 'refused', why: trouble });
  return {
    ...{ clips, state, begin: tape.begin, end: tape.end },
    forget() {
      tape.drop();
      say({ at: 'idle' });
    },
    async keep({ id, says }) {
      if (state.value.at !== 'good') return;
      const { clip } = state.value.good;
      say({ at: 'saving' });
      told(await sendRecording('keep', { id, says }, new Blob([new Uint8Array(writeWav(clip))])), 'kept');
    },
    async drop({ says }) {
      const kept = clips.value.find((one) => one.says.toLowerCase() === says.toLowerCase());
      if (!kept) return;
      say({ at: 'saving' });
      told(await sendRecording('drop', { id: kept.id }), 'dropped');
    },
    async takePack(file) {
      say({ at: 'saving' });
      const isTooLarge = file.size > MOST_PACK_BYTES;
      told(isTooLarge ? 'too-large' : await sendRecording('import', {}, file), 'imported');
    },
  };
}

/** The microphone, one take at a time. */
function createTape(say: (state: RecorderState) => void) {
  let take: Take | null = null;
  let ticking: ReturnType<typeof setInterval> | undefined;
  let count = 0;

  const end = async () => {
    const ended = take;
    if (!ended) return;
    const mine = count;
    take = null;
    clearInterval(ticking);
    say({ at: 'judging' });
    await new Promise((done) => setTimeout(done, LISTEN_ON_MS));
    const judged = await ended.end().then(judgeRecording, () => 'unreadable' as const);
    if (mine !== count) return;
    say(typeof judged === 'string' ? { at: 'bad', why: judged } : { at: 'good', good: judged });
  };

  const begin = async () => {
    count += 1;
    const mine = count;
    say({ at: 'opening' });
    const opened = await openMicrophone();
    if (typeof opened === 'string') return say({ at: 'bad', why: opened });
    // Meanwhile another clip was chosen.
    if (mine !== count) return opened.drop();
    take = opened;
    const begunAt = performance.now();
    say({ at: 'recording', seconds: 0 });
    ticking = setInterval(() => {
      const ms = performance.now() - begunAt;
      if (ms > LONGEST_MS) void end();
      else say({ at: 'recording', seconds: Math.floor(ms / 1_000) });
    }, TELL_EVERY_MS);
  };

  const drop = () => {
    count += 1;
    clearInterval(ticking);
    take?.drop();
    take = null;
  };
  return { begin, end, drop };
}
