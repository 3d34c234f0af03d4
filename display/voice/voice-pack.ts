/** Whose way of counting: "một trăm linh một" in the North, "một trăm lẻ một" in the South. */
export type Region = 'north' | 'south';

/** What a pack speaks: Vietnamese as it is counted in the South or in the North, or English. */
export type Tongue = 'vi-south' | 'vi-north' | 'en';

/** One recorded piece of speech. `says` is what it may stand for in a sentence; the chime stands for nothing: `''`. */
export type VoiceClip = { readonly id: string; readonly says: string };

/** What the wording needs to know of a pack. A pack of recordings has the same form as one that was built. */
export type VoicePack = { readonly tongue: Tongue; readonly clips: readonly VoiceClip[] };

/** The chime's id. It is in no pack of speech, and must ring even where no word can be spoken. */
export const CHIME = 'chime';

/** One row of a pack's `manifest.json`. `text` is what the speech program was fed, `durationMs` is rounded. */
export type ManifestClip = VoiceClip & {
  readonly file: string;
  readonly text: string;
  readonly durationMs: number;
  /** How loud it is, to a tenth of a decibel, before it was coded. */
  readonly levelDbfs: number;
};

/** A pack's `manifest.json`, as `build-pack.ts` writes it. */
export type PackManifest = {
  /** Null: it is no speech, but the chime. */
  readonly tongue: Tongue | null;
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
