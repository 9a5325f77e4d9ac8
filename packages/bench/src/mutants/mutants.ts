import { ANALYSIS_AREA } from './areas/analysis.ts';
import { APPROVAL_AREA } from './areas/approval.ts';
import { COMPILER_AREA } from './areas/compiler.ts';
import { EXPLAINING_AREA } from './areas/explaining.ts';
import { IMPACT_AREA } from './areas/impact.ts';
import { PREDICATES_AREA } from './areas/predicates.ts';
import { PUBLICATION_AREA } from './areas/publication.ts';
import { RECORDING_AREA } from './areas/recording.ts';
import { REVOCATION_AREA } from './areas/revocation.ts';
import { RULES_AREA } from './areas/rules.ts';
import { VALIDATION_AREA } from './areas/validation.ts';
import type { MutantArea } from './mutant.ts';

/** Every area; a new one is a file in `areas/` and a line here. Those that are quickly told come first. */
export const MUTANT_AREAS: readonly MutantArea[] = [
  RULES_AREA,
  VALIDATION_AREA,
  ANALYSIS_AREA,
  EXPLAINING_AREA,
  APPROVAL_AREA,
  PUBLICATION_AREA,
  COMPILER_AREA,
  PREDICATES_AREA,
  IMPACT_AREA,
  RECORDING_AREA,
  REVOCATION_AREA,
];
