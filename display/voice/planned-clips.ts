import { ENGLISH_CLIPS } from './english-clips.ts';
import { VIETNAMESE_CLIPS } from './vietnamese-clips.ts';
import { CHIME, type Tongue, type VoiceClip } from './voice-pack.ts';

/** A clip to be built. `text` is what the speech program is fed: always words, it would read "15" as *mười năm*. */
export type PlannedClip = VoiceClip & { readonly text: string };

/** By id: pieces of sentences, number words; by capital: how each letter is written out for the speech program. */
export type ClipWords = Readonly<Record<'phrases' | 'words' | 'letters', Readonly<Record<string, string>>>>;

const CLIPS: Record<Tongue, ClipWords> = {
  'vi-south': VIETNAMESE_CLIPS,
  'vi-north': VIETNAMESE_CLIPS,
  en: ENGLISH_CLIPS,
};

/** Every spoken clip of a pack: phrases, the number words, the letters A–Z. */
export function plannedClips(tongue: Tongue): PlannedClip[] {
  const { phrases, words, letters } = CLIPS[tongue];
  const asSpoken = ([id, text]: [string, string]): PlannedClip => ({ id, says: text, text });
  return [
    ...Object.entries(phrases).map(asSpoken),
    ...Object.entries(words).map(asSpoken),
    ...Object.entries(letters).map(([letter, text]) => ({ id: `letter-${letter.toLowerCase()}`, says: letter, text })),
  ];
}

/** The chime's row. It is computed, not spoken, and is fed nothing. */
export const CHIME_CLIP: PlannedClip = { id: CHIME, says: '', text: '' };
