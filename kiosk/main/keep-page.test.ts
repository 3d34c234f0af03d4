import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { CRASH_PAUSE_MS, keepPage, RETRY_MS } from './keep-page.ts';
import { FakeContents } from './testing/fake-electron.ts';

const PAGE = new URL('http://may-chu:8080/kiosk/');

describe('keepPage', () => {
  it('waits behind a calm page until the server is there, then opens the page', async () => {
    const shell = keeping({ answers: [false, false, true] });
    await shell.settle();
    expect(shell.shown()).toEqual(['waiting']);
    await shell.passPause(RETRY_MS);
    expect(shell.shown()).toEqual(['waiting']);
    await shell.passPause(RETRY_MS);
    expect(shell.shown()).toEqual(['waiting', PAGE.href]);
    expect(shell.pauses).toEqual([]);
  });

  it('goes back to waiting when the page cannot be loaded after all, and comes back by itself', async () => {
    const shell = keeping({ answers: [true, false, true] });
    await shell.settle();
    shell.contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', PAGE.href, true);
    await shell.settle();
    await shell.passPause(RETRY_MS);
    expect(shell.shown()).toEqual(['waiting', PAGE.href, 'waiting', PAGE.href]);
  });

  it('goes back to waiting when something else answers with an error', async () => {
    const shell = keeping({ answers: [true, false] });
    await shell.settle();
    shell.contents.emit('did-navigate', {}, PAGE.href, 200);
    shell.contents.emit('did-navigate', {}, PAGE.href, 502);
    await shell.settle();
    expect(shell.shown()).toEqual(['waiting', PAGE.href, 'waiting']);
  });

  it('minds neither a load that was replaced nor one inside the page', async () => {
    const shell = keeping({ answers: [true] });
    await shell.settle();
    shell.contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', PAGE.href, true);
    shell.contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', 'http://may-chu:8080/frame', false);
    await shell.settle();
    expect(shell.shown()).toEqual(['waiting', PAGE.href]);
  });

  it('opens a crashed page again after a pause', async () => {
    const shell = keeping({ answers: [true, true] });
    await shell.settle();
    shell.contents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(shell.shown()).toEqual(['waiting', PAGE.href]);
    await shell.passPause(CRASH_PAUSE_MS);
    expect(shell.shown()).toEqual(['waiting', PAGE.href, 'waiting', PAGE.href]);
  });

  it('asks the server once at a time, whatever fails meanwhile', async () => {
    const shell = keeping({ answers: [false, true] });
    await shell.settle();
    shell.contents.emit('render-process-gone', {}, { reason: 'oom' });
    await shell.passPause(CRASH_PAUSE_MS);
    expect(shell.shown()).toEqual(['waiting', 'waiting']);
    expect(shell.asked).toHaveLength(1);
    await shell.passPause(RETRY_MS);
    expect(shell.shown()).toEqual(['waiting', 'waiting', PAGE.href]);
    expect(shell.pauses).toEqual([]);
  });

  it('crashes a page that hangs', async () => {
    const shell = keeping({ answers: [true] });
    shell.contents.emit('unresponsive');
    expect(shell.contents.crashes).toBe(1);
  });

  it('leaves a closed window alone', async () => {
    const shell = keeping({ answers: [false, true] });
    await shell.settle();
    shell.contents.isGone = true;
    await shell.passPause(RETRY_MS);
    expect(shell.shown()).toEqual(['waiting']);
    expect(shell.pauses).toEqual([]);
  });
});

function keeping({ answers }: { answers: boolean[] }) {
  const contents = new FakeContents();
  const asked: string[] = [];
  const timers: { ms: number; run(): void }[] = [];
  // The fake has all that keepPage uses.
  keepPage(contents as unknown as WebContents, PAGE, {
    isAnswering: async (page) => {
      asked.push(page.href);
      return answers.shift() ?? false;
    },
    later: (ms, run) => void timers.push({ ms, run }),
  });
  const settle = () => new Promise<void>((done) => setImmediate(done));
  return {
    contents,
    asked,
    settle,
    get pauses() {
      return timers.map(({ ms }) => ms);
    },
    /** A pause of this length passes; there must be one. */
    async passPause(ms: number) {
      const [timer] = timers.splice(
        timers.findIndex((timer) => timer.ms === ms),
        1,
      );
      if (timer?.ms !== ms) throw new Error(`no pause of ${ms} ms`);
      timer.run();
      await settle();
    },
    shown: () => contents.loaded.map((address) => (address.startsWith('data:') ? 'waiting' : address)),
  };
}
