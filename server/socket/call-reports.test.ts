import { expect, it } from 'vitest';
import { RIGHT_INPUTS } from '#tests/right-inputs.ts';
import type { HallSocket } from './listen.ts';
import { RateKeeper, USUAL_LIMITS } from './rates.ts';
import { type Behind, receive } from './receive.ts';

type Answer = { ok: boolean; refusal?: string };

/** Pages of the server's own PC before a house that counts what it hears of calls. */
function aHouse() {
  let heard = 0;
  const behind = {
    submit: ({ answer }: { answer: (reply: unknown) => void }) => answer({ ok: true, answer: {} }),
    access: { mayStay: () => true, used: () => undefined, handOf: () => ({ clerk: null, device: 'local' }) },
    lookUp: () => ({}),
    askDisplays: () => {
      heard += 1;
      return {};
    },
    rates: new RateKeeper(USUAL_LIMITS, () => 0),
  };
  const aPage = (role: 'display' | 'counter', zone: string | null = null) => {
    let say: (...said: unknown[]) => void = () => undefined;
    const data = { role, zone, counter: role === 'counter' ? 3 : null, place: 'local', address: '::1', session: null };
    const socket = {
      ...{ id: `${role} ${zone}`, data },
      onAny: (hear: typeof say) => {
        say = hear;
      },
    };
    // As much of a socket and of the house as these messages need.
    receive(socket as unknown as HallSocket, behind as unknown as Behind);
    const commandId = 'sixteen-letters-at-least';
    return (name: 'call:shown' | 'counter:open') =>
      new Promise<Answer>((answer) => say(name, { commandId, input: RIGHT_INPUTS[name] }, answer));
  };
  const times = async (count: number, ask: () => Promise<Answer>) => {
    const answers = await Promise.all(Array.from({ length: count }, ask));
    return answers.filter(({ ok }) => ok).length;
  };
  return { aPage, times, heard: () => heard };
}

it('[A11] [B18] what displays say of their calls takes nothing from what is pressed, and has a limit for each zone', async () => {
  const { aPage, times, heard } = aHouse();
  const [ground, first, clerk] = [aPage('display', 'ground'), aPage('display', 'first'), aPage('counter')];
  expect(await times(500, () => ground('call:shown'))).toBe(100);
  expect(await times(60, () => first('call:shown'))).toBe(60);
  expect(await times(40, () => clerk('counter:open'))).toBe(40);
  expect(heard()).toBe(160);
});

it('[A11] [B18] whoever is no display pays for such a message as for any other', async () => {
  const { aPage, times, heard } = aHouse();
  const clerk = aPage('counter');
  expect(await times(40, () => clerk('call:shown'))).toBe(0);
  expect([await clerk('counter:open'), heard()]).toEqual([{ ok: false, refusal: 'too-many-requests' }, 0]);
});
