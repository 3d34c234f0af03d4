import type { InformationFile } from '#shared/contract/choices-views.ts';
import type { Choices } from '#shared/domain/choices.ts';
import { type KeptChoices, openChoices } from './choices.ts';
import type { DataFolder } from './data-folder.ts';
import { type InformationFolder, openInformationFolder } from './information-folder.ts';
import { openRecordings, type Recordings } from './recordings.ts';

/** What the manager has chosen, and from what he can choose. */
export type Shelf = {
  choices: KeptChoices;
  information: InformationFolder;
  recordings: Recordings;
  /** For the pictures. */
  picture(): {
    beside: { choices: Choices; files: readonly InformationFile[]; recorded: string | null };
    areChoicesDamaged: boolean;
  };
  close(): void;
};

/** @param tell what was wrong with the manager's choices or recordings, if anything */
export async function openShelf(folder: DataFolder, tell: (cause: unknown) => void): Promise<Shelf> {
  const choices = openChoices(folder.choicesFile, tell);
  const information = await openInformationFolder(folder.informationFolder);
  const recordings = openRecordings(folder.recordingsFolder, tell);
  return {
    choices,
    information,
    recordings,
    picture: () => ({
      beside: { choices: choices.now(), files: information.files(), recorded: recordings.address() },
      areChoicesDamaged: choices.isDamaged(),
    }),
    close: information.close,
  };
}
