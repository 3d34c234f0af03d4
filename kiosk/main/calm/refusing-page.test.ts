import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Matter } from '#kiosk/main/find-hall/follow-hall.ts';
import { keepPage, RETRY_MS } from '#kiosk/main/healing/keep-page.ts';
import { FakeContents } from '#kiosk/main/testing/fake-electron.ts';
import { createClock, settle } from '#kiosk/main/testing/hand-clock.ts';
import { refusingPage } from './refusing-page.ts';
import { waitingPage } from './waiting-page.ts';

const PAGE = new URL('https://192.168.1.10:8443/kiosk/');

describe('[A14] a screen at whose server somebody else answers', () => {
  it('says so as soon as it is seen, shows nothing of him, and opens by itself when the hall is back', async () => {
    const contents = new FakeContents();
    const clock = createClock();
    const found = { matter: null as Matter | null, isThere: false };
    const outside = {
      isAnswering: async () => found.isThere,
      later: clock.later,
      matter: () => found.matter,
    };
    // The fake has all that keepPage uses.
    keepPage(contents as unknown as WebContents, PAGE, outside, { room: 'tv' });
    await settle();
    found.matter = 'stranger';
    await clock.pass(3 * RETRY_MS);
    found.matter = null;
    await clock.pass(RETRY_MS);
    found.isThere = true;
    await clock.pass(RETRY_MS);
    const waiting = waitingPage('tv', PAGE.origin);
    expect(contents.loaded).toEqual([waiting, refusingPage('stranger', PAGE.origin), waiting, PAGE.href]);
  });

  it.each<[Matter, string]>([
    ['stranger', 'không phải của văn phòng này'],
    ['other-name', 'không có trong chứng thư'],
    ['out-of-date', 'chỉnh lại ngày giờ'],
  ])('says what the matter is: %s', (matter, words) => {
    const page = decodeURIComponent(refusingPage(matter, PAGE.origin));
    expect(page).toContain(words);
    expect(page).toContain(PAGE.origin);
    expect(page).toContain("default-src 'none'");
  });
});
