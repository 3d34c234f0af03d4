import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { QuietSpan, VolumeSpan } from '#shared/domain/voice-choice.ts';
import { type ChangeVoice, TimeField, VolumeField } from './voice-fields.tsx';
import { voiceWords } from './voice-words.ts';

const MOST = 6;
const NEW_SPAN = { from: '11:30', until: '13:00' };

/** Times of day at which it is louder or softer. */
export function VolumeHours({ voice, change }: ChangeVoice) {
  const w = voiceWords();
  const { volumes } = voice;
  const set = (next: readonly VolumeSpan[]) => change({ volumes: [...next] });
  return (
    <Hours
      {...{ heading: w.volumes, says: w.addVolume, spans: volumes, set, fresh: { ...NEW_SPAN, volume: voice.volume } }}
    >
      {(span, setSpan) => (
        <VolumeField label={w.volume} value={span.volume} change={(volume) => setSpan({ ...span, volume })} />
      )}
    </Hours>
  );
}

/** Times of day at which nothing is spoken. */
export function QuietHours({ voice, change }: ChangeVoice) {
  const w = voiceWords();
  const set = (next: readonly QuietSpan[]) => change({ quiet: [...next] });
  const fresh: QuietSpan = { ...NEW_SPAN, chime: 'soft' };
  return (
    <Hours {...{ heading: w.quiet, hint: w.quietHint, says: w.addQuiet, spans: voice.quiet, set, fresh }}>
      {(span, setSpan) => <ChimeField chime={span.chime} change={(chime) => setSpan({ ...span, chime })} />}
    </Hours>
  );
}

function ChimeField({ chime, change }: { chime: QuietSpan['chime']; change: (chime: QuietSpan['chime']) => void }) {
  const w = voiceWords();
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{w.chime}</label>
      <select
        id={id}
        value={chime}
        onChange={(event) => change(event.currentTarget.value === 'none' ? 'none' : 'soft')}
      >
        <option value="soft">{w.chimes.soft}</option>
        <option value="none">{w.chimes.none}</option>
      </select>
    </div>
  );
}

type Span = { from: string; until: string };
type HoursProps<S extends Span> = {
  heading: string;
  hint?: string;
  says: string;
  spans: readonly S[];
  set: (spans: readonly S[]) => void;
  fresh: S;
  children: (span: S, set: (span: S) => void) => ComponentChildren;
};

function Hours<S extends Span>({ heading, hint, says, spans, set, fresh, children }: HoursProps<S>) {
  const w = voiceWords();
  return (
    <fieldset class="voice-hours">
      <legend>{heading}</legend>
      {hint && <p class="soft">{hint}</p>}
      <ul>
        {spans.map((span, index) => {
          const setSpan = (next: S) => set(spans.map((other, at) => (at === index ? next : other)));
          return (
            <li key={index}>
              <TimeField label={w.from} value={span.from} change={(from) => setSpan({ ...span, from })} />
              <TimeField label={w.until} value={span.until} change={(until) => setSpan({ ...span, until })} />
              {children(span, setSpan)}
              <button type="button" class="small" onClick={() => set(spans.filter((_, at) => at !== index))}>
                {w.remove}
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" class="small" disabled={spans.length >= MOST} onClick={() => set([...spans, fresh])}>
        {says}
      </button>
    </fieldset>
  );
}
