import { printDistance } from '#display/voice/sound-print.ts';

/** Decibels. Coding moves a clip by 2 at most; two different words lie 2.4 apart or more, two like letters less. */
const FAR = 2.2;

type Prints = ReadonlyMap<string, Uint8Array>;

/** The clips that do not sound as they are kept. Neither may be missing. */
export function wrongClips(sounds: Prints, kept: Prints): string[] {
  const names = new Set([...sounds.keys(), ...kept.keys()]);
  return [...names].filter((name) => isWrong(name, sounds.get(name), kept));
}

/** Whether what sounds under this name is too far from what was kept of it, or nearer to another clip. */
export function isWrong(name: string, sound: Uint8Array | undefined, kept: Prints): boolean {
  const own = kept.get(name);
  if (!sound || !own) return true;
  const distance = printDistance(sound, own);
  return distance > FAR || [...kept.values()].some((other) => printDistance(sound, other) < distance);
}
