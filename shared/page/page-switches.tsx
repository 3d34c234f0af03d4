import { LanguageSwitch } from './language-switch.tsx';
import { LightSwitch } from './light-switch.tsx';

/** How this machine's staff want their pages: bright or dark, in Vietnamese or English. */
export function PageSwitches() {
  return (
    <span class="page-switches">
      <LightSwitch />
      <LanguageSwitch />
    </span>
  );
}
