/** What stands on a screen that cannot show its page: one sentence, and what a person can do. Vietnamese first. */
export type CalmWords = {
  says: Bilingual;
  /** Told only when it takes longer than a moment. */
  advice?: Bilingual;
  /** Small, for whoever looks after the machine. */
  note?: string;
};

type Bilingual = { vi: string; en: string };

/**
 * A calm page in the colours of the house, readable from across a hall. It is an address of its own (data:), so that nothing has to
 * be found on a disk, and it may load and run nothing.
 */
export function calmPage({ says, advice, note }: CalmWords): string {
  const more = advice
    ? `<p class="advice">${plain(advice.vi)}</p><p class="advice" lang="en">${plain(advice.en)}</p>`
    : '';
  return `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Lượt</title>
<style>${STYLE}</style>
<main>
${SIGN}
<h1>${plain(says.vi)}</h1>
<p lang="en">${plain(says.en)}</p>
${more}
</main>
<footer>${plain(note ?? '')}</footer>`)}`;
}

/** Is this address a calm page? */
export const isCalmPage = (address: string) => address.startsWith('data:text/html');

// Measured by the smaller side of the glass, so that the same page serves a kiosk that stands upright and a TV across the hall.
const STYLE = `
  html { height: 100%; background: #073c44; color: #fff; font: 400 16px/1.45 'Noto Sans', 'Segoe UI', system-ui, sans-serif; cursor: none }
  body { height: 100%; margin: 0; display: grid; grid-template-rows: 1fr auto; text-align: center; user-select: none }
  main { display: flex; flex-direction: column; align-items: center; justify-content: center; padding: 0 6vmin; text-wrap: balance }
  h1 { margin: 4vmin 0 0; font-size: 7.6vmin; line-height: 1.36 } p { margin: 0; font-size: 4.6vmin; color: #b9cbd3 }
  .advice { max-width: 44em; margin-top: 3.2vmin; font-size: max(3.6vmin, 0.85rem); white-space: pre-line; color: #fff; animation: appear 0.6s 6s backwards }
  .advice + .advice { margin-top: 1vmin; color: #b9cbd3 }
  svg { width: 21vmin; height: 21vmin } .lamp { animation: breathe 4s ease-in-out infinite }
  footer { min-height: 1.45em; padding: 2vmin; font-size: max(2vmin, 11px); color: #b9cbd3; overflow-wrap: anywhere }
  @keyframes appear { from { opacity: 0 } }
  @keyframes breathe { 50% { opacity: 0.35 } }
  @media (prefers-reduced-motion: reduce) { * { animation: none !important } }
`;

/** The house's sign: a counter's window, and a slip that glows softly, so that a glance tells that the machine is alive. */
const SIGN = `<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0b5560"/><path d="M8 5h16v15H8z" fill="#fff"/><path d="M11 9h4.5v3H11zM16.5 9H21v3h-4.5zM11 13.5h4.5v3H11zM16.5 13.5H21v3h-4.5z" fill="#0b5560"/><path class="lamp" d="M12 22h8v6l-2-1.3L16 28l-2-1.3L12 28z" fill="#ffd166"/></svg>`;

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
