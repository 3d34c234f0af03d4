import { RECORDINGS_PATH, type RecordedClip, type RecordedList } from '#shared/domain/recording.ts';
import type { NamedPack } from './readings.ts';

/** A pack whose clips can be read from somewhere. */
type Readable = NamedPack & { readonly addresses: ReadonlyMap<string, string> };

/**
 * A pack with what the office has recorded itself laid over it, clip by clip: the same words are spoken by the recording, and whole
 * pieces that the pack does not have at all, as the name of a service, by the recording alone. It is Vietnamese: an English pack stays
 * as it is.
 * @param missing keys of clips that could not be read; the pack's own speak in their place
 */
export function withRecordings(
  pack: Readable,
  recorded: readonly RecordedClip[],
  missing: readonly string[] = [],
): Readable {
  const good = recorded.filter((clip) => !missing.includes(recordedKey(clip)));
  if (pack.tongue === 'en' || good.length === 0) return pack;
  return {
    ...pack,
    // Of two clips for the same words the later one speaks.
    clips: [...pack.clips, ...good.map((clip) => ({ id: recordedKey(clip), says: clip.says }))],
    addresses: new Map([...pack.addresses, ...addressesOf(good)]),
  };
}

/** `office/clip-ba-….wav`: with the file's name, so that a clip recorded anew is another one. */
function recordedKey({ address }: RecordedClip): string {
  return `office/${address.slice(RECORDINGS_PATH.length)}`;
}

/** Where the recordings lie, by the keys of the clips. */
export function addressesOf(recorded: readonly RecordedClip[]): ReadonlyMap<string, string> {
  return new Map(recorded.map((clip) => [recordedKey(clip), clip.address]));
}

export type Following = {
  clips(): readonly RecordedClip[];
  /** With every picture: a list at another address is read anew. */
  follow(address: string | null): void;
};

/**
 * Follows the list of recordings as the pictures name it. One that cannot be read is tried again with the next picture; until then the
 * clips of before speak.
 */
export function followRecordings(
  read: (address: string) => Promise<RecordedList>,
  changed: (clips: readonly RecordedClip[]) => void,
): Following {
  let clips: readonly RecordedClip[] = [];
  /** Undefined: what was named last could not be read. */
  let followed: string | null | undefined = null;
  const take = (next: readonly RecordedClip[]) => {
    clips = next;
    changed(next);
  };
  return {
    clips: () => clips,
    follow(address) {
      if (address === followed) return;
      followed = address;
      if (address === null) return take([]);
      read(address).then(
        (list) => {
          if (followed === address) take(list.clips);
        },
        () => {
          if (followed === address) followed = undefined;
        },
      );
    },
  };
}

/** Reads a list from the server. */
export async function readRecordings(address: string): Promise<RecordedList> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
