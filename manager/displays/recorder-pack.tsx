import { useId } from 'preact/hooks';
import { RECORDINGS_PATH } from '#shared/domain/recording.ts';
import { recorderWords } from './recorder-words.ts';
import type { Recording } from './recording.ts';

/** All recordings as one file: out of this hall, or into it. */
export function RecorderPack({ recording, isEmpty }: { recording: Recording; isEmpty: boolean }) {
  const w = recorderWords();
  const id = useId();
  const state = recording.state.value;
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // The same file may be chosen once more after it was put right.
    if (file) void recording.takePack(file).finally(() => (input.value = ''));
  };
  return (
    <div class="recorder-pack">
      <h3>{w.pack}</h3>
      <div class="recorder-buttons">
        {!isEmpty && (
          <a class="small" href={`${RECORDINGS_PATH}pack.json`} download="luot-giong-doc.json">
            {w.export}
          </a>
        )}
        <label class="recorder-file" for={id}>
          {w.import}
        </label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          disabled={state.at === 'saving' || state.at === 'recording'}
          onChange={(event) => take(event.currentTarget)}
        />
      </div>
      <p class="soft">{w.packHint}</p>
      <p class={state.at === 'refused' ? 'is-missing' : ''} role="status">
        {state.at === 'refused' && w.troubles[state.why]}
        {state.at === 'done' && state.what === 'imported' && w.done.imported}
      </p>
    </div>
  );
}
