import type { Service } from 'bonjour-service';
import { type Announcement, fromService } from './announcement.ts';
import { openVoices, type Where } from './voices.ts';

/** A hall that was heard of, and the addresses at which it may be: that of the sender first, then those it named. */
export type HeardHall = Announcement & { addresses: readonly string[] };

/** How often is asked while listening: a single question may get lost, above all on Wi-Fi. */
const QUESTION_MS = 700;
/** Whoever floods the network with halls fills no list without end. */
const MOST_HALLS = 50;
const MOST_ADDRESSES = 6;

export type Browse = {
  /** How long to listen. */
  forMs: number;
  /** Only those of this authority: whoever floods the network with others does not crowd them out. */
  only?: string;
  /** Enough was heard: end before the time is up. */
  until?: (halls: readonly HeardHall[]) => boolean;
};

/** Asks the network which halls there are. Never fails; where nothing is heard the list is empty. */
export async function browse(
  where: Where,
  { forMs, only, until = () => false }: Browse,
): Promise<readonly HeardHall[]> {
  const voices = [...openVoices(where, () => {}).values()];
  const browsers = voices.map((voice) => voice.find({ type: 'luot' }));
  const heard = () =>
    hallsOf(
      browsers.flatMap(({ services }) => services),
      only,
    );
  await new Promise<void>((resolve) => {
    const end = () => {
      clearInterval(questions);
      clearTimeout(over);
      resolve();
    };
    const look = () => until(heard()) && end();
    const questions = setInterval(() => {
      for (const browser of browsers) browser.update();
    }, QUESTION_MS);
    const over = setTimeout(end, forMs);
    for (const browser of browsers)
      browser.on('up', look).on('down', look).on('srv-update', look).on('txt-update', look);
  });
  const halls = heard();
  for (const browser of browsers) browser.stop();
  for (const voice of voices) voice.destroy();
  return halls;
}

/** One entry a port and authority, whichever card it was heard on. */
function hallsOf(services: readonly Service[], only?: string): readonly HeardHall[] {
  const halls = new Map<string, HeardHall>();
  for (const service of services) {
    const hall = fromService(service);
    if (!hall || (only !== undefined && hall.fingerprint !== only)) continue;
    const key = `${hall.fingerprint} ${hall.httpsPort}`;
    if (halls.size >= MOST_HALLS && !halls.has(key)) continue;
    const named = [service.referer?.address, ...(service.addresses ?? [])].filter(isAddress);
    const addresses = [...new Set([...(halls.get(key)?.addresses ?? []), ...named])].slice(0, MOST_ADDRESSES);
    halls.set(key, { ...hall, addresses });
  }
  return [...halls.values()];
}

function isAddress(address: unknown): address is string {
  return typeof address === 'string' && /^(\d{1,3}\.){3}\d{1,3}$/.test(address);
}
