import type { ChoiceRequestName } from '#shared/contract/office-requests.ts';
import type { Choosing } from './choosing.ts';

type Props = {
  choosing: Choosing;
  name: ChoiceRequestName;
  isChanged: boolean;
  /** Whether what is chosen can be kept as it stands. */
  isWhole?: boolean;
  save(): Promise<void>;
  discard(): void;
  words: { save: string; saving: string; discard: string };
};

/** Under a card whose choice is kept as one whole: save it, or go back to what was kept before. */
export function ChoiceButtons({ choosing, name, isChanged, isWhole = true, save, discard, words }: Props) {
  const isSaving = choosing.underWay.value === name;
  return (
    <div class="choice-buttons">
      <button
        type="button"
        class="primary"
        aria-busy={isSaving}
        disabled={choosing.online.value !== 'online' || !isChanged || !isWhole}
        onClick={() => void save()}
      >
        {isSaving && choosing.isSlow.value ? words.saving : words.save}
      </button>
      {isChanged && (
        <button type="button" class="secondary" onClick={discard}>
          {words.discard}
        </button>
      )}
    </div>
  );
}
