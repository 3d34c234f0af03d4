import { useId } from 'preact/hooks';
import type { VoiceChoice } from '#shared/domain/voice-choice.ts';
import { voiceWords } from './voice-words.ts';

export type ChangeVoice = { voice: VoiceChoice; change: (part: Partial<VoiceChoice>) => void };

/** Which of the voices speaks. One that this page does not know by name, as an office's own, keeps its place. */
export function PackField({ voice, change }: ChangeVoice) {
  const w = voiceWords();
  const id = useId();
  const packs = [...new Set([...Object.keys(w.packs), voice.pack])];
  return (
    <div class="form-field">
      <label for={id}>{w.pack}</label>
      <select id={id} value={voice.pack} onChange={(event) => change({ pack: event.currentTarget.value })}>
        {packs.map((pack) => (
          <option key={pack} value={pack}>
            {w.packs[pack] ?? pack}
          </option>
        ))}
      </select>
    </div>
  );
}

const READINGS = [1, 2] as const;

export function ReadingsField({ voice, change }: ChangeVoice) {
  const w = voiceWords();
  const id = useId();
  const chosen = (value: string) => READINGS.find((readings) => String(readings) === value) ?? voice.readings;
  return (
    <div class="form-field">
      <label for={id}>{w.readings}</label>
      <select
        id={id}
        value={String(voice.readings)}
        onChange={(event) => change({ readings: chosen(event.currentTarget.value) })}
      >
        {READINGS.map((readings) => (
          <option key={readings} value={String(readings)}>
            {w.times(readings)}
          </option>
        ))}
      </select>
    </div>
  );
}

type VolumeProps = { label: string; value: number; change: (volume: number) => void };

export function VolumeField({ label, value, change }: VolumeProps) {
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <div class="voice-volume">
        <input
          id={id}
          type="range"
          min={10}
          max={100}
          step={5}
          value={value}
          onInput={(event) => change(Number(event.currentTarget.value))}
        />
        <output for={id}>{`${value} %`}</output>
      </div>
    </div>
  );
}

/** `07:30`; a field of the browser's own kind would ask for AM and PM on an English Windows. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

type TimeProps = { label: string; value: string; change: (time: string) => void };

export function TimeField({ label, value, change }: TimeProps) {
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="voice-time"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        maxLength={5}
        aria-invalid={!isTime(value)}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
