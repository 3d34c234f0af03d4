/** How Socket.IO's client tries again, in ms: the first try after the delay, give or take the share, then twice as long up to the most. */
type ComingBack = { reconnectionDelay: number; reconnectionDelayMax: number; randomizationFactor: number };

/** The pages of the hall: a handful, and people stand before them. */
const HALL: ComingBack = { reconnectionDelay: 50, reconnectionDelayMax: 500, randomizationFactor: 0.5 };
/**
 * Phones: thousands, after a restart all in the same moment, and each wants a handshake and a picture. Spread over five seconds they
 * keep nobody at a counter waiting.
 */
const PHONES: ComingBack = { reconnectionDelay: 2_500, reconnectionDelayMax: 10_000, randomizationFactor: 1 };

/** How soon a page that lost the server asks for it again. */
export function comingBack(role: string): ComingBack {
  return role === 'phone' ? PHONES : HALL;
}
