import { describe, expect, it } from 'vitest';
import type { HealthReport, MachineTrouble, Restart } from '#shared/contract/health.ts';
import { type BookParts, MACHINES_KEPT, MachineBook, type Paired, type Sender } from './machine-book.ts';

const MONDAY = Date.UTC(2026, 10, 23, 1);
const KIOSK: Paired = { id: 'device-0001', name: 'Cửa sau', role: 'kiosk', counter: null };
const TV: Paired = { id: 'device-0002', name: 'Màn hình tầng hai', role: 'display', counter: null };
const DESK: Paired = { id: 'device-0003', name: 'Quầy 3', role: 'counter', counter: 3 };
const OFFICE: Paired = { id: 'device-0004', name: 'Máy trưởng phòng', role: 'manager', counter: null };

const WELL: HealthReport = {
  version: '1.4.0',
  browser: 'Chrome 153',
  shell: { version: '1.4.0', upMs: 600_000, update: null },
  upMs: 300_000,
  memory: { pageMb: 20, appMb: 310, freeMb: 2_048 },
  screen: { width: 1080, height: 1920, scale: 1, monitors: 1 },
  sound: null,
  clockOffMs: 120,
};

/** The same, so much later. */
const wellAfter = (ms: number): HealthReport => ({
  ...WELL,
  ...{ upMs: 300_000 + ms, shell: { version: '1.4.0', upMs: 600_000 + ms, update: null } },
});

/** A book with clocks that stand until they are moved. */
function aBook({ paired = [KIOSK, TV, DESK, OFFICE], busy = [], ...more }: Partial<Told> = {}) {
  let moved = 0;
  const told: [Sender, Restart][] = [];
  const { will = true } = more;
  const known = [...paired];
  const parts: BookParts = {
    version: '1.4.0',
    now: () => MONDAY + moved,
    ticks: () => moved,
    paired: () => known,
    printer: () => 'near-end',
    isBusy: (counter) => busy.includes(counter),
    async tellToRestart(isMeant, what) {
      const here = [...known.map(senderOf), LOCAL_KIOSK];
      for (const who of here.filter(isMeant)) told.push([who, what]);
      return will;
    },
  };
  const book = new MachineBook(parts);
  const later = (ms: number) => {
    moved += ms;
  };
  const drawn = (id: string) => book.picture().machines.find((one) => one.id === id);
  return { book, later, drawn, told, known };
}
type Told = { paired: Paired[]; busy: number[]; will: boolean };

const senderOf = ({ id, role, counter }: Paired): Sender => ({ place: id, role, counter });
const LOCAL_KIOSK: Sender = { place: 'local', role: 'kiosk', counter: null };

describe('[M1] how a machine is', () => {
  it('[M1] is the latest that it said', () => {
    const { book, drawn, later } = aBook();
    book.hear(senderOf(KIOSK), { ...WELL, clockOffMs: -9_000 });
    later(5_000);
    expect(book.hear(senderOf(KIOSK), wellAfter(5_000))).toEqual({ at: MONDAY + 5_000 });
    expect(drawn(KIOSK.id)).toEqual({
      ...KIOSK,
      ...{ isHere: true, lastHeardAt: null, printer: 'near-end', troubles: [] },
      health: {
        ...{ version: '1.4.0', browser: 'Chrome 153', sound: null, screen: WELL.screen, clockOffMs: 0 },
        ...{ since: MONDAY - 300_000, shell: { version: '1.4.0', since: MONDAY - 600_000, update: null } },
        memory: { pageMb: 20, appMb: 310, freeMb: 2_000 },
      },
      ...{ mayRestart: ['page', 'shell'], restart: null },
    });
  });

  it('stands still while nothing happens, so that no picture is sent for it', () => {
    const { book, drawn, later } = aBook();
    const pictures = [0, 5_004, 9_999, 15_020].map((upMs) => {
      book.hear(senderOf(KIOSK), { ...wellAfter(upMs), memory: { ...WELL.memory, pageMb: 21 } });
      later(5_000);
      return drawn(KIOSK.id);
    });
    expect(new Set(pictures.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('is nothing for one that has not spoken yet, and no machine of a manager is listed', () => {
    const { book } = aBook();
    expect(book.picture().machines.map(({ id, health, isHere }) => [id, health, isHere])).toEqual([
      [KIOSK.id, null, false],
      [TV.id, null, false],
      [DESK.id, null, false],
    ]);
  });

  it('goes by kind of page on the server’s own PC, those first', () => {
    const { book } = aBook({ paired: [TV] });
    book.hear(LOCAL_KIOSK, WELL);
    book.hear({ place: 'local', role: 'counter', counter: 3 }, WELL);
    book.hear({ place: 'local', role: 'counter', counter: 12 }, WELL);
    for (const zone of [null, 'tang-hai']) book.hear({ place: 'local', role: 'display', counter: null, zone }, WELL);
    expect(book.picture().machines.map(({ id, name }) => [id, name])).toEqual([
      ['local-counter-12', null],
      ['local-counter-3', null],
      ['local-display', null],
      ['local-display-tang-hai', null],
      ['local-kiosk', null],
      [TV.id, TV.name],
    ]);
  });

  it('is forgotten with the machine that is removed, and after half a day with a page of this PC', () => {
    const { book, known, later } = aBook();
    book.hear(senderOf(KIOSK), WELL);
    book.hear(LOCAL_KIOSK, WELL);
    known.shift();
    expect(book.picture().machines.map(({ id }) => id)).toEqual(['local-kiosk', TV.id, DESK.id]);
    known.unshift(KIOSK);
    later(13 * 3_600_000);
    expect(book.picture().machines.map(({ id, health }) => [id, health])).toEqual([
      [KIOSK.id, null],
      [TV.id, null],
      [DESK.id, null],
    ]);
  });

  it('[M1] is kept of so many machines and no more', () => {
    const { book } = aBook();
    for (let counter = 1; counter <= MACHINES_KEPT + 50; counter += 1) {
      book.hear({ place: 'local', role: 'counter', counter }, WELL);
    }
    const kept = book.picture().machines.filter(({ name }) => name === null);
    expect(kept.length).toBe(MACHINES_KEPT);
    expect(kept.some(({ counter }) => counter === 50)).toBe(false);
    expect(kept.some(({ counter }) => counter === 51)).toBe(true);
  });
});

describe('[M2] what is wrong', () => {
  const cases: [string, Paired, Partial<HealthReport>, MachineTrouble[]][] = [
    ['nothing', KIOSK, {}, []],
    ['a clock five seconds off', KIOSK, { clockOffMs: -5_000 }, []],
    ['a clock further off', KIOSK, { clockOffMs: -5_001 }, ['clock-off']],
    ['a page of an older program', DESK, { version: '1.3.9' }, ['old-page']],
    ['a page of a newer one', DESK, { version: '1.10.0' }, []],
    ['an older app', KIOSK, { shell: { version: '0.9.12', upMs: 1, update: null } }, ['old-shell']],
    ['a display that is not let speak', TV, { sound: 'blocked' }, ['sound-blocked']],
    ['a display without a voice', TV, { sound: 'no-clips' }, ['no-sound']],
    ['a display that speaks', TV, { sound: 'ready' }, []],
    ['a full page', KIOSK, { memory: { pageMb: 401, appMb: null, freeMb: null } }, ['memory']],
    ['a full app', KIOSK, { memory: { pageMb: null, appMb: 1_501, freeMb: null } }, ['memory']],
    ['a full PC', KIOSK, { memory: { pageMb: null, appMb: null, freeMb: 199 } }, ['memory']],
    ['an update that waits', KIOSK, { shell: { version: '1.4.0', upMs: 1, update: 'ready' } }, []],
    [
      'an update that was refused',
      KIOSK,
      { shell: { version: '1.4.0', upMs: 1, update: 'refused' } },
      ['update-refused'],
    ],
    ['two at once', TV, { sound: 'blocked', clockOffMs: 3_600_000 }, ['sound-blocked', 'clock-off']],
  ];
  it.each(cases)('%s', (_what, machine, report, troubles) => {
    const { book, drawn } = aBook();
    book.hear(senderOf(machine), { ...WELL, ...report });
    expect(drawn(machine.id)?.troubles).toEqual(troubles);
  });

  it('a kiosk or a display that has not been heard for fifteen seconds; a counter is not missed', () => {
    const { book, drawn, later } = aBook();
    for (const machine of [KIOSK, TV, DESK]) book.hear(senderOf(machine), { ...WELL, clockOffMs: 60_000 });
    later(14_999);
    expect(drawn(TV.id)?.troubles).toEqual(['clock-off']);
    later(1);
    expect(drawn(KIOSK.id)).toMatchObject({ troubles: ['silent'], isHere: false, lastHeardAt: MONDAY, mayRestart: [] });
    expect(drawn(TV.id)?.troubles).toEqual(['silent']);
    expect(drawn(DESK.id)).toMatchObject({ isHere: true });
    later(90_000);
    expect(drawn(DESK.id)).toMatchObject({ troubles: [], isHere: false, lastHeardAt: MONDAY });
  });
});

describe('[M3] starting anew', () => {
  it('is asked of that machine alone, and is over when it has come back', async () => {
    const { book, drawn, later, told } = aBook();
    book.hear(senderOf(KIOSK), WELL);
    expect(await book.restart(KIOSK.id, 'page')).toEqual({});
    expect(told).toEqual([[senderOf(KIOSK), 'page']]);
    later(4_000);
    // Somebody is taking a number there: it waits.
    book.hear(senderOf(KIOSK), { ...WELL, upMs: 304_000 });
    expect(drawn(KIOSK.id)?.restart).toEqual({ what: 'page', askedAt: MONDAY, backAt: null });
    later(4_000);
    book.hear(senderOf(KIOSK), { ...WELL, upMs: 700 });
    expect(drawn(KIOSK.id)?.restart).toEqual({ what: 'page', askedAt: MONDAY, backAt: MONDAY + 8_000 });
  });

  it('of the app is not over when only the page has come back', async () => {
    const { book, drawn, later } = aBook();
    book.hear(LOCAL_KIOSK, WELL);
    expect(await book.restart('local-kiosk', 'shell')).toEqual({});
    later(3_000);
    book.hear(LOCAL_KIOSK, { ...WELL, upMs: 500, shell: { version: '1.4.0', upMs: 603_000, update: null } });
    expect(drawn('local-kiosk')?.restart?.backAt).toBeNull();
    later(3_000);
    book.hear(LOCAL_KIOSK, { ...WELL, upMs: 500, shell: { version: '1.4.0', upMs: 2_000, update: null } });
    expect(drawn('local-kiosk')?.restart?.backAt).toBe(MONDAY + 6_000);
  });

  it('is asked once when the press comes twice, and again when it is pressed again later', async () => {
    const { book, later, told } = aBook();
    book.hear(senderOf(TV), WELL);
    await Promise.all([book.restart(TV.id, 'page'), book.restart(TV.id, 'page')]);
    later(9_999);
    expect(await book.restart(TV.id, 'page')).toEqual({});
    expect(told.length).toBe(1);
    later(1);
    await book.restart(TV.id, 'page');
    expect(told.length).toBe(2);
  });

  it('is not promised for a machine that does not answer', async () => {
    const { book, drawn } = aBook({ will: false });
    book.hear(senderOf(TV), WELL);
    expect(await book.restart(TV.id, 'page')).toBe('machine-silent');
    expect(drawn(TV.id)?.restart).toBeNull();
  });

  it('is refused for what is not there, for a browser as a whole, and for a counter with somebody at it', async () => {
    const { book, told } = aBook({ busy: [3] });
    book.hear(senderOf(TV), { ...WELL, shell: null });
    book.hear(senderOf(DESK), WELL);
    expect(await book.restart('device-9999', 'page')).toBe('no-such-device');
    expect(await book.restart(KIOSK.id, 'page')).toBe('machine-silent');
    expect(await book.restart(TV.id, 'shell')).toBe('only-a-browser');
    expect(await book.restart(DESK.id, 'page')).toBe('finish-first');
    expect(told).toEqual([]);
  });
});
