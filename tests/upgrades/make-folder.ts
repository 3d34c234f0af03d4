import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Access } from '#server/access/access.ts';
import { createPhoneDesk } from '#server/phone/follow.ts';
import { openDataFolder } from '#server/settings/data-folder.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { MONDAY_EIGHT } from '#server/testing/sample-setup.ts';
import { HOUR } from '#shared/domain/business-day.ts';
import { createChance } from '#tests/day/chance.ts';
import { House } from '#tests/faults/house.ts';
import { inventPress } from '#tests/faults/invent-press.ts';
import { type KnownThen, pictureOfHall } from './known.ts';

// `make-folder.ts FOLDER [SEED]`: an office of this version in the middle of its second day, to be opened by later ones. How it is run
// in an older version stands in the README beside it.
const [path = '', seed = 'an office to be updated'] = process.argv.slice(2);
const FRIDAY_EIGHT = MONDAY_EIGHT - 3 * 24 * HOUR;
const PASSWORD = 'quan-ly-2026-11';
const PIN = '482915';

const folder = openDataFolder(path);
const store = openStore(folder);
const people = await letPeopleIn(store);
const known: KnownThen = { ...playDays(store), people };
store.close();
writeFileSync(join(path, 'known.json'), `${JSON.stringify(known)}\n`);

/** A short Friday, and a Monday until about half past nine. */
function playDays({ journal, phoneKey }: Store): Omit<KnownThen, 'people'> {
  const chance = createChance(seed);
  const house = new House(journal, () => chance.commandId(), FRIDAY_EIGHT);
  const answered: KnownThen['answered'] = [];
  const play = (turns: number) => {
    for (let turn = 0; turn < turns; turn += 1) {
      house.at += Math.floor(chance.between(2, 25)) * 1000;
      const press = inventPress(house.dispatcher.now(), chance);
      const [reply] = house.turn([press]);
      if (reply?.ok) answered.push({ press, reply });
    }
  };
  play(30);
  house.at = MONDAY_EIGHT;
  play(150);
  const desk = createPhoneDesk({ key: phoneKey, clock: { now: () => house.at } });
  const office = house.dispatcher.now();
  return {
    at: house.at,
    picture: pictureOfHall(office, folder.setup, house.at),
    answered,
    slips: Object.fromEntries([...office.tickets.values()].map(({ id, number }) => [number, desk.tokenOf(id)])),
  };
}

/** The first use: a password, a television that is paired, a clerk who signs in at counter 1. */
async function letPeopleIn({ access: kept }: Store): Promise<KnownThen['people']> {
  const handed = { token: '' };
  const effects = {
    showOut: () => undefined,
    handToken: (_code: string, token: string) => {
      handed.token = token;
      return true;
    },
  };
  const access = new Access({ store: kept, ticks: () => 0, now: () => FRIDAY_EIGHT, effects });
  const arrive = (role: 'manager' | 'counter' | 'display', isLocal: boolean, session: string | null = null) => {
    const counter = role === 'counter' ? 1 : null;
    const who = access.admit({ role, counter, device: null, session, isLocal, address: '192.168.1.20' });
    if (typeof who === 'string') throw new Error(who);
    return who;
  };
  const manager = sessionOf(await access.ask(arrive('manager', true), 'manager:set-password', { password: PASSWORD }));
  const boss = arrive('manager', true, manager);
  const code = arrive('display', false).code ?? '';
  await access.ask(boss, 'device:pair', { code, role: 'display', counter: null, name: 'TV sảnh' });
  await access.ask(boss, 'clerk:add', { name: 'Chị Hoa', pin: PIN });
  const clerk = access.known().clerks[0]?.id ?? '';
  const signIn = { clerk, pin: PIN, takeOver: false };
  const clerkSession = sessionOf(await access.ask(arrive('counter', true), 'clerk:sign-in', signIn));
  return { password: PASSWORD, clerk, pin: PIN, clerkSession, displayToken: handed.token };
}

function sessionOf(answer: { session: string } | string): string {
  if (typeof answer === 'string') throw new Error(answer);
  return answer.session;
}
