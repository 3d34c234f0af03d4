import type { HealthReport, MachinePicture, MachinesView, Restart } from '#shared/contract/health.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import { type DeviceRole, isDeviceRole, type Role } from '#shared/contract/roles.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { PrinterState } from '#shared/domain/printer.ts';
import type { ZoneId } from '#shared/domain/zones.ts';
import { isHeard, machineTroubles } from './machine-troubles.ts';

/** Whoever is connected: what tells one machine from another. */
export type Sender = { role: Role; counter: CounterId | null; zone?: ZoneId | null; place: string | null };
/** A machine that the manager has paired. */
export type Paired = { id: string; name: string; role: DeviceRole; counter: CounterId | null };

export type BookParts = {
  /** The server's program. */
  version: string;
  /** ms UTC. */
  now(): number;
  /** ms that only ever run forward. */
  ticks(): number;
  paired(): readonly Paired[];
  /** What the next visitor at a kiosk can expect of the printer. */
  printer(): PrinterState;
  /** Is somebody at this counter? */
  isBusy(counter: CounterId): boolean;
  /** Tells the pages that match. False: none of them said that it will. */
  tellToRestart(isMeant: (who: Sender) => boolean, what: Restart): Promise<boolean>;
};

type Heard = {
  /** On the server's own PC. */
  isLocal: boolean;
  role: DeviceRole;
  counter: CounterId | null;
  report: HealthReport;
  at: number;
  tick: number;
  since: number;
  shellSince: number;
};
type Asked = { what: Restart; askedAt: number; tick: number; backAt: number | null; answer: Promise<object | Refusal> };

/** Paired ones, and the pages on the server's own PC; beyond this the one heard longest ago is forgotten. */
export const MACHINES_KEPT = 200;
/** A page on the server's own PC that has been closed for good is not missed for ever. */
const LOCAL_KEPT_MS = 12 * 3_600_000;
/** The page asks again when an answer was lost: within this time that is the same press. */
const SAME_PRESS_MS = 10_000;
/** Between two reports a moment is worked out anew, a little differently each time. */
const SAME_MOMENT_MS = 3_000;

/** How each machine of the hall is: the latest that it said, in memory alone. */
export class MachineBook {
  private readonly parts: BookParts;
  private readonly heard = new Map<string, Heard>();
  private readonly asked = new Map<string, Asked>();

  constructor(parts: BookParts) {
    this.parts = parts;
  }

  /** A machine tells how it is. @returns the server's clock */
  hear(who: Sender, report: HealthReport): { at: number } {
    const { role, counter } = who;
    const at = this.parts.now();
    const id = machineId(who);
    if (id === null || !isDeviceRole(role)) return { at };
    const before = this.heard.get(id);
    const since = steady(before?.since, at - report.upMs);
    const shellSince = steady(before?.shellSince, at - (report.shell?.upMs ?? 0));
    // Behind all others: the first of the map is the one heard longest ago.
    this.heard.delete(id);
    const isLocal = who.place === LOCAL;
    this.heard.set(id, { isLocal, role, counter, report, at, tick: this.parts.ticks(), since, shellSince });
    this.noteReturn(id, report, at);
    if (this.heard.size > MACHINES_KEPT) this.forget(this.heard.keys().next().value ?? '');
    return { at };
  }

  /** The manager wants a machine to start its page or its app anew. Yes: it has heard it. */
  async restart(id: string, what: Restart): Promise<object | Refusal> {
    const known = this.heard.get(id);
    if (!known) return this.parts.paired().some((one) => one.id === id) ? 'machine-silent' : 'no-such-device';
    const tick = this.parts.ticks();
    const latest = this.asked.get(id);
    if (latest?.what === what && tick - latest.tick < SAME_PRESS_MS) return latest.answer;
    if (what === 'shell' && known.report.shell === null) return 'only-a-browser';
    // What a clerk has typed and not sent would be lost with the page.
    if (known.role === 'counter' && known.counter !== null && this.parts.isBusy(known.counter)) return 'finish-first';
    const answer = this.parts
      .tellToRestart((who) => machineId(who) === id, what)
      .then((will): object | Refusal => (will ? {} : 'machine-silent'));
    const asked: Asked = { what, askedAt: this.parts.now(), tick, backAt: null, answer };
    this.asked.set(id, asked);
    // Nothing has begun, so nothing is waited for.
    if (typeof (await answer) === 'string' && this.asked.get(id) === asked) this.asked.delete(id);
    return answer;
  }

  /** For the manager. */
  picture(): MachinesView {
    const { version, now, paired } = this.parts;
    const devices = paired();
    this.sweep(devices);
    const named = devices.filter(({ role }) => role !== 'manager').map((one) => this.draw(one));
    const here = [...this.heard].filter(([, { isLocal }]) => isLocal).sort(([a], [b]) => (a < b ? -1 : 1));
    const local = here.map(([id, { role, counter }]) => this.draw({ id, name: null, role, counter }));
    return { at: now(), version, machines: [...local, ...named] };
  }

  private draw(machine: Omit<Paired, 'name'> & { name: string | null }): MachinePicture {
    const { id, name, role } = machine;
    const known = this.heard.get(id);
    const isHere = known !== undefined && isHeard(role, this.parts.ticks() - known.tick);
    const asked = this.asked.get(id);
    const report = known?.report ?? null;
    return {
      ...{ id, name, role, counter: machine.counter ?? known?.counter ?? null, isHere },
      lastHeardAt: known === undefined || isHere ? null : known.at,
      health: known ? rounded(known) : null,
      printer: role === 'kiosk' ? this.parts.printer() : null,
      troubles: machineTroubles(role, report, isHere, this.parts.version),
      mayRestart: isHere ? (report?.shell ? ['page', 'shell'] : ['page']) : [],
      restart: asked ? { what: asked.what, askedAt: asked.askedAt, backAt: asked.backAt } : null,
    };
  }

  /** What started after it was asked to has come back. */
  private noteReturn(id: string, { upMs, shell }: HealthReport, at: number) {
    const asked = this.asked.get(id);
    if (!asked || asked.backAt !== null) return;
    const up = asked.what === 'shell' ? shell?.upMs : upMs;
    if (up !== undefined && up <= this.parts.ticks() - asked.tick) asked.backAt = at;
  }

  private sweep(devices: readonly Paired[]) {
    const known = new Set(devices.map(({ id }) => id));
    const now = this.parts.ticks();
    for (const [id, { tick, isLocal }] of this.heard) {
      if (isLocal ? now - tick > LOCAL_KEPT_MS : !known.has(id)) this.forget(id);
    }
  }

  private forget(id: string) {
    this.heard.delete(id);
    this.asked.delete(id);
  }
}

const LOCAL = 'local';

/** A paired machine is one machine; on the server's own PC each kind of page counts for itself. */
function machineId({ place, role, counter, zone }: Sender): string | null {
  return place === LOCAL ? [LOCAL, role, counter ?? zone].filter((part) => part != null).join('-') : place;
}

function steady(before: number | undefined, next: number): number {
  return before !== undefined && Math.abs(before - next) < SAME_MOMENT_MS ? before : next;
}

/** In steps that nobody misses: else each report would be another picture, and every open manager's page be sent it. */
function rounded({ report, since, shellSince }: Heard): MachinePicture['health'] {
  const { upMs: _, shell, memory, clockOffMs, ...rest } = report;
  const tens = (mb: number | null) => (mb === null ? null : Math.round(mb / 10) * 10);
  return {
    ...rest,
    since,
    shell: shell && { version: shell.version, since: shellSince, update: shell.update },
    memory: { pageMb: tens(memory.pageMb), appMb: tens(memory.appMb), freeMb: hundreds(memory.freeMb) },
    clockOffMs: clockOffMs === null ? null : Math.round(clockOffMs / 1_000) * 1_000,
  };
}

function hundreds(mb: number | null): number | null {
  return mb === null ? null : Math.round(mb / 100) * 100;
}
