import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Hall, openHall } from '#server/hall.ts';
import { MONDAY_EIGHT, writeOffice } from '#tests/hall/test-hall.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
/** A kiosk that is tapped for fun is slowed down: so much time passes for the hall while one passes here. */
const HURRY = 20;

/** A real hall at one port, which can go away and come back there. */
export class HallAtPort {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'luot-healing-'));
  private readonly startedAt = performance.now();
  private hall: Hall | null = null;
  private port = 0;

  get url(): string {
    return `http://localhost:${this.port}/`;
  }

  async open() {
    mkdirSync(DIST, { recursive: true });
    if (this.port === 0) writeOffice(this.dataDir, {});
    this.hall = await openHall({
      dataDir: this.dataDir,
      dist: DIST,
      port: this.port,
      lan: null,
      clock: { now: () => Math.round(MONDAY_EIGHT + (performance.now() - this.startedAt) * HURRY) },
      log: () => undefined,
      giveUp: (cause) => {
        throw cause;
      },
    });
    this.port = Number(new URL(this.hall.url).port);
  }

  async close() {
    await this.hall?.close();
    this.hall = null;
  }

  remove() {
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
