import { CORE_MUTANTS } from './core-mutants.ts';
import { FINDING_MUTANTS } from './finding-mutants.ts';
import { HOUSE_MUTANTS } from './house-mutants.ts';
import type { Mutant } from './mutant.ts';

/** Every bug that is put in on purpose. */
export const MUTANTS: readonly Mutant[] = [...CORE_MUTANTS, ...HOUSE_MUTANTS, ...FINDING_MUTANTS];
