import { language } from './words/language.ts';
import { pageWords } from './words/page-words.ts';

const KEY = 'luot-staff-language';

/** Takes up the language that this machine's staff chose before. */
export function recallLanguage() {
  if (localStorage.getItem(KEY) === 'en') choose('en');
}

/** Changes between Vietnamese and English. */
export function LanguageSwitch() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" class="quiet" lang={other} onClick={() => choose(other)}>
      {pageWords().otherLanguage}
    </button>
  );
}

function choose(chosen: 'vi' | 'en') {
  language.value = chosen;
  document.documentElement.lang = chosen;
  localStorage.setItem(KEY, chosen);
}
