import type { BoardCall } from '#shared/contract/views.ts';
import { isToBeSpoken, mayBegin, NO_TURN, OURS, type VoiceTurn } from './voice-turn.ts';

/**
 * What the display does with the calls of the board's picture: whom the big zone shows and for how long, and what the
 * voice says. Every row is lit the moment it is in the picture; only the big zone and the voice queue, each on its own.
 *
 * Pure: the moment is handed in, always as the office's time (the server's clock) in milliseconds, because a TV's own
 * clock may be wrong. The page feeds it pictures, ticks (four a second are plenty) and the ends of announcements, and
 * carries out the effects.
 */

/** `settled`: it has had its time and may be replaced at once. */
export type OnShow = { readonly call: BoardCall; readonly shownAt: number; readonly settled: boolean };
export type Speaking = { readonly call: BoardCall; readonly sinceAt: number };

export type PendingCalls = {
  /** The highest call number that was ever in a picture. Only what is above it rings. */
  readonly lastRung: number;
  /** When the latest call that was ever in a picture was made. */
  readonly lastRungAt: number;
  /** True until the first picture after the page loads or the connection comes back. */
  readonly catchingUp: boolean;
  readonly onShow: OnShow | null;
  readonly toShow: readonly BoardCall[];
  readonly speaking: Speaking | null;
  /** Kept by every display of the zone, so that another can go on when the one that speaks goes. */
  readonly toSpeak: readonly BoardCall[];
  readonly turn: VoiceTurn;
};

/**
 * `speak`: ask whether it may be spoken, then chime and the call so many times; report its end to {@link onSpoken}, a "no" to
 * {@link onRefused}. `hush`: stop at once, report nothing.
 */
export type Effect =
  | { readonly type: 'speak'; readonly call: BoardCall; readonly readings: 1 | 2 }
  | { readonly type: 'hush'; readonly callSeq: number };

export type Step = { readonly state: PendingCalls; readonly effects: readonly Effect[] };

/** How long a call has the big zone to itself. */
export const SHOW_MS = 8_000;
/** Beyond so many waiting the time is shared out, so that the zone does not fall minutes behind the rows. */
export const UNHURRIED_WAITING = 6;
/** Below this nobody across the hall can read a number and its counter. */
export const SHORTEST_SHOW_MS = 2_000;
/** A call older than this is not spoken any more: its visitor is at the counter or has read the screen. */
export const VOICE_MAX_AGE_MS = 45_000;
/** Two readings take 12 s. Whatever speaks longer than this has lost its audio device and must not hold up the rest. */
export const SPEAKING_LIMIT_MS = 30_000;

/** A picture holds at most so many calls (`BoardView`); then the oldest fall off its end without being withdrawn. */
export const FULL_PICTURE = 20;

/** The state of a page that has just loaded. */
export function noPendingCalls(): PendingCalls {
  const nothing = { onShow: null, toShow: [], speaking: null, toSpeak: [] };
  return { lastRung: 0, lastRungAt: 0, catchingUp: true, ...nothing, turn: NO_TURN };
}

/** The connection was lost and is back: what the next picture brings may be old and is not rung as if it were new. */
export function onReconnect(state: PendingCalls): PendingCalls {
  return { ...state, catchingUp: true, turn: NO_TURN };
}

/**
 * Takes the newest picture: all calls the board shows, in any order. A call that left the picture (undone, transferred)
 * is withdrawn from zone and voice, a recall takes the place of its waiting call, new calls queue up.
 * @param turn who speaks; without it this display, alone in its hall
 */
export function onPicture(state: PendingCalls, picture: readonly BoardCall[], now: number, turn = OURS): Step {
  const calls = newestOfEachTicket(picture);
  const { kept, effects } = withdrawn(state, calls);
  const lastRung = lastRungOfJournal(state, calls);
  const fresh = calls.filter((call) => call.callSeq > lastRung);
  const timely = fresh.filter((call) => !state.catchingUp || now - call.calledAt <= VOICE_MAX_AGE_MS);
  const queued: PendingCalls = {
    ...timely.reduce((soFar, call) => withCall(soFar, call, now), kept),
    lastRung: Math.max(lastRung, ...calls.map((call) => call.callSeq)),
    lastRungAt: Math.max(state.lastRungAt, ...calls.map((call) => call.calledAt)),
    catchingUp: false,
  };
  return moved(onItsTurn(withSomethingOnShow(queued, calls, state.catchingUp, now), turn), now, effects);
}

/** Who speaks has changed, or whether this display can. */
export function onTurn(state: PendingCalls, turn: VoiceTurn, now: number): Step {
  return moved(onItsTurn(state, turn), now, []);
}

/** The server would not have `callSeq` spoken: not now (it stays in its place until the next picture), or not at all. */
export function onRefused(state: PendingCalls, callSeq: number, isOver: boolean, now: number): Step {
  const { speaking, turn, toSpeak } = state;
  if (speaking?.call.callSeq !== callSeq) return moved(state, now, []);
  const isRenewed = toSpeak.some((call) => isSameErrand(call, speaking.call));
  if (isOver || isRenewed || !isToBeSpoken(turn, callSeq)) return moved({ ...state, speaking: null }, now, []);
  const waiting = { ...turn, isMine: false };
  return moved({ ...state, speaking: null, toSpeak: [speaking.call, ...toSpeak], turn: waiting }, now, []);
}

/** Time has passed: the next call may take the big zone; a voice that never ended is given up. */
export function onTick(state: PendingCalls, now: number): Step {
  if (state.speaking && now - state.speaking.sinceAt > SPEAKING_LIMIT_MS) {
    return moved({ ...state, speaking: null }, now, [{ type: 'hush', callSeq: state.speaking.call.callSeq }]);
  }
  return moved(state, now, []);
}

/** The announcement of `callSeq` has ended, or could not be made. A late report of one already stopped changes nothing. */
export function onSpoken(state: PendingCalls, callSeq: number, now: number): Step {
  const isCurrent = state.speaking?.call.callSeq === callSeq;
  return moved(isCurrent ? { ...state, speaking: null } : state, now, []);
}

/** Whether the call's row is to be lit: until its time in the big zone is over and its voice has ended. */
export function isLit(state: PendingCalls, callSeq: number): boolean {
  const isIt = (call: BoardCall | undefined) => call?.callSeq === callSeq;
  if (state.turn.speaking === callSeq) return true;
  if (state.toShow.some(isIt) || state.toSpeak.some(isIt) || isIt(state.speaking?.call)) return true;
  return isIt(state.onShow?.call) && state.onShow?.settled === false;
}

/** How long the call in the big zone stays while so many wait behind it, in milliseconds. */
export function showMs(waiting: number): number {
  if (waiting <= UNHURRIED_WAITING) return SHOW_MS;
  return Math.max(SHORTEST_SHOW_MS, Math.round((SHOW_MS * UNHURRIED_WAITING) / waiting));
}

// A server that came back with an empty journal, or with yesterday's copy of it, counts on from a lower number; its calls
// would not ring until it reached the old one. An undo during the outage also lowers the newest number, so what had
// been called by the time of the last ring still counts as rung.
function lastRungOfJournal(state: PendingCalls, calls: readonly BoardCall[]): number {
  const newest = calls.at(-1)?.callSeq ?? 0;
  if (!state.catchingUp || newest >= state.lastRung) return state.lastRung;
  const rung = calls.filter((call) => call.calledAt <= state.lastRungAt);
  return Math.max(0, ...rung.map((call) => call.callSeq));
}

// A ticket that was transferred and called anew may still have its first call in the picture: the newest one counts.
function newestOfEachTicket(picture: readonly BoardCall[]): BoardCall[] {
  const inOrder = [...picture].sort((a, b) => a.callSeq - b.callSeq);
  const newest = new Map(inOrder.map((call) => [call.ticket, call]));
  return inOrder.filter((call) => newest.get(call.ticket) === call);
}

function onItsTurn(state: PendingCalls, turn: VoiceTurn): PendingCalls {
  const toSpeak = state.toSpeak.filter(({ callSeq }) => isToBeSpoken(turn, callSeq));
  return { ...state, turn: { ...turn, lastAsked: state.turn.lastAsked }, toSpeak };
}

function isSameErrand(a: BoardCall, b: BoardCall): boolean {
  return a.ticket === b.ticket && a.counter === b.counter;
}

// In a great burst a call may still wait for the big zone when twenty newer ones have pushed it off the picture.
function hasFallenOff(call: BoardCall, calls: readonly BoardCall[]): boolean {
  return calls.length >= FULL_PICTURE && calls.every((other) => other.callSeq > call.callSeq);
}

function withdrawn(state: PendingCalls, calls: readonly BoardCall[]): { kept: PendingCalls; effects: Effect[] } {
  // A recall has another number, but sends the same visitor to the same counter: its first call still holds.
  const stands = (call: BoardCall) => hasFallenOff(call, calls) || calls.some((other) => isSameErrand(call, other));
  const { onShow, speaking } = state;
  const hushed = speaking !== null && !stands(speaking.call);
  return {
    kept: {
      ...state,
      onShow: onShow && stands(onShow.call) ? onShow : null,
      toShow: state.toShow.filter(stands),
      speaking: hushed ? null : speaking,
      toSpeak: state.toSpeak.filter(stands),
    },
    effects: hushed ? [{ type: 'hush', callSeq: speaking.call.callSeq }] : [],
  };
}

function withCall(state: PendingCalls, call: BoardCall, now: number): PendingCalls {
  const toSpeak = replacedOrAppended(state.toSpeak, call);
  const isOnShowAlone = state.toShow.length === 0 && state.onShow !== null && isSameErrand(state.onShow.call, call);
  // A recall of what everyone sees, with nobody behind it, flashes again on the spot.
  if (isOnShowAlone) return { ...state, toSpeak, onShow: { call, shownAt: now, settled: false } };
  return { ...state, toSpeak, toShow: replacedOrAppended(state.toShow, call) };
}

function replacedOrAppended(queue: readonly BoardCall[], call: BoardCall): BoardCall[] {
  const at = queue.findIndex((waiting) => isSameErrand(waiting, call));
  return at < 0 ? [...queue, call] : queue.map((waiting, index) => (index === at ? call : waiting));
}

// An empty big zone beside full rows looks broken, so the newest call that stands fills it, owing nobody any time.
// After an outage it also takes over from what was on show before: that is no longer the newest.
function withSomethingOnShow(
  state: PendingCalls,
  calls: readonly BoardCall[],
  caughtUp: boolean,
  now: number,
): PendingCalls {
  const newest = calls.at(-1);
  if (!newest || state.toShow.length > 0) return state;
  if (state.onShow && (!caughtUp || state.onShow.call.callSeq >= newest.callSeq)) return state;
  return { ...state, onShow: { call: newest, shownAt: now, settled: true } };
}

function moved(state: PendingCalls, now: number, effects: readonly Effect[]): Step {
  const spoken = withNextSpoken(withNextShown(withoutFutureMoments(state, now), now), now);
  return { state: spoken.state, effects: [...effects, ...spoken.effects] };
}

// When the office's clock is set back, what began "in the future" would hold its place until then.
function withoutFutureMoments(state: PendingCalls, now: number): PendingCalls {
  const { onShow, speaking } = state;
  return {
    ...state,
    onShow: onShow && { ...onShow, shownAt: Math.min(onShow.shownAt, now) },
    speaking: speaking && { ...speaking, sinceAt: Math.min(speaking.sinceAt, now) },
  };
}

function withNextShown(state: PendingCalls, now: number): PendingCalls {
  const { onShow } = state;
  const settled = !onShow || onShow.settled || now - onShow.shownAt >= showMs(state.toShow.length);
  const [next, ...rest] = state.toShow;
  if (settled && next) return { ...state, onShow: { call: next, shownAt: now, settled: false }, toShow: rest };
  return { ...state, onShow: onShow && { ...onShow, settled } };
}

function withNextSpoken(state: PendingCalls, now: number): Step {
  const toSpeak = state.toSpeak.filter((call) => now - call.calledAt <= VOICE_MAX_AGE_MS);
  const [call, ...rest] = toSpeak;
  if (state.speaking || !call || !mayBegin(state.turn)) return { state: { ...state, toSpeak }, effects: [] };
  // With somebody waiting behind it one reading must do.
  const readings = rest.length > 0 ? 1 : 2;
  return {
    state: {
      ...state,
      speaking: { call, sinceAt: now },
      toSpeak: rest,
      turn: { ...state.turn, lastAsked: call.callSeq },
    },
    effects: [{ type: 'speak', call, readings }],
  };
}
