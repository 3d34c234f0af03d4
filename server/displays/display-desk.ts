import type { CallSeen, ZoneVoice } from '#shared/contract/display-views.ts';
import type { SoundHealth } from '#shared/contract/health.ts';
import type { DisplayRequestName, RequestInput } from '#shared/contract/office-requests.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { BoardCall } from '#shared/contract/views.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import { isInZone, type Zone, type ZoneId, zoneOf } from '#shared/domain/zones.ts';
import { CallBook } from './call-book.ts';
import { Speeches } from './speeches.ts';

/** What tells one display from another. */
export type DisplayPage = { place: string | null; counter: CounterId | null; zone: ZoneId | null };

export type DeskParts = {
  /** ms UTC. */
  now(): number;
  /** ms that only ever run forward. */
  ticks(): number;
  hall: Parameters<typeof zoneOf>[0];
  /** Every call that still stands, newest first. */
  board(): readonly BoardCall[];
  /** Ids of the machines that the manager has paired, first paired first. */
  paired(): readonly string[];
  /** Something that somebody sees has changed. */
  changed(): void;
};

/** A call nobody has shown by then is told to its clerk. [B19] */
export const SHOWN_WITHIN_MS = 3_000;
/** A call older than this is not spoken any more. [B5] */
const VOICE_MAX_AGE_MS = 45_000;
/** As many as a picture has rows. */
const PICTURE_CALLS = 20;

type Here = { connection: string; page: DisplayPage; sound: SoundHealth; nth: number };

/**
 * Which displays are there, who speaks for each zone, and what has become of each call on glass and in the air. In memory alone: after
 * a restart the displays tell it again.
 */
export class DisplayDesk {
  private readonly parts: DeskParts;
  private readonly startedAt: number;
  private readonly here = new Map<string, Here>();
  private readonly book = new CallBook();
  private readonly speeches: Speeches;
  private arrivals = 0;

  constructor(parts: DeskParts) {
    this.parts = parts;
    this.startedAt = parts.now();
    this.speeches = new Speeches(parts.ticks);
  }

  /** A display has come. It is not heard before it has said that it can be. */
  come(connection: string, page: DisplayPage) {
    this.arrivals += 1;
    this.here.set(connection, { connection, page, sound: 'starting', nth: this.arrivals });
  }

  /** It has gone; what it was speaking is not spoken again, and counts as not heard. */
  leave(connection: string) {
    const gone = this.here.get(connection);
    if (!gone) return;
    this.here.delete(connection);
    const cut = this.speeches.cut(keyOf(gone.page.zone), connection);
    if (cut !== null) this.book.end(cut, keyOf(gone.page.zone), 'gone');
    this.parts.changed();
  }

  /** What a display says. The input fits the name. */
  ask(connection: string, name: DisplayRequestName, input: unknown): object | Refusal {
    const display = this.here.get(connection);
    // A small display has no voice, and who looks at it stands at the counter: it stands for nobody in the hall.
    if (!display || display.page.counter !== null) return 'not-allowed';
    // The door checked the input against the row of its very name.
    if (name === 'display:sound') return this.hear(display, input as RequestInput<typeof name>);
    if (name === 'call:shown') return this.noteShown(display, input as RequestInput<typeof name>);
    if (name === 'call:speak') return this.letSpeak(display, input as RequestInput<typeof name>);
    return this.noteSpoken(display, input as RequestInput<'call:spoken'>);
  }

  /** Who speaks in a zone, and what has been. */
  voice(zone: Zone | null): ZoneVoice {
    const key = keyOf(zone?.id ?? null);
    const calls = this.parts.board().filter(({ counter }) => isInZone(zone, counter));
    const begun = calls.slice(0, PICTURE_CALLS).filter(({ callSeq }) => this.book.hasBegun(callSeq, key));
    return {
      speaker: this.speaker(zone?.id ?? null),
      speaking: this.speeches.now(key),
      begun: begun.map(({ callSeq }) => callSeq),
    };
  }

  /** What its clerk is told of a call. Null: nothing is known, as after a restart. */
  seen({ callSeq, counter, calledAt }: BoardCall): CallSeen | null {
    const { shown, voices } = this.book.of(callSeq);
    const spoken = voices.some(({ outcome }) => outcome === 'spoken');
    if (calledAt < this.startedAt) return shown ? { shown, spoken, trouble: null } : null;
    const age = this.parts.now() - calledAt;
    // At an hour in which the office wants no voice none is missed.
    const isAllRight = spoken || voices.some(({ outcome }) => outcome === null || outcome === 'quiet');
    const canBeSpoken = age <= VOICE_MAX_AGE_MS && voices.length === 0 && this.isHeard(counter);
    const isSilent = !isAllRight && !canBeSpoken;
    const trouble = shown ? (isSilent ? 'not-spoken' : null) : 'not-shown';
    return { shown, spoken, trouble: age < SHOWN_WITHIN_MS ? null : trouble };
  }

  private hear(display: Here, { sound }: RequestInput<'display:sound'>): object {
    if (display.sound !== sound) {
      display.sound = sound;
      this.parts.changed();
    }
    return {};
  }

  private noteShown(display: Here, { call }: RequestInput<'call:shown'>): object | Refusal {
    if (!this.isItsCall(display, call)) return 'no-such-call';
    if (this.book.show(call)) this.parts.changed();
    return {};
  }

  private letSpeak(display: Here, { call, lastsMs }: RequestInput<'call:speak'>): object | Refusal {
    const { connection, page } = display;
    if (!this.isItsCall(display, call)) return 'no-such-call';
    const key = keyOf(page.zone);
    // Asked again because the answer was lost.
    if (this.speeches.isBy(key, connection, call)) return {};
    if (this.book.hasBegun(call, key)) return 'spoken-already';
    if (this.speaker(page.zone) !== connection || this.speeches.now(key) !== null) return 'not-your-voice';
    this.speeches.begin(key, { by: connection, call, lastsMs });
    this.book.begin(call, key, connection);
    this.parts.changed();
    return {};
  }

  private noteSpoken({ connection, page }: Here, { call, outcome }: RequestInput<'call:spoken'>): object | Refusal {
    const key = keyOf(page.zone);
    if (!this.book.isBegunBy(call, key, connection)) return 'no-such-call';
    this.speeches.end(key, connection, call);
    if (this.book.end(call, key, outcome)) this.parts.changed();
    return {};
  }

  private isItsCall({ page }: Here, call: number): boolean {
    const row = this.parts.board().find(({ callSeq }) => callSeq === call);
    return row !== undefined && isInZone(zoneOf(this.parts.hall, page.zone), row.counter);
  }

  /** The one paired first of those that can be heard: the same after every restart. On the server's own PC before all others. */
  private speaker(zone: ZoneId | null): string | null {
    const able = this.able(zone);
    if (able.length < 2) return able[0]?.connection ?? null;
    const paired = this.parts.paired();
    const order = ({ page }: Here) => paired.indexOf(page.place ?? '');
    const [first] = able.sort((a, b) => order(a) - order(b) || a.nth - b.nth);
    return first?.connection ?? null;
  }

  private able(zone: ZoneId | null): Here[] {
    return [...this.here.values()].filter(({ page, sound }) => page.zone === zone && sound === 'ready');
  }

  /** Whether some zone of this counter has a voice. */
  private isHeard(counter: CounterId): boolean {
    const { zones = [] } = this.parts.hall;
    const ids = [null, ...zones.filter((zone) => isInZone(zone, counter)).map(({ id }) => id)];
    return ids.some((id) => this.able(id).length > 0);
  }
}

function keyOf(zone: ZoneId | null): string {
  return zone ?? '';
}
