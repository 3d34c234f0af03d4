import { minutesText } from './duration.ts';
import { waitLevel } from './wait-level.ts';
import { createWords } from './words/language.ts';

const levelWords = createWords({
  vi: { none: 'không có ai', good: 'tốt', long: 'hơi lâu', 'too-long': 'quá lâu' },
  en: { none: 'nobody', good: 'good', long: 'long', 'too-long': 'too long' },
});

const SHAPES = {
  good: 'M4.8 8.2 7.2 10.6 11.4 5.8',
  long: 'M8 4.4V8l2.6 1.8',
  'too-long': 'M8 4.2v4.6M8 11.4v.01',
};

/** The longest wait against the national aim: minutes, a word, a shape and a colour, so that none of them is needed. */
export function WaitMark({ minutes }: { minutes: number | null }) {
  const level = waitLevel(minutes);
  if (minutes === null || level === 'none')
    return (
      <span class="wait" data-level="none">
        –
      </span>
    );
  return (
    <span class="wait" data-level={level}>
      <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" />
        <path d={SHAPES[level]} />
      </svg>
      <b>{minutesText(minutes)}</b> <span>{levelWords()[level]}</span>
    </span>
  );
}
