import type { InformationFile } from '#shared/contract/choices-views.ts';
import { informationWords } from './information-words.ts';

type Props = {
  files: readonly InformationFile[];
  add(file: InformationFile): void;
  look(file: InformationFile): void;
  addNotice(): void;
};

/** From what can be chosen; and of what cannot, why not. */
export function InformationFiles({ files, add, look, addNotice }: Props) {
  const w = informationWords();
  return (
    <div>
      <h3>{w.files}</h3>
      {files.length === 0 && <p class="none">{w.noFiles}</p>}
      <ul class="information-list">
        {files.map((file) => (
          <li key={file.name}>
            <strong class="information-name">{file.name}</strong>
            <span class={file.trouble ? 'is-missing' : 'soft'}>{factsOf(file)}</span>
            {file.kind && (
              <span class="information-acts">
                <button type="button" class="small" aria-label={w.lookAt(file.name)} onClick={() => look(file)}>
                  {w.look}
                </button>
                <button type="button" class="small" aria-label={w.addOf(file.name)} onClick={() => add(file)}>
                  {w.add}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="soft">{w.filesAdvice}</p>
      <button type="button" class="secondary add" onClick={addNotice}>
        {w.addNotice}
      </button>
    </div>
  );
}

function factsOf({ kind, trouble, bytes }: InformationFile): string {
  const w = informationWords();
  if (trouble) return w.trouble[trouble];
  const size = w.size((bytes / 1_048_576).toFixed(1));
  return kind ? `${w.kind[kind]}, ${size}` : size;
}
