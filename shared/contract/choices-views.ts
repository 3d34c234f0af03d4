import type { Choices } from '#shared/domain/choices.ts';

/** One piece of the information zone. */
export type BoardPiece =
  | { kind: 'notice'; title: string; text: string; seconds: number }
  | { kind: 'picture' | 'film'; address: string; seconds: number };

/** A file in the data folder's `information`, as the server found it. */
export type InformationFile = {
  name: string;
  bytes: number;
  /** Where the pages find it, with what changes when the file does. */
  address: string;
  /** What it is by its name and its first bytes; null where `trouble` says why it is not shown. */
  kind: 'picture' | 'film' | null;
  trouble: 'unknown-type' | 'too-large' | 'damaged' | null;
};

/** For the manager's page: what he has chosen, and from what he can choose. */
export type ChoicesView = {
  at: number;
  choices: Choices;
  /** The file was damaged when the server started; it lies beside under another name. */
  isDamaged: boolean;
  /** By name. */
  files: readonly InformationFile[];
  /** Where the list of the office's own recordings is; null: none. */
  recorded: string | null;
  /** How a call is spoken, as the office has it in its settings. */
  wording: { announcement: string; announcementEnglish: string };
};
