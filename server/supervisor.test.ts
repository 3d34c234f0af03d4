import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/business-day.ts';
import { NEEDS_A_PERSON, Supervisor } from './supervisor.ts';

let waits: number[];
let due: (() => void)[];
let lives: { end(code: number | null): void; wasAskedToEnd: boolean }[];
let ended: number[];
let now: number;
let supervisor: Supervisor;

beforeEach(() => {
  [waits, due, lives, ended, now] = [[], [], [], [], 0];
  supervisor = new Supervisor({
    start() {
      let hear: (code: number | null) => void = () => undefined;
      const life = { end: (code: number | null) => hear(code), wasAskedToEnd: false };
      lives.push(life);
      return {
        onEnd: (ear) => {
          hear = ear;
        },
        end: () => {
          life.wasAskedToEnd = true;
        },
      };
    },
    ticks: () => now,
    later: (ms, work) => {
      waits.push(ms);
      due.push(work);
    },
    say: () => undefined,
    ended: (code) => void ended.push(code),
  });
  supervisor.start();
});

const dies = (code: number | null) => lives.at(-1)?.end(code);
const wake = () => due.pop()?.();

describe('[R8] the supervisor', () => {
  it.each([
    ['a fault', 70],
    ['kill -9', null],
  ])('starts the server again after %s', (_what, code) => {
    dies(code);
    expect([lives.length, ended]).toEqual([1, []]);
    wake();
    expect(lives).toHaveLength(2);
  });

  it('waits longer each time, at most ten seconds, and begins anew after a minute of life', () => {
    for (let round = 0; round < 8; round += 1) {
      dies(70);
      wake();
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    now += MINUTE;
    dies(70);
    expect(waits.at(-1)).toBe(250);
  });

  it.each([
    ['ended as asked', 0],
    ['found what a person has to see to', NEEDS_A_PERSON],
  ])('does not start one again that %s', (_what, code) => {
    dies(code);
    expect([due, ended]).toEqual([[], [code]]);
  });

  it('ends the server when it is ended itself, also between two lives', () => {
    supervisor.end();
    expect(lives.at(-1)?.wasAskedToEnd).toBe(true);
    dies(null);
    expect([due, ended]).toEqual([[], [0]]);
  });

  it('starts none after its own end', () => {
    dies(70);
    supervisor.end();
    wake();
    expect([lives.length, ended]).toEqual([1, [0]]);
  });
});
