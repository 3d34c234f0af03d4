import type { Bilingual } from '#shared/contract/bilingual.ts';
import { inLanguage } from '#shared/page/words/language.ts';
import type { Kiosk } from './create-kiosk.ts';
import { kioskWords } from './kiosk-words.ts';

type Props = { kiosk: Kiosk; groups: Bilingual; isOn: boolean };

/** Priority is the visitor's own word, given in private; the number does not show it. */
export function PriorityChoice({ kiosk, groups, isOn }: Props) {
  const words = kioskWords();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      class="priority"
      onClick={() => kiosk.tell({ type: 'priority-switched' })}
    >
      <span class="priority-words">
        <span class="priority-name">{words.priority}</span>
        <span class="priority-groups">{inLanguage(groups)}</span>
        <span class="priority-private">{words.priorityIsPrivate}</span>
      </span>
      <span class="priority-switch" aria-hidden="true">
        <span class="switch-track">
          <span class="switch-knob" />
        </span>
        <span class="switch-state">{isOn ? words.on : words.off}</span>
      </span>
    </button>
  );
}
