import type { EventEmitter } from 'node:events';
import { Bonjour } from 'bonjour-service';

/** Where multicast DNS is spoken: on which cards, by their addresses, and at which port (0 would be any; the world's is 5353). */
export type Where = { cards: () => readonly string[]; port?: number };

/**
 * One speaker a network card. By itself the system sends multicast through one card of its own choice, which on an office's PC is often
 * that of a virtual machine. A card on which nothing can be said, or a port that another program holds, is no trouble: whoever is not
 * found this way is found by his address.
 */
export function openVoices({ cards, port }: Where, onTrouble: (cause: unknown) => void): Map<string, Bonjour> {
  const voices = new Map<string, Bonjour>();
  for (const card of cards()) {
    try {
      voices.set(card, openVoice(card, port, onTrouble));
    } catch (cause) {
      onTrouble(cause);
    }
  }
  return voices;
}

function openVoice(card: string, port: number | undefined, onTrouble: (cause: unknown) => void): Bonjour {
  // The library hands all of this on to multicast-dns, though its own type names only what a service has. Bound to a card's address
  // alone, a socket hears no multicast on Linux: hence `bind`.
  const options = { interface: card, bind: '0.0.0.0', ...(port === undefined ? {} : { port }) };
  const voice = new Bonjour(options as ConstructorParameters<typeof Bonjour>[0], onTrouble);
  // What happens to its socket nobody but its own emitter hears of, and an 'error' that nobody hears ends the process. The library has
  // no public way there; a test takes the port away and sees.
  const { mdns } = (voice as unknown as { server: { mdns: EventEmitter } }).server;
  mdns.on('error', onTrouble);
  return voice;
}
