import { expect, it } from 'vitest';
import type { Submission } from '#server/dispatch.ts';
import type { HallSocket } from './listen.ts';
import { type Behind, receive } from './receive.ts';

it('[A3] whoever says something without waiting for an answer is not heard, and harms nobody', () => {
  let say: (...said: unknown[]) => void = () => undefined;
  const data = { role: 'kiosk', wants: 'kiosk', counter: null, place: 'local', session: null, address: '127.0.0.1' };
  const socket = {
    data,
    onAny: (hear: typeof say) => {
      say = hear;
    },
  };
  const heard: Submission[] = [];
  const behind = {
    submit: (one: Submission) => void heard.push(one),
    access: { mayStay: () => true, used: () => undefined, handOf: () => ({ clerk: null, device: 'local' }) },
    rates: null,
  };
  // As much of a socket and of the house as a number at the kiosk needs.
  receive(socket as unknown as HallSocket, behind as unknown as Behind);
  const press = {
    commandId: 'sixteen-letters-at-least',
    input: { services: ['dat-dai'], priority: 'regular' },
  };
  for (const said of [[], [press], [press, null], [press, 'no function']]) say('ticket:take', ...said);
  expect(heard).toEqual([]);
  say('ticket:take', press, () => undefined);
  expect(heard.map(({ name }) => name)).toEqual(['ticket:take']);
});
