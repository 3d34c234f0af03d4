import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Setup } from './setup.ts';

const SAMPLE = new URL('../../server/settings/sample-office.json', import.meta.url);

/** A fresh copy, to be damaged. */
function sample() {
  return v.parse(Setup, JSON.parse(readFileSync(SAMPLE, 'utf8')));
}

/** Each complaint with the place it names, as someone who edits the file would read it. */
function complaints(setup: unknown): string[] {
  const result = v.safeParse(Setup, setup);
  return (result.issues ?? []).map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(': '));
}

describe('the sample office', () => {
  it('is understood as it stands, with nothing left over', () => {
    const raw: unknown = JSON.parse(readFileSync(SAMPLE, 'utf8'));
    expect(v.parse(Setup, raw)).toEqual(raw);
  });

  it('has the fourteen services and two lanes of the office, with fourteen counters', () => {
    const { services, counters } = sample();
    const kinds = services.map(({ kind }) => kind);
    expect([kinds.filter((kind) => kind === 'service').length, kinds.length, counters.length]).toEqual([14, 16, 14]);
  });

  it('[N5] uses no prefix letter that sounds like another (D and G) or looks like a digit (I and O)', () => {
    expect(sample().services.filter(({ prefix }) => 'DGIO'.includes(prefix))).toEqual([]);
  });
});

type Sample = ReturnType<typeof sample>;
const everyCounter = ({ counters }: Sample) => counters.map(({ id }) => id);
const withZones = (setup: Sample, ...zones: number[][]) => ({
  ...setup,
  zones: zones.map((counters) => ({ id: 'tang-1', name: { vi: 'Tầng 1', en: 'Ground floor' }, counters })),
});
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('The sample has none of these.');
  return one;
};

describe('a damaged setup is refused, and the complaint names the place', () => {
  it.each<[string, (setup: Sample) => unknown, RegExp]>([
    ['an unknown time zone', (s) => ({ ...s, office: { ...s.office, timeZone: 'Asia/Tan_Chau' } }), /office\.timeZone/],
    ['another schema', (s) => ({ ...s, schema: 'luot-setup/9' }), /schema/],
    ['an unknown field', (s) => ({ ...s, colour: 'red' }), /colour/],
    ['no services', (s) => ({ ...s, services: [] }), /services/],
    ['an hour that no clock has', (s) => ({ ...s, dayCloses: '24:30' }), /dayCloses/],
    ['a prefix of two letters', (s) => withService(s, { prefix: 'AB' }), /services\.0\.prefix/],
    ['a service without an English name', (s) => withService(s, { name: { vi: 'Đất' } }), /services\.0\.name\.en/],
    ['an empty name', (s) => withService(s, { short: '   ' }), /services\.0\.short/],
    ['a name that does not fit', (s) => withService(s, { short: 'x'.repeat(25) }), /services\.0\.short/],
    ['an id with capitals', (s) => withService(s, { id: 'Dat-Dai' }), /services\.0\.id/],
    [
      'a service that takes no time',
      (s) => withService(s, { meanServiceMinutes: 0 }),
      /services\.0\.meanServiceMinutes/,
    ],
    ['counter 0', (s) => withCounter(s, { id: 0 }), /counters\.0\.id/],
    ['a counter without a service', (s) => withCounter(s, { own: [] }), /counters\.0\.own/],
    ['an eighth weekday', (s) => withSession(s, { weekdays: [8] }), /sessions\.0\.weekdays\.0/],
    ['a negative head start', (s) => withRules(s, { priorityHeadStartMinutes: -1 }), /rules\.priorityHeadStartMinutes/],
    ['a head start by another word', (s) => withRules(s, { priorityHeadStartMinutes: 'vip' }), /priorityHeadStart/],
    ['no call before absent', (s) => withRules(s, { callsBeforeAbsent: 0 }), /rules\.callsBeforeAbsent/],
    ['half a second to undo', (s) => withRules(s, { undoSeconds: 0.5 }), /rules\.undoSeconds/],
    ['an announcement without a number', (s) => withWording(s, { announcement: 'Mời!' }), /wording\.announcement/],
    ['no reason for a pause', (s) => withWording(s, { pauseReasons: [] }), /wording\.pauseReasons/],
    ['a printer without a port', (s) => ({ ...s, printer: { host: '192.168.1.50' } }), /printer\.port/],
    ['a printer at no machine', (s) => ({ ...s, printer: { host: 'a b', port: 9100 } }), /printer\.host: is no name/],
    ['a printer of no known kind', (s) => ({ ...s, printer: { kind: 'pigeon' } }), /printer\.kind/],
    [
      'a printer with too much',
      (s) => ({ ...s, printer: { kind: 'device', path: '/dev/a', port: 1 } }),
      /printer\.port/,
    ],
    ['a device without a path', (s) => ({ ...s, printer: { kind: 'device', path: ' ' } }), /printer\.path: is no path/],
    [
      'a line that is too slow',
      (s) => ({ ...s, printer: { kind: 'serial', path: 'COM3', baudRate: 9_600 } }),
      /printer\.baudRate: is none of 57600/,
    ],
    ['a printer of Windows without a name', (s) => ({ ...s, printer: { kind: 'windows' } }), /printer\.name/],
    [
      'a spare for nothing',
      (s) => ({ ...s, sparePrinters: [{ host: 'b', port: 9100 }] }),
      /sparePrinters: there is no/,
    ],
    ['paper of no known width', (s) => ({ ...s, printer: { host: 'b', port: 9100, widthMm: 70 } }), /printer\.widthMm/],
    ['an area too long for a slip', (s) => withService(s, { area: 'a'.repeat(25) }), /services\.0\.area/],
    ['the same id twice', (s) => withService(s, { id: s.services[1]?.id }), /services: an id stands twice/],
    ['the same prefix twice', (s) => withService(s, { prefix: s.services[1]?.prefix }), /services: a prefix letter/],
    ['the same counter twice', (s) => withCounter(s, { id: 2 }), /counters: a number stands twice/],
    ['a counter for nothing known', (s) => withCounter(s, { helps: ['karaoke'] }), /counters: an own or helping/],
    ['a zone without a counter', (s) => withZones(s, []), /zones\.0\.counters/],
    ['a zone with a counter that is not there', (s) => withZones(s, [1, 99]), /zones: there is no counter/],
    ['a zone with a counter twice', (s) => withZones(s, [1, 1]), /zones: a counter stands twice/],
    ['two zones of one name', (s) => withZones(s, everyCounter(s), everyCounter(s)), /zones: an id stands twice/],
    ['a counter that no zone shows', (s) => withZones(s, [1, 2]), /zones: a counter stands in none/],
    ['a session that ends first', (s) => withSession(s, { closes: '06:00' }), /sessions: times must run/],
    ['tickets after closing', (s) => withSession(s, { ticketsUntil: '11:30' }), /sessions: times must run/],
    ['tickets only after opening', (s) => withSession(s, { ticketsFrom: '07:30' }), /sessions: times must run/],
  ])('%s', (_, damage, place) => {
    const damaged = damage(sample());
    expect(complaints(damaged).join('\n')).toMatch(place);
  });

  it('a service whose only own counter is gone', () => {
    const setup = sample();
    const counters = setup.counters.filter(({ own }) => !own.includes('tra-ket-qua'));
    expect(complaints({ ...setup, counters })).toEqual(['services: a service has no counter of its own']);
  });
});

describe('what a setup may leave open', () => {
  it.each<[string, (setup: Sample) => unknown]>([
    ['always first', (s) => withRules(s, { priorityHeadStartMinutes: 'always-first' })],
    ['no head start', (s) => withRules(s, { priorityHeadStartMinutes: 0 })],
    ['a printer', (s) => ({ ...s, printer: { host: '192.168.1.50', port: 9100 } })],
    ['a printer with its kind', (s) => ({ ...s, printer: { kind: 'tcp', host: 'printer.local', port: 9100 } })],
    ['a device', (s) => ({ ...s, printer: { kind: 'device', path: '/dev/usb/lp0', widthMm: 58 } })],
    ['old narrow paper', (s) => ({ ...s, printer: { host: 'b', port: 9100, widthMm: 58, pictures: 'columns' } })],
    ['a service in an area', (s) => withService(s, { area: 'Khu A, tầng 1' })],
    ['a serial line', (s) => ({ ...s, printer: { kind: 'serial', path: 'COM3' } })],
    ['a zone', (s) => withZones(s, everyCounter(s))],
    [
      'a printer of Windows, and a spare',
      (s) => ({
        ...s,
        printer: { kind: 'windows', name: 'Máy in XP-80' },
        sparePrinters: [{ host: 'b', port: 9100 }],
      }),
    ],
    ['no word about itself', ({ about: _, ...s }) => s],
  ])('%s is allowed', (_, change) => {
    expect(complaints(change(sample()))).toEqual([]);
  });

  it('keeps names in one form of Unicode, however they were typed', () => {
    const typed = withService(sample(), { short: 'Đất đai'.normalize('NFD') });
    expect(first(v.parse(Setup, typed).services).short).toBe('Đất đai'.normalize('NFC'));
  });
});

function withService(setup: Sample, change: object) {
  return { ...setup, services: [{ ...first(setup.services), ...change }, ...setup.services.slice(1)] };
}

function withCounter(setup: Sample, change: object) {
  return { ...setup, counters: [{ ...first(setup.counters), ...change }, ...setup.counters.slice(1)] };
}

function withSession(setup: Sample, change: object) {
  return { ...setup, sessions: [{ ...first(setup.sessions), ...change }, ...setup.sessions.slice(1)] };
}

function withRules(setup: Sample, change: object) {
  return { ...setup, rules: { ...setup.rules, ...change } };
}

function withWording(setup: Sample, change: object) {
  return { ...setup, wording: { ...setup.wording, ...change } };
}
