import type { Face } from '#shared/domain/rating.ts';

/** By the mouth, so that no colour has to be told from another. */
const MOUTHS: Record<Face, string> = {
  1: 'M14 35 Q24 22 34 35',
  2: 'M15 33 Q24 27 33 33',
  3: 'M15 32 L33 32',
  4: 'M15 29 Q24 36 33 29',
  5: 'M12 27 Q24 44 36 27 Z',
};

export function FaceIcon({ face }: { face: Face }) {
  return (
    <svg class="rating-icon" viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="21" />
      <circle class="eye" cx="17" cy="18.5" r="2.4" />
      <circle class="eye" cx="31" cy="18.5" r="2.4" />
      <path d={MOUTHS[face]} />
      {face === 1 && <path d="M12 12 L20 15 M36 12 L28 15" />}
    </svg>
  );
}
