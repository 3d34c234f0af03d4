import { type Language, language } from './words/language.ts';
import { pageWords } from './words/page-words.ts';

const KEY = 'luot-staff-language';

/** Takes up the language that this machine's staff chose before, or chooses from now on in another window. */
export function recallLanguage() {
  if (localStorage.getItem(KEY) === 'en') speak('en');
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) speak(newValue === 'en' ? 'en' : 'vi');
  });
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

function choose(chosen: Language) {
  speak(chosen);
  localStorage.setItem(KEY, chosen);
}

function speak(chosen: Language) {
  language.value = chosen;
  document.documentElement.lang = chosen;
}
