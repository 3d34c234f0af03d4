import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { restingPage } from '#kiosk/main/calm/waiting-page.ts';
import { FakeContents } from '#kiosk/main/testing/fake-electron.ts';
import { createClock, settle } from '#kiosk/main/testing/hand-clock.ts';
import { CRASH_PAUSE_MS, keepPage, LOAD_PATIENCE_MS, RETRY_MS } from './keep-page.ts';

const PAGE = new URL('http://may-chu:8080/kiosk/');

describe('keepPage', () => {
  it('waits behind a calm page until the server is there, then opens the page', async () => {
    const shell = keeping({ answers: [false, false, true] });
    await shell.settle();
    expect(shell.shown()).toEqual(['calm']);
    await shell.pass(RETRY_MS);
    expect(shell.shown()).toEqual(['calm']);
    await shell.pass(RETRY_MS);
    expect(shell.shown()).toEqual(['calm', PAGE.href]);
    await shell.pass(10 * LOAD_PATIENCE_MS);
    expect(shell.shown()).toEqual(['calm', PAGE.href]);
  });

  it('asks for ever: a kiosk that is switched on before its network finds it hours later', async () => {
    const shell = keeping({ answers: Array.from({ length: 5_000 }, () => false) });
    await shell.settle();
    await shell.pass(5_000 * RETRY_MS);
    expect(shell.asked).toHaveLength(5_001);
    shell.answers.push(true);
    await shell.pass(RETRY_MS);
    expect(shell.shown()).toEqual(['calm', PAGE.href]);
  });

  it('goes back to waiting when the page cannot be loaded after all, and comes back by itself', async () => {
    const shell = keeping({ answers: [true, false, true] });
    await shell.settle();
    shell.contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', PAGE.href, true);
    await shell.settle();
    await shell.pass(RETRY_MS);
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm', PAGE.href]);
  });

  it('goes back to waiting when something else answers with an error', async () => {
    const shell = keeping({ answers: [true, false] });
    await shell.settle();
    shell.contents.emit('did-navigate', {}, PAGE.href, 200);
    shell.contents.emit('did-navigate', {}, PAGE.href, 502);
    await shell.settle();
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm']);
  });

  it.each(['about:blank', 'blob:http://may-chu:8080/6f1e', 'http://may-chu:8081/kiosk/'])(
    'comes back when the page stands at %s after all',
    async (elsewhere) => {
      const shell = keeping({ answers: [true, false, true] });
      await shell.settle();
      shell.contents.emit('did-navigate', {}, elsewhere, 200);
      await shell.settle();
      await shell.pass(RETRY_MS);
      expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm', PAGE.href]);
    },
  );

  it('minds neither a load that was replaced nor one inside the page', async () => {
    const shell = keeping({ answers: [true] });
    await shell.settle();
    shell.contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', PAGE.href, true);
    shell.contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', 'http://may-chu:8080/frame', false);
    await shell.settle();
    expect(shell.shown()).toEqual(['calm', PAGE.href]);
  });

  it('asks again for a page that never came to its end', async () => {
    const shell = keeping({ answers: [true, true] });
    shell.contents.neverLoads = (address) => address === PAGE.href;
    await shell.settle();
    await shell.pass(LOAD_PATIENCE_MS - 1);
    expect(shell.shown()).toEqual(['calm', PAGE.href]);
    await shell.pass(1);
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm', PAGE.href]);
  });
});

describe('a crashed page', () => {
  it('gives way to the calm page in the next moment, and is back after a pause', async () => {
    const shell = keeping({ answers: [true, true] });
    await shell.settle();
    shell.crash();
    // Not within the event.
    expect(shell.shown()).toEqual(['calm', PAGE.href]);
    await shell.pass(0);
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm']);
    await shell.pass(CRASH_PAUSE_MS - 1);
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm']);
    await shell.pass(1);
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm', PAGE.href]);
  });

  it('is asked for once at a time, whatever fails meanwhile', async () => {
    const shell = keeping({ answers: [false, true] });
    await shell.settle();
    shell.crash('oom');
    await shell.pass(CRASH_PAUSE_MS);
    expect(shell.shown()).toEqual(['calm', 'calm']);
    expect(shell.asked).toHaveLength(1);
    await shell.pass(RETRY_MS);
    expect(shell.shown()).toEqual(['calm', 'calm', PAGE.href]);
  });

  it('is opened once, however often it crashed within the pause', async () => {
    const shell = keeping({ answers: [true, true, true] });
    await shell.settle();
    shell.crash();
    await shell.pass(CRASH_PAUSE_MS - 1);
    shell.crash();
    await shell.pass(CRASH_PAUSE_MS * 3);
    expect(shell.shown().filter((shown) => shown === PAGE.href)).toHaveLength(2);
  });

  it('leaves the calm page there, and only that, when the whole app is about to start anew', async () => {
    const broken: string[] = [];
    const shell = keeping({
      answers: [true, true, true],
      broke: (how) => broken.push(how) === 2,
    });
    await shell.settle();
    shell.crash('crashed');
    await shell.pass(CRASH_PAUSE_MS);
    shell.crash('oom');
    await shell.pass(60 * RETRY_MS);
    expect(broken).toEqual(['crashed', 'oom']);
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm', PAGE.href, 'calm']);
    expect(shell.contents.loaded.at(-1)).toBe(restingPage('kiosk'));
  });

  it('is what a page becomes that Chromium finds hung', async () => {
    const shell = keeping({ answers: [true] });
    shell.contents.emit('unresponsive');
    expect(shell.contents.crashes).toBe(1);
  });
});

describe('a page that is well', () => {
  it('is opened anew without the calm page when the server gives it out', async () => {
    const shell = keeping({ answers: [true, true] });
    await shell.settle();
    await shell.kept.renew();
    expect(shell.shown()).toEqual(['calm', PAGE.href, PAGE.href]);
  });

  it('stays as it is when the server does not', async () => {
    const shell = keeping({ answers: [true, false] });
    await shell.settle();
    await shell.kept.renew();
    await shell.pass(60 * RETRY_MS);
    expect(shell.shown()).toEqual(['calm', PAGE.href]);
  });

  it('waits behind the calm page when it has to be opened anew, as after sleep', async () => {
    const shell = keeping({ answers: [true, false, true] });
    await shell.settle();
    shell.kept.reopen();
    await shell.settle();
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm']);
    await shell.pass(RETRY_MS);
    expect(shell.shown()).toEqual(['calm', PAGE.href, 'calm', PAGE.href]);
  });
});

it('leaves a closed window alone', async () => {
  const shell = keeping({ answers: [false, true] });
  await shell.settle();
  shell.crash();
  shell.contents.isGone = true;
  await shell.pass(10 * RETRY_MS);
  expect(shell.shown()).toEqual(['calm']);
});

function keeping({ answers, broke }: { answers: boolean[]; broke?: (how: string) => boolean }) {
  const contents = new FakeContents();
  const asked: string[] = [];
  const clock = createClock();
  // The fake has all that keepPage uses.
  const kept = keepPage(
    contents as unknown as WebContents,
    PAGE,
    {
      isAnswering: async (page) => {
        asked.push(page.href);
        return answers.shift() ?? false;
      },
      later: clock.later,
    },
    broke ? { broke } : {},
  );
  return {
    contents,
    kept,
    asked,
    answers,
    settle,
    pass: clock.pass,
    crash: (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason }),
    shown: () => contents.loaded.map((address) => (address.startsWith('data:') ? 'calm' : address)),
  };
}
