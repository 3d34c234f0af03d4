import { CHIME, type ManifestClip, type PackManifest, type Tongue } from './voice-pack.ts';

/** A pack that is part of the built page: its manifest, and the address of each clip's file by the clip's key. */
export type ShippedPack = PackManifest & { readonly tongue: Tongue; readonly addresses: ReadonlyMap<string, string> };

// Vite finds these when it builds, gives every clip a name with its hash and leaves it a file of its own: no network.
const MANIFESTS = import.meta.glob<PackManifest>('./packs/*/manifest.json', { import: 'default', eager: true });
const ADDRESSES = import.meta.glob<string>('./packs/*/*.opus', { query: '?url', import: 'default', eager: true });

/** The names of the packs that speak, those of the office's own language first. */
export const SHIPPED_PACKS = ['vi-south', 'vi-north', 'en'] as const;

/** The pack of that name, or `undefined` if none such was built in. */
export function shippedPack(name: string): ShippedPack | undefined {
  const manifest = MANIFESTS[`./packs/${name}/manifest.json`];
  if (!manifest || manifest.tongue === null) return undefined;
  const addresses = new Map(manifest.clips.flatMap((clip) => addressOf(name, clip)));
  return { ...manifest, tongue: manifest.tongue, addresses };
}

/** Where the chime lies, by its key: it belongs to no voice. */
export function chimeAddress(): ReadonlyMap<string, string> {
  const address = ADDRESSES[`./packs/${CHIME}/${CHIME}.opus`];
  return new Map(address === undefined ? [] : [[CHIME, address]]);
}

/** Under which a clip is known beside those of other packs. One that was recorded says itself whose it is. */
export function clipKey(pack: string, clip: string): string {
  return clip.includes('/') ? clip : `${pack}/${clip}`;
}

function addressOf(name: string, clip: ManifestClip): [string, string][] {
  const address = ADDRESSES[`./packs/${name}/${clip.file}`];
  return address === undefined ? [] : [[clipKey(name, clip.id), address]];
}
