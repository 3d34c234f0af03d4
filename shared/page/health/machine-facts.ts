import type { HealthReport, SoundHealth, UpdateNews } from '#shared/contract/health.ts';
import { PROGRAM_VERSION } from '#shared/contract/program-version.ts';

/** What only the app around the page knows. */
export type ShellFacts = {
  version: string;
  upMs: number;
  appMb: number | null;
  freeMb: number | null;
  monitors: number;
  update: UpdateNews | null;
};

/** As much of a window as is looked at. */
export type Sight = {
  navigator: { userAgent: string };
  performance: { now(): number };
  screen: { width: number; height: number };
  devicePixelRatio: number;
};

type Known = { shell: ShellFacts | null; sound: SoundHealth | null; clockOffMs: number | null };

/** What a page can tell of the machine it is on. */
export function machineFacts(page: Sight, { shell, sound, clockOffMs }: Known): HealthReport {
  const { screen, devicePixelRatio: scale } = page;
  return {
    version: PROGRAM_VERSION,
    browser: browserName(page.navigator.userAgent),
    shell: shell && { version: shell.version, upMs: Math.round(shell.upMs), update: shell.update },
    upMs: Math.round(page.performance.now()),
    memory: { pageMb: pageMemory(page.performance), appMb: shell?.appMb ?? null, freeMb: shell?.freeMb ?? null },
    screen: {
      width: Math.round(screen.width),
      height: Math.round(screen.height),
      scale: Math.round(scale * 100) / 100,
      monitors: shell?.monitors ?? null,
    },
    sound,
    clockOffMs,
  };
}

/** `Chrome 153`. Edge calls itself Chrome as well, so that it is asked for first. */
function browserName(userAgent: string): string | null {
  const found = /(Edg|Firefox)\/(\d+)/.exec(userAgent) ?? /(Chrome|Version)\/(\d+)/.exec(userAgent);
  if (!found) return null;
  const [, name = '', version = ''] = found;
  return `${NAMES[name] ?? name} ${version}`;
}

const NAMES: Record<string, string> = { Edg: 'Edge', Version: 'Safari' };

/** Chromium tells how much its script holds; no standard does. */
function pageMemory(performance: object): number | null {
  const { memory } = performance as { memory?: { usedJSHeapSize?: unknown } };
  const bytes = memory?.usedJSHeapSize;
  return typeof bytes === 'number' ? Math.round(bytes / 1_048_576) : null;
}
