import { describe, expect, it } from 'vitest';
import { keptStorage } from '#tests/browser/kept-storage.ts';
import { createKeptPresses, type KeptPress, TAKE_UP_WITHIN_MS } from './kept-presses.ts';

function browser() {
  const { kept, storage, locks, closeTabs } = keptStorage();
  const tab = ({ clerk = 'lan', at = 0, place = '3' } = {}) =>
    createKeptPresses({ place, storage, locks, clerk: () => clerk, now: () => at });
  return { kept, tab, dies: closeTabs };
}

const finish = { commandId: 'press-1', name: 'ticket:finish', input: { expects: 'A020' }, button: 'F' } as const;
const never = new Promise<never>(() => {});

async function takenUp(page: ReturnType<typeof createKeptPresses>) {
  const asked: KeptPress[] = [];
  const old: KeptPress[] = [];
  await page.takeUp({ ask: async (press) => void asked.push(press), tooOld: (press) => void old.push(press) });
  return { asked: asked.map(({ commandId }) => commandId), old: old.map(({ commandId }) => commandId), all: asked };
}

describe('a press without an answer', () => {
  it('is handed to the next page as it was, once', async () => {
    const { tab, dies, kept } = browser();
    tab().keepUntil(never, finish);
    dies();
    const { all } = await takenUp(tab({ at: 5_000 }));
    expect(all).toEqual([{ ...finish, clerk: 'lan', at: 0 }]);
    expect(kept.size).toBe(0);
    expect(await takenUp(tab({ at: 5_000 }))).toMatchObject({ asked: [], old: [] });
  });

  it('is forgotten with its answer', async () => {
    const { tab, kept } = browser();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    tab().keepUntil(answered, finish);
    expect(kept.size).toBe(1);
    answer();
    await answered;
    expect(kept.size).toBe(0);
  });

  it('is still there when the page that took it up is left, too', async () => {
    const { tab, dies } = browser();
    tab().keepUntil(never, finish);
    dies();
    let asked = () => {};
    const begun = new Promise<void>((resolve) => {
      asked = resolve;
    });
    void tab().takeUp({
      ask: () => {
        asked();
        return never;
      },
      tooOld: () => {},
    });
    await begun;
    dies();
    expect((await takenUp(tab())).asked).toEqual(['press-1']);
  });

  it('is the business of the tab that made it as long as that lives', async () => {
    const { tab } = browser();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    tab().keepUntil(answered, finish);
    const other = takenUp(tab());
    answer();
    expect(await other).toMatchObject({ asked: [], old: [] });
  });

  it('is taken up by one of two tabs that come back together', async () => {
    const { tab, dies } = browser();
    tab().keepUntil(never, finish);
    dies();
    const both = await Promise.all([takenUp(tab()), takenUp(tab())]);
    expect(both.flatMap(({ asked }) => asked)).toEqual(['press-1']);
  });

  it.each([
    ['is asked for within its time', TAKE_UP_WITHIN_MS, ['press-1'], []],
    ['is only told of when it is too old', TAKE_UP_WITHIN_MS + 1, [], ['press-1']],
    ['is only told of when the clock has gone back', -1, [], ['press-1']],
  ])('%s', async (_what, at, asked, old) => {
    const { tab, dies, kept } = browser();
    tab().keepUntil(never, finish);
    dies();
    expect(await takenUp(tab({ at }))).toMatchObject({ asked, old });
    expect(kept.size).toBe(0);
  });

  it('is not another clerk’s, and nobody is told of it', async () => {
    const { tab, dies, kept } = browser();
    tab().keepUntil(never, finish);
    dies();
    expect(await takenUp(tab({ clerk: 'minh' }))).toMatchObject({ asked: [], old: [] });
    expect(kept.size).toBe(0);
  });

  it('is not another counter’s', async () => {
    const { tab, dies, kept } = browser();
    tab().keepUntil(never, finish);
    dies();
    expect(await takenUp(tab({ place: '30' }))).toMatchObject({ asked: [], old: [] });
    expect(kept.size).toBe(1);
  });

  it('is nothing when somebody has written nonsense there', async () => {
    const { tab, kept } = browser();
    for (const [index, text] of ['', '{', 'null', '7', '{"commandId":7}', '{"at":"now"}'].entries()) {
      kept.set(`luot-press-3-${index}`, text);
    }
    expect(await takenUp(tab())).toMatchObject({ asked: [], old: [] });
    expect(kept.size).toBe(0);
  });
});
