import { useId } from 'preact/hooks';
import type { InformationFile } from '#shared/contract/choices-views.ts';
import type { InformationPiece } from '#shared/domain/choices.ts';
import { informationWords } from './information-words.ts';

type Pieces = readonly InformationPiece[];
type Notice = Extract<InformationPiece, { kind: 'notice' }>;

type Props = {
  pieces: Pieces;
  files: readonly InformationFile[];
  change(pieces: InformationPiece[]): void;
  look(piece: InformationPiece): void;
};

const TITLE_LENGTH = 80;
const TEXT_LENGTH = 300;

/** What has its turn, in this order. */
export function InformationPieces({ pieces, files, change, look }: Props) {
  const w = informationWords();
  const put = (index: number, piece: InformationPiece) => change(pieces.map((one, at) => (at === index ? piece : one)));
  const drop = (index: number) => change(pieces.filter((_, at) => at !== index));
  return (
    <div>
      <h3>{w.pieces}</h3>
      {pieces.length === 0 && <p class="none">{w.noPieces}</p>}
      <ol class="information-list">
        {pieces.map((piece, index) => (
          <PieceRow
            // The place in the order is all that tells two equal pieces apart
            key={index}
            {...{ piece, look }}
            isThere={piece.kind === 'notice' || files.some(({ name, kind }) => name === piece.file && kind !== null)}
            put={(next) => put(index, next)}
            drop={() => drop(index)}
            up={index === 0 ? null : () => change(moved(pieces, index))}
          />
        ))}
      </ol>
    </div>
  );
}

function moved(pieces: Pieces, index: number): InformationPiece[] {
  const others = pieces.filter((_, at) => at !== index);
  return [...others.slice(0, index - 1), ...pieces.slice(index, index + 1), ...others.slice(index - 1)];
}

type RowProps = {
  piece: InformationPiece;
  isThere: boolean;
  put(piece: InformationPiece): void;
  drop(): void;
  up: (() => void) | null;
  look(piece: InformationPiece): void;
};

function PieceRow({ piece, isThere, put, drop, up, look }: RowProps) {
  const w = informationWords();
  const name = piece.kind === 'file' ? piece.file : piece.title || w.notice;
  return (
    <li>
      {piece.kind === 'file' ? <strong class="information-name">{name}</strong> : <NoticeFields {...{ piece, put }} />}
      {!isThere && <span class="is-missing">{w.gone}</span>}
      <span class="information-acts">
        <label class="information-seconds">
          <input
            type="number"
            min={5}
            max={600}
            aria-label={w.secondsOf(name)}
            value={piece.seconds}
            onInput={(event) => put({ ...piece, seconds: event.currentTarget.valueAsNumber })}
          />{' '}
          {w.seconds}
        </label>
        <button type="button" class="small" aria-label={w.lookAt(name)} onClick={() => look(piece)}>
          {w.look}
        </button>
        {up && (
          <button type="button" class="small" aria-label={w.upOf(name)} onClick={up}>
            {w.up}
          </button>
        )}
        <button type="button" class="small" aria-label={w.removeOf(name)} onClick={drop}>
          {w.remove}
        </button>
      </span>
    </li>
  );
}

function NoticeFields({ piece, put }: { piece: Notice; put(piece: InformationPiece): void }) {
  const w = informationWords();
  const id = useId();
  return (
    <div class="information-notice">
      <div class="form-field">
        <label for={`${id}-title`}>{w.noticeTitle}</label>
        <input
          id={`${id}-title`}
          type="text"
          autocomplete="off"
          maxLength={TITLE_LENGTH}
          value={piece.title}
          aria-invalid={piece.title.trim() === ''}
          onInput={(event) => put({ ...piece, title: event.currentTarget.value })}
        />
      </div>
      <div class="form-field">
        <label for={`${id}-text`}>{w.noticeText}</label>
        <textarea
          id={`${id}-text`}
          rows={3}
          maxLength={TEXT_LENGTH}
          value={piece.text}
          onInput={(event) => put({ ...piece, text: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}
