import { useEffect, useRef, useState } from 'preact/hooks';
import type { Wording } from '#display/voice/readings.ts';
import { type Trial, tryVoice } from '#display/voice/try-voice.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import type { RecordedClip } from '#shared/domain/recording.ts';
import { gainsAt, type VoiceChoice } from '#shared/domain/voice-choice.ts';
import { voiceWords } from './voice-words.ts';

type Props = { voice: VoiceChoice; wording: Wording; hall: ManagerView; recorded: readonly RecordedClip[] };
type Heard = Awaited<Trial['ended']>;

/** Plays a call here as the hall would hear it, at the usual volume, also in a quiet hour. */
export function VoiceTrial({ voice, wording, hall, recorded }: Props) {
  const w = voiceWords();
  const trial = useRef<Trial | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [heard, setHeard] = useState<Heard | null>(null);
  useEffect(() => () => trial.current?.stop(), []);
  const service = hall.services[0];
  const call = { number: `${service?.prefix ?? 'A'}005`, counter: hall.counters.at(-1)?.id ?? 3 };
  const play = async (more: { language?: 'en' }) => {
    const gains = gainsAt({ ...voice, volumes: [], quiet: [] }, '00:00');
    const begun = tryVoice({ ...call, service: service?.short ?? '', ...more }, { ...voice, wording, gains, recorded });
    trial.current = begun;
    setPlaying(true);
    setHeard(await begun.ended);
    setPlaying(false);
  };
  return (
    <div class="voice-trial">
      <div class="choice-buttons">
        {isPlaying ? (
          <button type="button" class="small" onClick={() => trial.current?.stop()}>
            {w.stop}
          </button>
        ) : (
          <>
            <button type="button" class="small" onClick={() => void play({})}>
              {w.tryIt}
            </button>
            <button type="button" class="small" onClick={() => void play({ language: 'en' })}>
              {w.tryEnglish}
            </button>
          </>
        )}
      </div>
      <p class="soft" role="status">
        {isPlaying && w.trying(call.number, call.counter)}
        {!isPlaying && heard === 'blocked' && w.blocked}
        {!isPlaying && heard === 'no-clips' && w.noClips}
      </p>
    </div>
  );
}
