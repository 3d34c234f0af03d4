import { words } from '#manager/words.ts';
import type { MachinePicture } from '#shared/contract/health.ts';
import { minutesText, wholeMinutes } from '#shared/page/duration.ts';
import { healthWords } from './health-words.ts';
import { placeWords } from './machine-words.ts';

const DAY_MINUTES = 24 * 60;

/** Its name, or for a page on the server's own PC what it is. */
export function machineName({ name, role, counter }: MachinePicture): string {
  return name ?? `${placeWords(role, counter)} · ${healthWords().thisPc}`;
}

/** All that a machine has said, in one line for whoever wants to know more. Nothing for one that has said nothing yet. */
export function healthFacts({ health, printer, isHere }: MachinePicture, at: number): string {
  // What a machine said long ago is no news of it.
  if (health === null || !isHere) return '';
  const w = healthWords();
  const { screen, shell, memory, sound, clockOffMs, browser } = health;
  const size = `${screen.width}\u00a0×\u00a0${screen.height}${screen.scale === 1 ? '' : ` (${screen.scale}×)`}`;
  const mb = memory.appMb ?? memory.pageMb;
  const facts = [
    w.page(health.version),
    shell ? w.app(shell.version) : browser,
    shell?.update === 'ready' && w.updateReady,
    w.up(span(at - (shell?.since ?? health.since))),
    size,
    screen.monitors !== null && w.monitors(screen.monitors),
    mb !== null && w.memory(mb),
    sound !== null && w.sound[sound],
    clockOffMs !== null && clockText(clockOffMs),
    printer !== null && printer !== 'none' && lowered(words().printerState[printer]),
  ];
  return facts.filter((fact) => typeof fact === 'string').join(' · ');
}

function clockText(offMs: number): string {
  const w = healthWords();
  const seconds = Math.abs(Math.round(offMs / 1_000));
  if (seconds < 2) return w.clockRight;
  const text = seconds < 60 ? w.seconds(seconds) : span(seconds * 1_000);
  return offMs > 0 ? w.clockFast(text) : w.clockSlow(text);
}

function span(ms: number): string {
  const minutes = wholeMinutes(ms);
  return minutes < DAY_MINUTES ? minutesText(minutes) : healthWords().days(Math.floor(minutes / DAY_MINUTES));
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
