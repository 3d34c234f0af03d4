import type { ManifestClip, PackManifest } from './voice-pack.ts';

/** A pack that is part of the built page: its manifest, and each clip's address beside the page. */
export type ShippedPack = PackManifest & { readonly addresses: ReadonlyMap<string, string> };

// Vite finds these when it builds, gives every clip a name with its hash and leaves it a file of its own: no network.
const MANIFESTS = import.meta.glob<PackManifest>('./packs/*/manifest.json', { import: 'default', eager: true });
const ADDRESSES = import.meta.glob<string>('./packs/*/*.opus', { query: '?url', import: 'default', eager: true });

/** The pack of that name, or `undefined` if none such was built in. Packs: `vi-south`. */
export function shippedPack(name: string): ShippedPack | undefined {
  const manifest = MANIFESTS[`./packs/${name}/manifest.json`];
  return manifest && { ...manifest, addresses: new Map(manifest.clips.flatMap((clip) => addressOf(name, clip))) };
}

function addressOf(name: string, clip: ManifestClip): [string, string][] {
  const address = ADDRESSES[`./packs/${name}/${clip.file}`];
  return address === undefined ? [] : [[clip.id, address]];
}
