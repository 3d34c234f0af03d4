import type { Bilingual } from '#shared/contract/bilingual.ts';

/** Both languages at once: nobody has chosen one yet on this PC. */
export function Both({ text: { vi, en } }: { text: Bilingual }) {
  return (
    <>
      {vi} <small lang="en">{en}</small>
    </>
  );
}
