import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BoardPiece } from '#shared/contract/choices-views.ts';
import { displayWords } from './display-words.ts';
import { useFit } from './fit.ts';

type Film = Extract<BoardPiece, { kind: 'picture' | 'film' }>;
type Notice = Extract<BoardPiece, { kind: 'notice' }>;

/** Addresses at which nothing was found that can be shown. */
const broken = signal<readonly string[]>([]);

/** What can be shown of these: a damaged picture costs nobody its turn. */
export function unbroken(pieces: readonly BoardPiece[]): readonly BoardPiece[] {
  return pieces.filter((piece) => piece.kind === 'notice' || !broken.value.includes(piece.address));
}

/** What the office wants to say while nobody is being called. */
export function Information({ piece }: { piece: BoardPiece }) {
  return (
    <section class="information" aria-label={displayWords().information}>
      {piece.kind === 'notice' && <NoticePiece notice={piece} />}
      {piece.kind === 'picture' && (
        <img key={piece.address} src={piece.address} alt="" onError={() => leaveOut(piece.address)} />
      )}
      {piece.kind === 'film' && <FilmPiece key={piece.address} film={piece} />}
    </section>
  );
}

function NoticePiece({ notice: { title, text } }: { notice: Notice }) {
  const box = useFit<HTMLDivElement>(`${title}\n${text}`);
  return (
    <div class="notice" ref={box}>
      <h2>{title}</h2>
      {text !== '' && <p>{text}</p>}
    </div>
  );
}

/** Silent: the voice of the hall is that of the calls. */
function FilmPiece({ film: { address } }: { film: Film }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const node = video.current;
    // A film that has left the page keeps its pictures in memory until it is told to forget them.
    return () => {
      node?.removeAttribute('src');
      node?.load();
    };
  }, []);
  return <video ref={video} src={address} autoplay loop muted playsInline onError={() => leaveOut(address)} />;
}

/** The file changes its address when it is replaced, so that a mended one has its turn again; an hour of broken ones is enough. */
function leaveOut(address: string) {
  broken.value = [...broken.value.slice(-MOST_BROKEN), address];
}

const MOST_BROKEN = 50;
