import { wallClock } from '#shared/domain/business-day.ts';
import type { Language } from './language.ts';

/**
 * Words for a moment on the office's wall clock: `07:00, Thứ Hai 23/11/2026`. Made by hand: a kiosk's browser may lack
 * the Vietnamese locale.
 * @param at moment in ms UTC
 * @param timeZone IANA name
 */
export function wallMoment(at: number, timeZone: string, language: Language): string {
  return `${wallClock(at, timeZone).text}, ${wallDate(at, timeZone, language)}`;
}

/** `Thứ Hai 23/11/2026`, `Monday 23/11/2026`. */
export function wallDate(at: number, timeZone: string, language: Language): string {
  const { day, weekday } = wallClock(at, timeZone);
  const [year, month, date] = day.split('-').map(Number);
  // No-break spaces: `Thứ` alone at the end of a line says nothing.
  return `${WEEKDAYS[language][weekday - 1]} ${date}/${month}/${year}`.replaceAll(' ', '\u00a0');
}

const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
