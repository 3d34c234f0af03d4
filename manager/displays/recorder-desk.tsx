import { useEffect, useRef } from 'preact/hooks';
import { announcement } from '#display/voice/announcement.ts';
import type { ClipToRecord } from '#display/voice/clips-to-record.ts';
import { clipKey, SHIPPED_PACKS, shippedPack } from '#display/voice/shipped-packs.ts';
import { listenTo } from '#manager/listen.ts';
import type { RecordedClip } from '#shared/domain/recording.ts';
import { recorderWords } from './recorder-words.ts';
import type { RecorderState, Recording } from './recording.ts';

type Props = {
  recording: Recording;
  clip: ClipToRecord;
  kept: RecordedClip | undefined;
  /** The built-in voice that is chosen. */
  pack: string;
  next: (() => void) | null;
};

/** One clip: heard, recorded, judged, and kept or thrown away. */
export function RecorderDesk({ recording, clip, kept, pack, next }: Props) {
  const w = recorderWords();
  const state = recording.state.value;
  const builtIn = builtInClips(clip.says, pack);
  // Whoever leaves the sheet leaves no microphone open.
  useEffect(() => () => recording.forget(), [recording]);
  const desk = useRef<HTMLDivElement>(null);
  // Who has chosen a clip goes on here, also from the end of a long list.
  useEffect(() => desk.current?.querySelector<HTMLElement>('.primary')?.focus(), []);
  return (
    <div class="recorder-desk" ref={desk}>
      <p class="recorder-text">
        <strong>{clip.says}</strong> {clip.letter && <span class="soft">{w.spokenAs(clip.letter)}</span>}
      </p>
      <div class="recorder-buttons">
        {builtIn ? (
          <button type="button" class="small" onClick={() => void listenTo(builtIn)}>
            {w.hearBuiltIn}
          </button>
        ) : (
          <span class="soft">{w.noBuiltIn}</span>
        )}
        {kept && (
          <>
            <button type="button" class="small" onClick={() => void listenTo([kept.address])}>
              {w.hearKept}
            </button>
            <button type="button" class="small" onClick={() => void recording.drop(clip)}>
              {w.drop}
            </button>
          </>
        )}
      </div>
      <TapeButtons recording={recording} clip={clip} />
      <p class={'why' in state ? 'recorder-says is-missing' : 'recorder-says'} role="status">
        {saysOf(state)}
      </p>
      {next && (
        <button type="button" class="small" onClick={next}>
          {w.next}
        </button>
      )}
    </div>
  );
}

function TapeButtons({ recording, clip }: Pick<Props, 'recording' | 'clip'>) {
  const w = recorderWords();
  const state = recording.state.value;
  const isBusy = state.at === 'opening' || state.at === 'judging' || state.at === 'saving';
  if (state.at === 'recording') {
    return (
      <div class="recorder-buttons">
        <button type="button" class="primary" onClick={() => void recording.end()}>
          {w.stop}
        </button>
      </div>
    );
  }
  return (
    <div class="recorder-buttons">
      {state.at === 'good' && (
        <>
          <button type="button" class="primary" onClick={() => void recording.keep(clip)}>
            {w.keep}
          </button>
          <button type="button" class="secondary" onClick={() => void listenTo([state.good.clip])}>
            {w.hear}
          </button>
          <button type="button" class="secondary" onClick={recording.forget}>
            {w.forget}
          </button>
        </>
      )}
      <button
        type="button"
        class={state.at === 'good' ? 'secondary' : 'primary'}
        disabled={isBusy}
        onClick={() => void recording.begin()}
      >
        {state.at === 'good' || state.at === 'bad' ? w.again : w.record}
      </button>
    </div>
  );
}

function saysOf(state: RecorderState): string {
  const w = recorderWords();
  switch (state.at) {
    case 'idle':
      return w.advice;
    case 'opening':
      return w.opening;
    case 'recording':
      return w.recording(state.seconds);
    case 'judging':
      return w.judging;
    case 'saving':
      return w.saving;
    case 'good':
      return w.good(state.good.durationMs, state.good.snrDb);
    case 'done':
      return w.done[state.what];
    case 'bad':
    case 'refused':
      return w.troubles[state.why];
  }
}

/** How the chosen voice says it now, from one clip or several; null: not at all. */
function builtInClips(says: string, name: string): string[] | null {
  const pack = shippedPack(name) ?? shippedPack(SHIPPED_PACKS[0]);
  if (!pack) return null;
  const clips = announcement({ number: '', counter: 0, service: says }, '{service}', pack);
  const addresses = clips.flatMap((clip) => pack.addresses.get(clipKey(pack.name, clip)) ?? []);
  return addresses.length === 0 ? null : addresses;
}
