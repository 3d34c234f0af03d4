import { MINUTE, SECOND } from '#shared/domain/business-day.ts';

/** The exit code of a server that must not be started again: a person has to see to it first (a taken port, a lost database). Not 1: Node ends so on any fault. */
export const NEEDS_A_PERSON = 78;

/** A running server, as the supervisor knows it. */
export type Life = { onEnd(hear: (code: number | null) => void): void; end(): void };

export type SupervisorParts = {
  start(): Life;
  /** ms that only ever run forward. */
  ticks(): number;
  later(ms: number, work: () => void): void;
  say(what: string): void;
  /** The server ended for good, with this code. */
  ended(code: number): void;
};

const FIRST_WAIT = SECOND / 4;
const LONGEST_WAIT = 10 * SECOND;

/**
 * Starts the server and starts it again whenever it ends by itself: after a commit whose result is unknown it ends on purpose, so
 * that the journal is read anew. [R8] The wait doubles from a quarter of a second to ten, and begins anew after a minute of life.
 */
export class Supervisor {
  private readonly parts: SupervisorParts;
  private life: Life | null = null;
  private isEnding = false;
  private wait = FIRST_WAIT;

  constructor(parts: SupervisorParts) {
    this.parts = parts;
  }

  start() {
    const startedAt = this.parts.ticks();
    const life = this.parts.start();
    this.life = life;
    life.onEnd((code) => this.ended(code, this.parts.ticks() - startedAt));
  }

  /** Ends the server for good. */
  end() {
    this.isEnding = true;
    if (this.life) this.life.end();
    else this.parts.ended(0);
  }

  private ended(code: number | null, livedFor: number) {
    this.life = null;
    if (this.isEnding || code === 0 || code === NEEDS_A_PERSON) return this.parts.ended(code ?? 0);
    if (livedFor >= MINUTE) this.wait = FIRST_WAIT;
    const { wait } = this;
    this.wait = Math.min(LONGEST_WAIT, wait * 2);
    this.parts.say(`The server ended (${code ?? 'killed'}); it is started again in ${wait} ms.`);
    this.parts.later(wait, () => {
      if (this.isEnding) return;
      this.start();
    });
  }
}
