import { encodePng } from '#printer/png.ts';
import { startVirtualPrinter } from '#printer/virtual-printer.ts';
import type { PaperTray } from '#server/ports.ts';

/** A printer without a printer, and where its papers can be looked at. */
export type DemoPrinter = { port: number; tray: PaperTray; close(): Promise<void> };

/** Opens one on a free port of this machine. */
export async function openDemoPrinter(): Promise<DemoPrinter> {
  let count = 0;
  const printer = await startVirtualPrinter({
    papersKept: 1,
    onPaper: () => {
      count += 1;
    },
  });
  const latest = () => {
    const paper = printer.papers.at(-1);
    return paper ? encodePng(paper) : null;
  };
  return { port: printer.port, tray: { count: () => count, latest }, close: () => printer.close() };
}
