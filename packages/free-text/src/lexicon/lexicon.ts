import type { ClassKey } from '@postern/policy';
import { DISABILITY } from './disability.ts';
import { ETHNICITY } from './ethnicity.ts';
import { HEALTH } from './health.ts';
import { INNOCENT } from './innocent.ts';
import { MEDICATION } from './medication.ts';
import { OFFENCE } from './offence.ts';
import { RELIGION } from './religion.ts';
import { SEX_LIFE } from './sex-life.ts';
import { SUBSTANCE_USE } from './substance-use.ts';
import type { Terms } from './terms.ts';
import { expressionsOf } from './terms.ts';
import { Tree } from './tree.ts';

/** Which terms reveal which class; an innocent expression takes away what lies within it. */
export const MEANINGS: readonly (readonly [meaning: ClassKey | 'INNOCENT', terms: Terms])[] = [
  ['SPECIAL_CATEGORY:HEALTH', HEALTH],
  ['SPECIAL_CATEGORY:HEALTH', MEDICATION],
  // No class key is for sex life and orientation, which are special-category data all the same (UK GDPR Article 9(1)) and
  // not to be collected: they are flagged as the nearest class, so that a person looks at them.
  ['SPECIAL_CATEGORY:HEALTH', SEX_LIFE],
  ['SPECIAL_CATEGORY:DISABILITY', DISABILITY],
  ['SPECIAL_CATEGORY:SUBSTANCE_USE', SUBSTANCE_USE],
  ['SPECIAL_CATEGORY:ETHNICITY', ETHNICITY],
  ['SPECIAL_CATEGORY:RELIGION', RELIGION],
  ['CRIMINAL_OFFENCE', OFFENCE],
  ['INNOCENT', INNOCENT],
];

/** All terms, ready to be looked for. */
export const LEXICON = new Tree<ClassKey | 'INNOCENT'>();
for (const [meaning, terms] of MEANINGS)
  for (const expression of expressionsOf(terms)) LEXICON.add(expression, meaning);
