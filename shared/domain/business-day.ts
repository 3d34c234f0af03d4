/** A day of the office, `2026-11-23`, in the office's time zone. Numbering starts anew with each. */
export type BusinessDay = string;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The wall clock of the office at a moment. `minute` counts from midnight; `weekday` is 1 (Monday) to 7 (Sunday). */
export type WallClock = { day: BusinessDay; minute: number; weekday: number; text: string };

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What the clock on the office's wall shows. The machine's own time zone never matters.
 * @param at moment in ms UTC
 * @param timeZone IANA name; throws RangeError when unknown
 */
export function wallClock(at: number, timeZone: string): WallClock {
  const part = partsOf(at, timeZone);
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return {
    day,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
    weekday: WEEKDAYS.indexOf(part('weekday')) + 1,
    text: `${part('hour')}:${part('minute')}`,
  };
}

/** The business day a moment belongs to. */
export function businessDay(at: number, timeZone: string): BusinessDay {
  return wallClock(at, timeZone).day;
}

/**
 * The moment at which the office's wall clock shows a time of that day, in ms UTC. A time that the clock skips or shows twice
 * (daylight saving) is one of the moments beside the change.
 */
export function momentOf(day: BusinessDay, minute: number, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const asIfUtc = Date.UTC(year, month - 1, date, 0, minute);
  const offset = offsetAt(asIfUtc - 12 * HOUR, timeZone);
  const guess = asIfUtc - offset;
  return asIfUtc - offsetAt(guess, timeZone);
}

/** `07:30` to 450. */
export function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

type Parts = (type: Intl.DateTimeFormatPartTypes) => string;

/** More different seconds than one press asks about; the next asks about the same few again. */
const SECONDS_REMEMBERED = 32;
const remembered = new Map<string, Parts>();

/** What the wall clock of a zone shows, to the second. Remembered: to ask the system took a twentieth of a busy server's time. */
function partsOf(at: number, timeZone: string): Parts {
  const second = `${timeZone} ${Math.floor(at / SECOND)}`;
  const known = remembered.get(second);
  if (known) return known;
  const parts = formatOf(timeZone).formatToParts(at);
  const found: Parts = (type) => parts.find((part) => part.type === type)?.value ?? '';
  if (remembered.size >= SECONDS_REMEMBERED) remembered.clear();
  remembered.set(second, found);
  return found;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      weekday: 'short',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Wall clock minus UTC, in ms. */
function offsetAt(at: number, timeZone: string): number {
  const part = partsOf(at, timeZone);
  const shown = Date.UTC(
    Number(part('year')),
    Number(part('month')) - 1,
    Number(part('day')),
    Number(part('hour')),
    Number(part('minute')),
    Number(part('second')),
  );
  return shown - Math.floor(at / SECOND) * SECOND;
}
