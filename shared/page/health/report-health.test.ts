import { signal } from '@preact/signals';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HealthReport, type Restart } from '#shared/contract/health.ts';
import { PROGRAM_VERSION } from '#shared/contract/program-version.ts';
import { type Around, REPORT_EVERY_MS, reportHealth } from './report-health.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Needs = Parameters<typeof reportHealth>[0];

const CHROME = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/153.0.0.0 Safari/537.36' };

/** A page with its app, before a server whose clock is two minutes ahead and that answers after a while. */
function aPage({
  shell,
  navigator = CHROME,
  answersAfter = 200,
  ...more
}: Partial<Around> & Partial<Needs> & { answersAfter?: number } = {}) {
  const reports: HealthReport[] = [];
  const done: string[] = [];
  const server = { isThere: true, answersAfter };
  let restart: (what: Restart) => boolean = () => false;
  const view = signal<object | null>({});
  const online = signal('online');
  const connection = {
    ...{ view, online },
    send: (_name: string, report: HealthReport) => {
      reports.push(v.parse(HealthReport, report));
      return new Promise((answer) => {
        if (server.isThere) {
          const at = Date.now() + 120_000 + server.answersAfter / 2;
          setTimeout(() => answer({ ok: true, answer: { at } }), server.answersAfter);
        } else setTimeout(() => answer({ ok: false, refusal: 'no-connection' }), 3_000);
      });
    },
    onRestart: (hear: typeof restart) => {
      restart = hear;
    },
  };
  const around: Around = {
    navigator,
    performance: Object.assign({ now: () => 90_000.6 }, { memory: { usedJSHeapSize: 21 * 1_048_576 } }),
    screen: { width: 1080, height: 1920 },
    devicePixelRatio: 1.25,
    reload: () => void done.push('reloaded'),
    shell,
  };
  // As much of a connection as is used; the types of all messages are not told here again.
  reportHealth({ ...more, around, connection: connection as unknown as Needs['connection'] });
  return { reports, done, server, view, online, ask: (what: Restart) => restart(what) };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const SHELL = {
  health: async () => ({
    version: '0.1.0',
    upMs: 7_200_000.5,
    appMb: 310,
    freeMb: null,
    monitors: 2,
    update: 'ready' as const,
  }),
  restart: async () => undefined,
};

describe('a machine says how it is', () => {
  it('at once, with its clock as soon as that is known, and then every five seconds', async () => {
    const { reports } = aPage();
    await pass(0);
    expect(reports).toEqual([
      {
        ...{
          version: PROGRAM_VERSION,
          browser: 'Chrome 153',
          shell: null,
          upMs: 90_001,
          sound: null,
          clockOffMs: null,
        },
        memory: { pageMb: 21, appMb: null, freeMb: null },
        screen: { width: 1080, height: 1920, scale: 1.25, monitors: null },
      },
    ]);
    await pass(200);
    expect(reports.map(({ clockOffMs }) => clockOffMs)).toEqual([null, -120_000]);
    await pass(3 * REPORT_EVERY_MS);
    expect(reports.length).toBe(5);
  });

  it('with what its app knows, and without it when the app does not answer', async () => {
    const well = aPage({ shell: SHELL, sound: () => 'blocked' });
    await pass(0);
    expect(well.reports[0]).toMatchObject({
      ...{ shell: { version: '0.1.0', upMs: 7_200_001, update: 'ready' }, sound: 'blocked' },
      ...{ memory: { appMb: 310 }, screen: { monitors: 2 } },
    });
    const broken = aPage({ shell: { ...SHELL, health: () => Promise.reject(new Error('no handler')) } });
    await pass(0);
    expect(broken.reports[0]?.shell).toBeNull();
  });

  it('never at the door nor offline, and at once when it is let in', async () => {
    const { reports, view, online } = aPage();
    await pass(300);
    view.value = null;
    const before = reports.length;
    await pass(4 * REPORT_EVERY_MS);
    view.value = {};
    await pass(0);
    expect(reports.length).toBe(before + 1);
    online.value = 'offline';
    await pass(4 * REPORT_EVERY_MS);
    expect(reports.length).toBe(before + 1);
  });

  it('one report after another, and goes on when one was lost', async () => {
    const { reports, server } = aPage({ answersAfter: 12_000 });
    await pass(11_000);
    expect(reports.length).toBe(1);
    server.answersAfter = 100;
    await pass(9_000);
    // An answer after twelve seconds says nothing about a clock.
    expect(reports.map(({ clockOffMs }) => clockOffMs).slice(0, 2)).toEqual([null, null]);
    server.isThere = false;
    await pass(10_000);
    const lost = reports.length;
    server.isThere = true;
    await pass(10_000);
    expect(reports.length).toBeGreaterThan(lost);
    expect(reports.at(-1)?.clockOffMs).toBe(-120_000);
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0.1', 'Edge 150'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140'],
    ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15', 'Safari 18'],
    ['a television', null],
  ])('by the short name of its browser: %s', async (userAgent, name) => {
    const { reports } = aPage({ navigator: { userAgent } });
    await pass(0);
    expect(reports[0]?.browser).toBe(name);
  });
});

describe('asked to start anew', () => {
  it('it loads its page, or its app, when that disturbs nobody', async () => {
    let free: () => void = () => undefined;
    const started: string[] = [];
    const shell = { ...SHELL, restart: async () => void started.push('app') };
    const { ask, done } = aPage({
      shell,
      whenFree: () =>
        new Promise<void>((resolve) => {
          free = resolve;
        }),
    });
    expect(ask('page')).toBe(true);
    await pass(60_000);
    expect(done).toEqual([]);
    free();
    await pass(0);
    expect(done).toEqual(['reloaded']);
    expect(ask('shell')).toBe(true);
    free();
    await pass(0);
    expect(started).toEqual(['app']);
  });

  it('it does not promise to start an app anew that is not there', async () => {
    const { ask, done } = aPage();
    expect(ask('shell')).toBe(false);
    await pass(0);
    expect(done).toEqual([]);
  });
});
