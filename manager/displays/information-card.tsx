import { useId, useState } from 'preact/hooks';
import { ChoiceButtons } from '#manager/choice-buttons.tsx';
import type { Choosing } from '#manager/choosing.ts';
import type { ChoicesView, InformationFile } from '#shared/contract/choices-views.ts';
import type { InformationChoice, InformationPiece } from '#shared/domain/choices.ts';
import { InformationFiles } from './information-files.tsx';
import { InformationPieces } from './information-pieces.tsx';
import { InformationPreview } from './information-preview.tsx';
import { informationWords } from './information-words.ts';

type Props = { choosing: Choosing; view: ChoicesView };

const LINE_LENGTH = 160;
const NEW_SECONDS = 15;

/** What stands on the displays while nobody is being called: chosen and looked at here, and then kept for all of them. */
export function InformationCard({ choosing, view }: Props) {
  const w = informationWords();
  const line = useId();
  // Null: as it is kept. What another manager keeps meanwhile does not take away what is being chosen here.
  const [draft, setDraft] = useState<InformationChoice | null>(null);
  const [looksAt, lookAt] = useState<InformationPiece | null>(null);
  const choice = draft ?? view.choices.information;
  const change = (part: Partial<InformationChoice>) => setDraft({ ...choice, ...part });
  const add = (piece: InformationPiece) => change({ pieces: [...choice.pieces, piece] });
  const addFile = ({ name }: InformationFile) => add({ kind: 'file', file: name, seconds: NEW_SECONDS });
  return (
    <section class="card information" aria-labelledby="information-heading">
      <h2 id="information-heading">{w.heading}</h2>
      {view.isDamaged && <p class="is-missing">{w.damagedChoices}</p>}
      <label class="information-switch">
        <input
          type="checkbox"
          checked={choice.isShown}
          onChange={(event) => change({ isShown: event.currentTarget.checked })}
        />
        {w.isShown}
      </label>
      <p class="soft">{w.advice}</p>
      <div class="form-field">
        <label for={line}>{w.line}</label>
        <input
          id={line}
          type="text"
          autocomplete="off"
          maxLength={LINE_LENGTH}
          value={choice.line}
          aria-describedby={`${line}-hint`}
          onInput={(event) => change({ line: event.currentTarget.value })}
        />
        <p id={`${line}-hint`} class="soft">
          {w.lineHint}
        </p>
      </div>
      <div class="information-columns">
        <InformationPieces
          pieces={choice.pieces}
          files={view.files}
          change={(pieces) => change({ pieces })}
          look={lookAt}
        />
        <InformationFiles
          files={view.files}
          add={addFile}
          look={({ name }) => lookAt({ kind: 'file', file: name, seconds: NEW_SECONDS })}
          addNotice={() => add({ kind: 'notice', title: '', text: '', seconds: NEW_SECONDS })}
        />
      </div>
      {looksAt && <InformationPreview piece={looksAt} files={view.files} />}
      <Keep choosing={choosing} choice={choice} isChanged={draft !== null} done={() => setDraft(null)} />
    </section>
  );
}

type KeepProps = { choosing: Choosing; choice: InformationChoice; isChanged: boolean; done(): void };

function Keep({ choosing, choice, isChanged, done }: KeepProps) {
  const w = informationWords();
  const isWhole = choice.pieces.every(isWholePiece);
  const save = async () => {
    if (await choosing.choose('information:choose', choice)) done();
  };
  return (
    <>
      <ChoiceButtons
        choosing={choosing}
        name="information:choose"
        isChanged={isChanged}
        isWhole={isWhole}
        save={save}
        discard={done}
        words={w}
      />
      <p class={isWhole ? 'information-says' : 'information-says is-missing'} role="status">
        {!isWhole && w.missing}
        {isWhole && !isChanged && choosing.saved.value === 'information:choose' && w.saved}
      </p>
    </>
  );
}

function isWholePiece(piece: InformationPiece): boolean {
  const { seconds } = piece;
  if (!Number.isInteger(seconds) || seconds < 5 || seconds > 600) return false;
  return piece.kind === 'file' || piece.title.trim() !== '';
}
