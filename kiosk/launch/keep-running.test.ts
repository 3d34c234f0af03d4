import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { RESTART_CODE as OF_THE_APP } from '#kiosk/main/healing/restart-app.ts';
import { GRACE_MS, keepRunning, LONGEST_PAUSE_MS, RAN_WELL_MS, RESTART_CODE } from './keep-running.ts';

describe('keepRunning', () => {
  it('ends when the program is closed in an orderly way', async () => {
    const kept = keeping();
    kept.child().emit('exit', 0, null);
    expect(await kept.ended).toBe(0);
    expect(kept.pauses).toEqual([]);
  });

  it('starts a crashed program again, each time after a longer pause', () => {
    const kept = keeping();
    for (let crash = 0; crash < 8; crash += 1) {
      kept.child().emit('exit', crash % 2 ? null : 139, crash % 2 ? 'SIGSEGV' : null);
      kept.passPause();
    }
    expect(kept.pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((s) => s * 1_000));
    expect(kept.pauses.at(-1)).toBe(LONGEST_PAUSE_MS);
    expect(kept.children).toHaveLength(9);
    expect(kept.said.slice(0, 2)).toEqual([
      'Bị dừng đột ngột (139), mở lại sau 1 s. / Ended (139), again in 1 s.',
      'Bị dừng đột ngột (SIGSEGV), mở lại sau 2 s. / Ended (SIGSEGV), again in 2 s.',
    ]);
  });

  it('begins with a short pause again when the program had run well', () => {
    const kept = keeping();
    for (const ranMs of [0, 0, RAN_WELL_MS, RAN_WELL_MS - 1]) {
      kept.pass(ranMs);
      kept.child().emit('exit', 1, null);
      kept.passPause();
    }
    expect(kept.pauses).toEqual([1_000, 2_000, 1_000, 2_000]);
  });

  it('starts a program at once that asks for it, and says nothing: it has rested behind its calm page', () => {
    const kept = keeping();
    for (let i = 0; i < 3; i += 1) {
      kept.pass(2_000);
      kept.child().emit('exit', RESTART_CODE, null);
    }
    expect(kept.children).toHaveLength(4);
    expect([kept.pauses, kept.said]).toEqual([[], []]);
  });

  it('pauses all the same before a program that asks for nothing else', () => {
    const kept = keeping();
    for (let i = 0; i < 3; i += 1) {
      kept.child().emit('exit', RESTART_CODE, null);
      kept.passPause();
    }
    expect(kept.pauses).toEqual([1_000, 2_000, 4_000]);
  });

  it('means by that code what the app means', () => {
    expect(RESTART_CODE).toBe(OF_THE_APP);
  });

  it('ends the program when it is stopped, and by force if it does not listen', async () => {
    const kept = keeping();
    kept.stop();
    expect(kept.child().kills).toEqual(['SIGTERM']);
    expect(kept.pauses).toEqual([GRACE_MS]);
    kept.passPause();
    expect(kept.child().kills).toEqual(['SIGTERM', 'SIGKILL']);
    kept.child().emit('exit', null, 'SIGKILL');
    expect(await kept.ended).toBe(0);
    expect(kept.children).toHaveLength(1);
  });

  it('starts nothing any more when it is stopped between two starts', async () => {
    const kept = keeping();
    kept.child().emit('exit', 1, null);
    kept.stop();
    kept.passPause();
    expect(await kept.ended).toBe(0);
    expect(kept.children).toHaveLength(1);
  });

  it('ends with a word when the program cannot be run at all', async () => {
    const kept = keeping();
    kept.child().emit('error', new Error('spawn EACCES'));
    expect(await kept.ended).toBe(1);
    expect(kept.said).toEqual(['Không chạy được. / It cannot be run: spawn EACCES']);
  });
});

class FakeChild extends EventEmitter {
  kills: string[] = [];
  kill = (signal = 'SIGTERM') => void this.kills.push(signal);
}

function keeping() {
  const children: FakeChild[] = [];
  const pauses: number[] = [];
  const waiting: (() => void)[] = [];
  const said: string[] = [];
  let time = 0;
  const kept = keepRunning({
    start() {
      const child = new FakeChild();
      children.push(child);
      return child;
    },
    now: () => time,
    later(ms, run) {
      pauses.push(ms);
      waiting.push(run);
    },
    say: (line) => void said.push(line),
  });
  return {
    ...kept,
    children,
    pauses,
    said,
    pass: (ms: number) => {
      time += ms;
    },
    passPause: () => waiting.shift()?.(),
    /** The one that was started last. */
    child() {
      const child = children.at(-1);
      if (!child) throw new Error('nothing was started');
      return child;
    },
  };
}
