import { useState } from 'preact/hooks';
import type { InformationFile } from '#shared/contract/choices-views.ts';
import type { InformationPiece } from '#shared/domain/choices.ts';
import { informationWords } from './information-words.ts';

type Props = { piece: InformationPiece; files: readonly InformationFile[] };

/** One piece as the displays show it: whole, on their dark ground, and silent. */
export function InformationPreview({ piece, files }: Props) {
  const w = informationWords();
  const file = piece.kind === 'file' ? files.find(({ name }) => name === piece.file) : undefined;
  return (
    <figure class="information-preview">
      <figcaption>{w.preview}</figcaption>
      <div class="information-glass">
        {piece.kind === 'notice' && (
          <>
            <p class="information-title">{piece.title}</p>
            <p>{piece.text}</p>
          </>
        )}
        {piece.kind === 'file' && (file?.kind ? <Shown key={file.address} file={file} /> : <p>{w.gone}</p>)}
      </div>
    </figure>
  );
}

function Shown({ file: { kind, name, address } }: { file: InformationFile }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p>{informationWords().cannotOpen}</p>;
  const fail = () => setBroken(true);
  if (kind === 'picture') return <img src={address} alt={name} onError={fail} />;
  return <video src={address} aria-label={name} autoplay loop muted playsInline controls onError={fail} />;
}
