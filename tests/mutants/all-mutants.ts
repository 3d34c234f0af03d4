import { APP_MUTANTS } from './app-mutants.ts';
import { CLERK_MUTANTS } from './clerk-mutants.ts';
import { CORE_MUTANTS } from './core-mutants.ts';
import { DESK_MUTANTS } from './desk-mutants.ts';
import { DISPLAY_MUTANTS } from './display-mutants.ts';
import { FINDING_MUTANTS } from './finding-mutants.ts';
import { HEALING_MUTANTS } from './healing-mutants.ts';
import { HONEST_MUTANTS } from './honest-mutants.ts';
import { HOUSE_MUTANTS } from './house-mutants.ts';
import { MACHINE_MUTANTS } from './machine-mutants.ts';
import type { Mutant } from './mutant.ts';
import { SHELL_MUTANTS } from './shell-mutants.ts';
import { VOICE_MUTANTS } from './voice-mutants.ts';

/** Every bug that is put in on purpose. */
export const MUTANTS: readonly Mutant[] = [
  ...CORE_MUTANTS,
  ...CLERK_MUTANTS,
  ...HOUSE_MUTANTS,
  ...DISPLAY_MUTANTS,
  ...VOICE_MUTANTS,
  ...FINDING_MUTANTS,
  ...MACHINE_MUTANTS,
  ...SHELL_MUTANTS,
  ...HEALING_MUTANTS,
  ...APP_MUTANTS,
  ...DESK_MUTANTS,
  ...HONEST_MUTANTS,
];
