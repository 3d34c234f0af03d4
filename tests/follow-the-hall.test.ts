import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findInNetwork, type InNetwork } from '#kiosk/main/find-hall/find-in-network.ts';
import { LOST_MS, SEARCH_PAUSE_MS } from '#kiosk/main/find-hall/follow-hall.ts';
import { usualMachine } from '#kiosk/main/setup/machine.ts';
import { fakeMachineFile } from '#kiosk/main/testing/fake-parts.ts';
import { hallLink } from '#shared/domain/hall-link.ts';
import { freePort } from './hall/free-port.ts';
import { MONDAY_EIGHT, openTestHall, type TestHall } from './hall/test-hall.ts';

// Real halls with real certificates, real TLS and real multicast, all on this machine's loopback card; a TV's finder as the app has it.
const CARD = '127.0.0.1';
let where: { cards: () => string[]; port: number };
let tv: { finder: InNetwork; file: ReturnType<typeof fakeMachineFile>; ticks: number; moves: number };
const houses: TestHall[] = [];

beforeEach(async () => {
  where = { cards: () => [CARD], port: await freePort() };
  const file = fakeMachineFile(usualMachine('tv'));
  tv = { file, ticks: 0, moves: 0, finder: finderOf(file) };
  tv.finder.follow(
    () => {},
    () => {
      tv.moves += 1;
    },
  );
});
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

function finderOf(machineFile: ReturnType<typeof fakeMachineFile>): InNetwork {
  const isAnswering = async () => false;
  return findInNetwork({ machineFile, where, isAnswering, ticks: () => tv.ticks, now: () => MONDAY_EIGHT });
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'luot-follow-'));

async function open(folder = newFolder(), httpsPort = 0): Promise<TestHall> {
  const house = await openTestHall({}, folder, undefined, { lan: { httpsPort, where } });
  houses.push(house);
  return house;
}

/** The hall's server ends; its folder stays. */
async function end(house: TestHall) {
  await house.hall.close();
  houses.splice(houses.indexOf(house), 1);
}

/** Sets the TV up as staff does: from the list of halls, with the fingerprint compared. */
async function setUp() {
  const [hall] = await tv.finder.findHall.halls();
  if (!hall?.fingerprint) throw new Error('No hall was found.');
  tv.file.change({ server: hall.server, pin: { fingerprint: hall.fingerprint } });
  return { ...hall, fingerprint: hall.fingerprint };
}

const portOf = (house: TestHall) => Number(new URL(house.secureUrl).port);
const ask = () => tv.finder.isAnswering(new URL('/display/', tv.file.kept?.server ?? ''));

/** Asks while time passes, until the TV has gone elsewhere. */
async function untilMoved() {
  while (tv.moves === 0) {
    tv.ticks += LOST_MS + SEARCH_PAUSE_MS;
    await ask();
    await new Promise((next) => setImmediate(next));
  }
}

it('[A14] a TV finds the hall by its name, and follows it to another port when its server comes back there', async () => {
  const folder = newFolder();
  const house = await open(folder);
  const { name, server, isProved } = await setUp();
  expect([name, server, isProved]).toEqual([
    house.hall.setup.office.name.vi,
    `https://${CARD}:${portOf(house)}`,
    false,
  ]);
  expect(await ask()).toBe(true);
  await end(house);
  expect(await ask()).toBe(false);
  const back = await open(folder);
  expect(portOf(back)).not.toBe(portOf(house));
  await untilMoved();
  expect(tv.file.kept?.server).toBe(`https://${CARD}:${portOf(back)}`);
  expect(await ask()).toBe(true);
  await back.hall.close();
});

it('[A14] an impostor of the same name at the same address is refused and not followed; the hall is, once it is back', async () => {
  const folder = newFolder();
  const house = await open(folder);
  const hall = await setUp();
  await end(house);
  const impostor = await open(newFolder(), portOf(house));
  expect(impostor.hall.setup.office.name).toEqual(house.hall.setup.office.name);
  expect([await ask(), tv.finder.matter()]).toEqual([false, 'stranger']);
  // The staff would see two different keys, and the hall's own key proves that this is another.
  const [other] = await tv.finder.findHall.halls();
  expect(other).toMatchObject({ name: hall.name, server: hall.server, isProved: false });
  expect(other?.fingerprint).not.toBe(hall.fingerprint);
  expect(await tv.finder.findHall.look(hallLink(hall.server, hall.fingerprint))).toBe('another-authority');
  // It announces itself as well, and is heard before the hall is back.
  tv.ticks += LOST_MS + SEARCH_PAUSE_MS;
  await ask();
  const back = await open(folder);
  await untilMoved();
  expect(tv.file.kept?.server).toBe(`https://${CARD}:${portOf(back)}`);
  expect([await ask(), tv.finder.matter()]).toEqual([true, null]);
  await back.hall.close();
});
