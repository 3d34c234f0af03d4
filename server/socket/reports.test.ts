import { expect, it } from 'vitest';
import { RIGHT_INPUTS } from '#tests/right-inputs.ts';
import type { HallSocket } from './listen.ts';
import { RateKeeper, USUAL_LIMITS } from './rates.ts';
import { type Behind, receive } from './receive.ts';

/** A clerk's page before a house that counts what comes of a message. */
function aDesk() {
  let say: (...said: unknown[]) => void = () => undefined;
  const data = { role: 'counter', wants: 'counter', counter: 3, place: 'local', session: 'of-today', address: '::1' };
  const socket = {
    data,
    onAny: (hear: typeof say) => {
      say = hear;
    },
  };
  const counts = { used: 0, drawn: 0, heard: 0 };
  const behind = {
    submit: ({ answer }: { answer: (reply: unknown) => void }) => answer({ ok: true, answer: {} }),
    access: {
      mayStay: () => true,
      used: () => {
        counts.used += 1;
      },
      handOf: () => ({ clerk: 'clerk-0001', device: 'local' }),
      ask: async () => ({}),
    },
    askMachines: () => {
      counts.heard += 1;
      return { at: 0 };
    },
    accessChanged: () => {
      counts.drawn += 1;
    },
    fault: (cause: unknown) => {
      throw cause;
    },
    rates: new RateKeeper(USUAL_LIMITS, () => 0),
  };
  // As much of a socket and of the house as these messages need.
  receive(socket as unknown as HallSocket, behind as unknown as Behind);
  const commandId = 'sixteen-letters-at-least';
  const ask = (name: 'machine:health' | 'counter:open') =>
    new Promise<{ ok: boolean; refusal?: string }>((hear) =>
      say(name, { commandId, input: RIGHT_INPUTS[name] }, (reply: { ok: boolean }) => hear(reply)),
    );
  return { ask, counts };
}

it('[A8] a machine that says how it is keeps nobody signed in, and nothing is drawn anew for it', async () => {
  const { ask, counts } = aDesk();
  expect(await ask('machine:health')).toEqual({ ok: true, answer: { at: 0 } });
  expect(counts).toEqual({ used: 0, drawn: 0, heard: 1 });
  await ask('counter:open');
  expect(counts.used).toBe(1);
});

it('[A11] what a machine says of itself takes nothing from what is pressed, and has a limit of its own', async () => {
  const { ask, counts } = aDesk();
  const reports = await Promise.all(Array.from({ length: 60 }, () => ask('machine:health')));
  expect(reports.filter(({ ok }) => ok).length).toBe(5);
  expect(reports.at(-1)).toEqual({ ok: false, refusal: 'too-many-requests' });
  expect(counts.heard).toBe(5);
  const presses = await Promise.all(Array.from({ length: 40 }, () => ask('counter:open')));
  expect(presses.filter(({ ok }) => ok).length).toBe(40);
});
