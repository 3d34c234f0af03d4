import { describe, expect, it } from 'vitest';
import { aDay, type Day } from '#core/testing/a-day.ts';
import { createPhoneDesk, FORGET_AFTER_MS } from './follow.ts';

const KEY = new Uint8Array(32).fill(7);

/** A desk that has been told a day so far, and goes on hearing it. */
function deskOf(day: Day, key = KEY) {
  const desk = createPhoneDesk({ key, clock: { now: () => day.now } });
  let told = 0;
  const hear = () => {
    for (; told < day.entries.length; told += 1) {
      const entry = day.entries[told];
      if (entry) desk.learn(entry);
    }
  };
  hear();
  const of = (number: string) => {
    hear();
    return desk.follow(desk.tokenOf(day.id(number)));
  };
  return { ...desk, hear, of };
}

describe('tokens', () => {
  it('are 128 bits that can stand in an address, one a ticket', () => {
    const { tokenOf } = deskOf(aDay());
    const tokens = Array.from({ length: 1000 }, (_, index) => tokenOf(`ticket-${index}`));
    expect(new Set(tokens).size).toBe(1000);
    expect(tokens.filter((token) => !/^[A-Za-z0-9_-]{22}$/.test(token))).toEqual([]);
    expect(Buffer.from(tokens[0] ?? '', 'base64url')).toHaveLength(16);
  });

  it('are the same after a restart, others under another key, and not to be read from the handle', () => {
    const [one, again, other] = [deskOf(aDay()), deskOf(aDay()), deskOf(aDay(), new Uint8Array(32).fill(8))];
    expect(again.tokenOf('ticket-1')).toBe(one.tokenOf('ticket-1'));
    expect(other.tokenOf('ticket-1')).not.toBe(one.tokenOf('ticket-1'));
    expect(one.handleOf('ticket-1')).toMatch(/^[A-Za-z0-9_-]{8}$/);
    expect(one.tokenOf('ticket-1')).not.toContain(one.handleOf('ticket-1'));
  });

  it('stand in the address of the page, and nowhere when phones have no way in', () => {
    const { urlOf, tokenOf } = deskOf(aDay());
    const url = `http://192.168.1.10:8080/t/${tokenOf('ticket-1')}`;
    expect(urlOf('http://192.168.1.10:8080', 'ticket-1')).toBe(url);
    expect(urlOf('http://192.168.1.10:8080/', 'ticket-1')).toBe(url);
    expect(urlOf(null, 'ticket-1')).toBe(null);
  });
});

describe('following a slip', () => {
  it('tells number, service and handle, and nothing else', () => {
    const day = aDay().issued('land').issued('civil');
    const desk = deskOf(day);
    expect(desk.of('B001')).toEqual({ number: 'B001', service: 'civil', handle: desk.handleOf(day.id('B001')) });
  });

  it('knows no other token: neither the id, nor the handle, nor a part', () => {
    const day = aDay().issued('land');
    const desk = deskOf(day);
    const token = desk.tokenOf(day.id('A001'));
    const wrong = ['', day.id('A001'), desk.handleOf(day.id('A001')), token.slice(0, 21), `${token}A`, 'constructor'];
    expect(wrong.map(desk.follow)).toEqual(wrong.map(() => null));
  });

  it('keeps up with the service that the visit is at', () => {
    const day = aDay().opened(1, 3).issued('land', 'civil').called(1);
    const desk = deskOf(day);
    expect(desk.of('A001')?.service).toBe('land');
    day.finished(1);
    expect(desk.of('A001')?.service).toBe('civil');
    day.called(3).added(3, 'results');
    day.transferred(3, 'cards');
    expect(desk.of('A001')?.service).toBe('cards');
  });

  it('[S16] keeps up with what a clerk declared for who stood in a wrong lane', () => {
    const day = aDay().opened(1, 3).issued('land').called(1).transferred(1, 'civil', null, null, ['cards']);
    const desk = deskOf(day);
    expect(desk.of('A001')?.service).toBe('civil');
    day.called(3).finished(3);
    expect(desk.of('A001')?.service).toBe('cards');
  });

  it('goes back with an undo, also from the end', () => {
    const day = aDay().opened(1).issued('land').called(1).transferred(1, 'civil');
    const desk = deskOf(day);
    expect(desk.of('A001')?.service).toBe('civil');
    day.undone(1);
    expect(desk.of('A001')?.service).toBe('land');
    day.finished(1);
    desk.hear();
    day.undone(1).later(2 * FORGET_AFTER_MS);
    expect(desk.of('A001')?.number).toBe('A001');
  });

  it('is the same after the day has been read again from its journal', () => {
    const day = aDay().opened(1, 2).issuedMany(3, 'land').called(1).finished(1).called(2).transferred(2, 'cards');
    const numbers = ['A001', 'A002', 'A003'];
    const before = deskOf(aDay().opened(1, 2));
    day.entries.forEach(before.learn);
    const again = deskOf(day);
    const told = (desk: typeof again) => numbers.map((number) => desk.follow(desk.tokenOf(day.id(number))));
    expect(told(again)).toEqual(told(before));
    expect(told(again)).not.toContain(null);
  });
});

describe('an hour after its end', () => {
  it('a slip is unknown, not a millisecond earlier', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1).finished(1);
    const desk = deskOf(day);
    day.later(FORGET_AFTER_MS - 1);
    expect(desk.of('A001')?.number).toBe('A001');
    day.later(1);
    expect(desk.of('A001')).toBe(null);
    expect(desk.of('A002')?.number).toBe('A002');
  });

  it.each(['cancelled', 'expired with the day'])('a slip is unknown when its ticket was %s', (how) => {
    const day = aDay().issued('land');
    const desk = deskOf(day);
    if (how === 'cancelled') day.cancelled('A001');
    else day.dayClosed();
    expect(desk.of('A001')?.number).toBe('A001');
    day.later(FORGET_AFTER_MS);
    expect(desk.of('A001')).toBe(null);
  });

  it('is forgotten, so that memory does not grow from day to day', () => {
    const day = aDay().issuedMany(50, 'land').dayClosed();
    const desk = deskOf(day);
    const id = day.id('A001');
    day.later(FORGET_AFTER_MS);
    expect(desk.slipsKept()).toBe(50);
    day.at('07:00', '2026-11-24').houseLooked();
    desk.hear();
    expect(desk.slipsKept()).toBe(0);
    expect(desk.tokenOf(id)).toHaveLength(22);
  });
});
