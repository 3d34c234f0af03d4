export type PasswordFault = 'weak' | 'different';

/** The server has the last word; this spares a way there and back. */
const SHORTEST = 10;

/** What is wrong with a password typed twice; null: nothing. */
export function passwordFault(password: string, again: string): PasswordFault | null {
  // As the server counts: a letter with its marks is one character, however the keyboard composed it.
  if ([...password.normalize('NFC')].length < SHORTEST) return 'weak';
  return password === again ? null : 'different';
}
