import type { Bonjour } from 'bonjour-service';
import { type Announcement, asService } from './announcement.ts';
import { openVoices, type Where } from './voices.ts';

/** How long a farewell may take: a network that swallows it holds nobody up. */
const FAREWELL_MS = 500;

export type Announcer = {
  /** Looks whether this machine has other addresses than before, and then says everything anew. */
  look(): void;
  /** Says that the hall is gone, as far as anybody listens. */
  close(): Promise<void>;
};

/** Tells the network that a hall is here, and answers whoever asks. Never fails: a network without multicast is none of our business. */
export function announce(hall: Announcement, where: Where, onTrouble: (cause: unknown) => void = () => {}): Announcer {
  let voices = new Map<string, Bonjour>();
  let spoken = '';
  let isClosed = false;

  const look = () => {
    const now = where.cards().join();
    if (isClosed || now === spoken) return;
    spoken = now;
    const before = voices;
    voices = openVoices(where, onTrouble);
    // What it says holds the addresses of the moment at which it began.
    for (const voice of voices.values()) voice.publish(asService(hall)).on('error', onTrouble);
    void silence(before);
  };
  look();
  return {
    look,
    async close() {
      isClosed = true;
      await silence(voices);
    },
  };
}

async function silence(voices: Map<string, Bonjour>) {
  await Promise.all([...voices.values()].map(farewell));
}

function farewell(voice: Bonjour): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(impatience);
      voice.destroy(resolve);
    };
    const impatience = setTimeout(end, FAREWELL_MS);
    voice.unpublishAll(end);
  });
}
