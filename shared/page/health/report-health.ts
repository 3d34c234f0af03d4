import type { HealthReport, Restart, SoundHealth } from '#shared/contract/health.ts';
import type { ViewName } from '#shared/contract/views.ts';
import type { Connection } from '#shared/page/connection.ts';
import { machineFacts, type ShellFacts, type Sight } from './machine-facts.ts';

/** How often a machine says how it is. */
export const REPORT_EVERY_MS = 5_000;
/** An answer that took longer says too little about a clock. */
const TRUSTED_ROUND_TRIP_MS = 2_000;

/** The page and the app around it. */
export type Around = Sight & {
  reload(): void;
  /** The app; undefined in a plain browser. */
  shell: { health(): Promise<ShellFacts>; restart(): Promise<void> } | undefined;
};

type Needs = {
  connection: Pick<Connection<ViewName>, 'view' | 'online' | 'send' | 'onRestart'>;
  /** Of a page that speaks; null: this one does not. */
  sound?: () => SoundHealth | null;
  /** Fulfilled when starting anew disturbs nobody. */
  whenFree?: () => Promise<void>;
  around?: Around;
};

/** Tells the server every few seconds how this machine is, and starts anew when the manager asks for it. */
export function reportHealth({ connection, sound, whenFree, around = aroundHere() }: Needs): void {
  let clockOffMs: number | null = null;
  let isUnderWay = false;

  const tell = async () => {
    if (isUnderWay || connection.view.value === null || connection.online.value !== 'online') return;
    isUnderWay = true;
    const isFirst = clockOffMs === null;
    const report = machineFacts(around, { shell: await askShell(around), sound: sound?.() ?? null, clockOffMs });
    clockOffMs = (await exchange(connection, report)) ?? clockOffMs;
    isUnderWay = false;
    // What the first exchange has shown of the clock is told at once.
    if (isFirst && clockOffMs !== null) void tell();
  };
  // A page that has just been let in, or has come back.
  let wasIn = false;
  connection.view.subscribe((view) => {
    if (view !== null && !wasIn) void tell();
    wasIn = view !== null;
  });
  setInterval(() => void tell(), REPORT_EVERY_MS);

  connection.onRestart((what) => {
    const start = wayOf(what, around);
    if (!start) return false;
    void (whenFree?.() ?? Promise.resolve()).then(start);
    return true;
  });
}

/** One report; not repeated, the next one is newer. @returns this clock minus the server's, ms; null: not known from this one */
async function exchange({ send }: Needs['connection'], report: HealthReport): Promise<number | null> {
  const sentAt = performance.now();
  const reply = await send('machine:health', report, { once: true });
  const roundTripMs = performance.now() - sentAt;
  if (!reply.ok || roundTripMs > TRUSTED_ROUND_TRIP_MS) return null;
  return Math.round(Date.now() - (reply.answer.at + roundTripMs / 2));
}

async function askShell({ shell }: Around): Promise<ShellFacts | null> {
  try {
    return (await shell?.health()) ?? null;
  } catch {
    // An app that does not answer: the page tells what it knows itself.
    return null;
  }
}

function wayOf(what: Restart, { shell, reload }: Around): (() => void) | null {
  if (what === 'page') return reload;
  return shell ? () => void shell.restart() : null;
}

function aroundHere(): Around {
  const { navigator, performance, screen } = window;
  return {
    ...{ navigator, performance, screen, reload: () => location.reload(), shell: window.luot },
    get devicePixelRatio() {
      return window.devicePixelRatio;
    },
  };
}
