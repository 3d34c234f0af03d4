import type { InformationFile } from '#shared/contract/choices-views.ts';
import type { Choices } from '#shared/domain/choices.ts';
import { type KeptChoices, openChoices } from './choices.ts';
import type { DataFolder } from './data-folder.ts';
import { type InformationFolder, openInformationFolder } from './information-folder.ts';

/** What the manager has chosen, and from what he can choose. */
export type Shelf = {
  choices: KeptChoices;
  information: InformationFolder;
  /** For the pictures. */
  picture(): { beside: { choices: Choices; files: readonly InformationFile[] }; areChoicesDamaged: boolean };
  close(): void;
};

/** @param tell what was wrong with the manager's choices, if anything */
export async function openShelf(folder: DataFolder, tell: (cause: unknown) => void): Promise<Shelf> {
  const choices = openChoices(folder.choicesFile, tell);
  const information = await openInformationFolder(folder.informationFolder);
  return {
    choices,
    information,
    picture: () => ({
      beside: { choices: choices.now(), files: information.files() },
      areChoicesDamaged: choices.isDamaged(),
    }),
    close: information.close,
  };
}
