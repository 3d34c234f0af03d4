import * as v from 'valibot';
import { NOBODY_ASKED, RatingChoice } from './rating.ts';
import { USUAL_VOICE, VoiceChoice } from './voice-choice.ts';

/**
 * What the manager chooses on his page, at any time: data of the office like `office.json`, but written by the server, into a file of
 * its own. Everything has a default, so that a hall without the file is as it was.
 */

const text = (max: number) => v.pipe(v.string(), v.maxLength(max), v.trim(), v.normalize('NFC'));
const filled = (max: number) => v.pipe(text(max), v.minLength(1));

/** Shorter cannot be read, longer keeps the others away. */
const Seconds = v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(600));

/** A file's own name, in no other folder and hidden in none. */
export const InformationFileName = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^[^\p{C}\\/:*?"<>|.][^\p{C}\\/:*?"<>|]*$/u),
);

/** What has its turn in the information zone: a file of the data folder, or some words. */
export const InformationPiece = v.variant('kind', [
  v.strictObject({ kind: v.literal('file'), file: InformationFileName, seconds: Seconds }),
  v.strictObject({ kind: v.literal('notice'), title: filled(80), text: text(300), seconds: Seconds }),
]);
export type InformationPiece = v.InferOutput<typeof InformationPiece>;

export const InformationChoice = v.strictObject({
  isShown: v.boolean(),
  /** In this order, again and again. */
  pieces: v.pipe(v.array(InformationPiece), v.maxLength(40)),
  /** Stands in the place of the office's own line; empty: that one stands. */
  line: text(160),
});
export type InformationChoice = v.InferOutput<typeof InformationChoice>;

export const Choices = v.strictObject({
  information: v.optional(InformationChoice, { isShown: false, pieces: [], line: '' }),
  voice: v.optional(VoiceChoice, USUAL_VOICE),
  rating: v.optional(RatingChoice, NOBODY_ASKED),
});
export type Choices = v.InferOutput<typeof Choices>;

/** A hall in which the manager has chosen nothing yet. */
export const NO_CHOICES: Choices = v.parse(Choices, {});
