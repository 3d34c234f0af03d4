import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { describe, expect, it } from 'vitest';
import { CLOSING_PATIENCE_MS, runOwnServer, TRY_AGAIN_MS } from './own-server.ts';

const TAKEN = 'Cổng 8080 đang được dùng. / Port 8080 is taken.';

describe('the server of an all-in-one PC', () => {
  it('runs on the office’s folder, which lies in the app’s', () => {
    const { forks } = running();
    expect(forks).toEqual([
      {
        program: '/app/dist-server/main.js',
        options: {
          env: { LANG: 'vi', DATA_DIR: '/data/hall' },
          stdio: ['ignore', 'inherit', 'pipe'],
          serviceName: 'Luot server',
        },
      },
    ]);
  });

  it('is started again, with growing pauses, when it ends by itself', () => {
    const hall = running();
    hall.dies(70);
    hall.pass(250);
    hall.dies(1);
    hall.pass(500);
    expect(hall.forks).toHaveLength(3);
    expect(hall.told).toEqual([]);
  });

  it('hands on its own sentence when a person is needed, and is tried again all the same', () => {
    const hall = running();
    hall.says('2026-11-23T00:00:00.000Z info The hall opens.\n');
    hall.says(`${TAKEN}\n`);
    hall.dies(78);
    expect(hall.told).toEqual([TAKEN]);
    hall.pass(TRY_AGAIN_MS);
    expect(hall.forks).toHaveLength(2);
    hall.says('Thư mục dữ liệu. / The data folder.\n');
    hall.dies(78);
    expect(hall.told).toEqual([TAKEN, 'Thư mục dữ liệu. / The data folder.']);
  });

  it('is tried again when it ended as if it had been asked to', () => {
    const hall = running();
    hall.dies(0);
    hall.pass(TRY_AGAIN_MS);
    expect([hall.forks.length, hall.told]).toEqual([2, []]);
  });

  it('is asked to close its books, and is not started again', async () => {
    const hall = running();
    const gone = hall.server.end();
    expect(hall.child().words).toEqual(['end']);
    hall.dies(0);
    await gone;
    expect(hall.pauses()).toEqual([CLOSING_PATIENCE_MS]);
    hall.pass(CLOSING_PATIENCE_MS);
    expect(hall.forks).toHaveLength(1);
  });

  it('is ended by force when it does not close its books', async () => {
    const hall = running();
    const gone = hall.server.end();
    hall.pass(CLOSING_PATIENCE_MS);
    expect(hall.child().isKilled).toBe(true);
    hall.dies(null);
    await gone;
    expect(hall.forks).toHaveLength(1);
  });

  it('ends between two lives as well', async () => {
    const hall = running();
    hall.dies(78);
    await hall.server.end();
    hall.pass(TRY_AGAIN_MS);
    expect(hall.forks).toHaveLength(1);
  });
});

class FakeChild extends EventEmitter {
  stderr = new EventEmitter();
  words: string[] = [];
  isKilled = false;
  postMessage = (word: string) => void this.words.push(word);
  kill = () => {
    this.isKilled = true;
  };
}

function running() {
  const forks: { program: string; options: unknown }[] = [];
  const children: FakeChild[] = [];
  const timers: { ms: number; run(): void }[] = [];
  const told: string[] = [];
  const child = () => {
    const last = children.at(-1);
    if (!last) throw new Error('no server was started');
    return last;
  };
  const server = runOwnServer({
    fork(program, _args, options) {
      forks.push({ program, options });
      children.push(new FakeChild());
      // The fake has all that is used.
      return child() as unknown as UtilityProcess;
    },
    program: '/app/dist-server/main.js',
    dataDir: '/data/hall',
    env: { LANG: 'vi' },
    ticks: () => 0,
    later: (ms, run) => void timers.push({ ms, run }),
    say() {},
    needsPerson: (sentence) => void told.push(sentence),
  });
  return {
    server,
    forks,
    told,
    child,
    says: (text: string) => child().stderr.emit('data', Buffer.from(text)),
    dies: (code: number | null) => child().emit('exit', code),
    pauses: () => timers.map(({ ms }) => ms),
    pass(ms: number) {
      const index = timers.findIndex((timer) => timer.ms === ms);
      const [timer] = index < 0 ? [] : timers.splice(index, 1);
      if (!timer) throw new Error(`no pause of ${ms} ms`);
      timer.run();
    },
  };
}
