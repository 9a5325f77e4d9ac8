import { COMPILER_AREA } from './areas/compiler.ts';
import { PREDICATES_AREA } from './areas/predicates.ts';
import { RULES_AREA } from './areas/rules.ts';
import type { MutantArea } from './mutant.ts';

/** Every area; a new one is a file in `areas/` and a line here. */
export const MUTANT_AREAS: readonly MutantArea[] = [RULES_AREA, COMPILER_AREA, PREDICATES_AREA];
