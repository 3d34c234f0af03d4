import type { Desk } from '#counter/desk/desk.ts';
import type { DeskAction } from '#counter/desk/desk-action.ts';

type Props = { desk: Pick<Desk, 'ownKeys'>; action: DeskAction };

/** The key of an action, as it stands on its button. */
export function KeyCap({ desk, action }: Props) {
  return <kbd>{desk.ownKeys.keys.value[action]}</kbd>;
}

/** For `aria-keyshortcuts`, which has no word for the number pad. */
export function shortcutOf(desk: Props['desk'], action: DeskAction): string {
  return desk.ownKeys.keys.value[action].replace('Num ', '');
}
