import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Machine } from '#kiosk/main/setup/machine.ts';

/** A PIN that can be typed on a pad by whoever stands there, and not be guessed within the waits. */
export const isPin = (text: string) => /^\d{6}$/.test(text);

/** What is kept of a PIN. */
export function hashPin(pin: string): NonNullable<Machine['exit']> {
  const salt = randomBytes(16);
  return { salt: salt.toString('hex'), hash: stretch(pin, salt).toString('hex') };
}

/** Is this the PIN of which that was kept? */
export function isExitPin(pin: string, { salt, hash }: NonNullable<Machine['exit']>): boolean {
  const kept = Buffer.from(hash, 'hex');
  const said = stretch(pin, Buffer.from(salt, 'hex'));
  return kept.length === said.length && timingSafeEqual(kept, said);
}

const stretch = (pin: string, salt: Buffer) => scryptSync(pin, salt, 32);
