/** Whose way of counting a pack speaks: "một trăm linh một" in the North, "một trăm lẻ một" in the South. */
export type Region = 'north' | 'south';

/** One recorded piece of speech. `says` is what it may stand for in a sentence; the chime stands for nothing: `''`. */
export type VoiceClip = { readonly id: string; readonly says: string };

/** What the wording needs to know of a pack. A pack of recordings has the same form as one that was built. */
export type VoicePack = { readonly region: Region; readonly clips: readonly VoiceClip[] };

/** The chime's id in every pack. It is no part of the speech and must ring even where no word can be spoken. */
export const CHIME = 'chime';

/** One row of a pack's `manifest.json`. `text` is what the speech program was fed, `durationMs` is rounded. */
export type ManifestClip = VoiceClip & { readonly file: string; readonly text: string; readonly durationMs: number };

/** A pack's `manifest.json`, as `build-pack.ts` writes it. */
export type PackManifest = Omit<VoicePack, 'clips'> & {
  readonly version: number;
  readonly name: string;
  readonly language: string;
  readonly voice: string;
  readonly madeWith: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly licence: string;
  readonly provenance: string;
  readonly clips: readonly ManifestClip[];
};
