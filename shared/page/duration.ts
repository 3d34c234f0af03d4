import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { createWords } from './words/language.ts';

const words = createWords({
  vi: {
    underOne: '<\u00a01\u00a0phút',
    minutes: (minutes: number) => `${minutes}\u00a0phút`,
    hours: (hours: number, minutes: string) => `${hours}\u00a0giờ\u00a0${minutes}`,
  },
  en: {
    underOne: '<\u00a01\u00a0min',
    minutes: (minutes: number) => `${minutes}\u00a0min`,
    hours: (hours: number, minutes: string) => `${hours}\u00a0h\u00a0${minutes}`,
  },
});

/** Full minutes of a span. A machine's clock that runs a little ahead gives 0, never a negative age. */
export function wholeMinutes(ms: number): number {
  return Math.max(0, Math.floor(ms / MINUTE));
}

/** `< 1 phút`, `12 phút`, `1 giờ 05`, in the page's language and without a place to break the line. */
export function minutesText(minutes: number): string {
  if (minutes < 1) return words().underOne;
  if (minutes < 60) return words().minutes(minutes);
  return words().hours(Math.floor(minutes / 60), twoDigits(minutes % 60));
}

/** `04:07`, `1:04:07`: for what is watched while it runs. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${twoDigits(minutes)}:${twoDigits(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
