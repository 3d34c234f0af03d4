import { afterEach, beforeEach, expect, it } from 'vitest';
import { spokenWord } from '#display/voice/testing/spoken-sounds.ts';
import { writeWav } from '#shared/domain/wav.ts';
import { Client, joinDisplay, openTestHall, type TestHall } from './hall/test-hall.ts';

const WAV = new Uint8Array(writeWav(spokenWord({ rate: 24_000, beforeMs: 20, afterMs: 20, loud: 0.16 })));

let house: TestHall;
beforeEach(async () => {
  house = await openTestHall({}, undefined, undefined, { isOpenHere: false });
});
afterEach(() => house.close());

async function keep(session: string | null): Promise<[number, unknown]> {
  const response = await fetch(`${house.url}voice/office/keep?id=ba&says=ba`, {
    method: 'POST',
    headers: { origin: house.url.slice(0, -1), ...(session === null ? {} : { 'x-luot-session': session }) },
    body: WAV,
  });
  return [response.status, await response.json()];
}

it('[B33] only who is signed in as the manager changes a recording; the displays are told where it is', async () => {
  for (const session of [null, '', 'made-up']) expect(await keep(session)).toEqual([403, { trouble: 'not-allowed' }]);
  const door = await Client.join(house.url, 'view:door', 'manager');
  const reply = await door.send('manager:set-password', { password: 'mùa nước nổi' });
  const session = reply.ok ? reply.answer.session : '';
  door.close();

  const display = await joinDisplay(house.url);
  expect(display.view().recorded).toBeNull();
  expect(await keep(session)).toEqual([200, { trouble: null }]);
  house.hall.tick();
  const { recorded } = await display.until((view) => view.recorded !== null);
  const list = await (await fetch(new URL(recorded ?? '', house.url))).json();
  expect(list.clips).toMatchObject([{ id: 'ba', says: 'ba' }]);
  const clip = await fetch(new URL(list.clips[0].address, house.url));
  expect([clip.headers.get('content-type'), new Uint8Array(await clip.arrayBuffer())]).toEqual(['audio/wav', WAV]);
  display.close();
});
