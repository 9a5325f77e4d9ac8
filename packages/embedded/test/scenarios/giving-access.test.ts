import { afterEach, beforeAll } from 'vitest';
import { askingScenarios } from './giving-access/asking.ts';
import { askingBackScenarios } from './giving-access/asking-back.ts';
import { askingOftenScenarios } from './giving-access/asking-often.ts';
import { askingWipedScenarios } from './giving-access/asking-wiped.ts';
import { auditScenarios } from './giving-access/audits.ts';
import { coverDecidedScenarios } from './giving-access/cover-decided.ts';
import { coveringScenarios } from './giving-access/covering.ts';
import { declaringScenarios } from './giving-access/declaring.ts';
import { declaringOfWatchersScenarios } from './giving-access/declaring-of-watchers.ts';
import { deputyScenarios } from './giving-access/deputies.ts';
import { excludingLaterScenarios } from './giving-access/excluding-later.ts';
import { goingOnWithoutScenarios } from './giving-access/going-on-without.ts';
import { grantingScenarios } from './giving-access/granting.ts';
import { leadingScenarios } from './giving-access/leading.ts';
import { leadingTogetherScenarios } from './giving-access/leading-together.ts';
import { lettingBackScenarios } from './giving-access/letting-back.ts';
import { listingOverrides } from './giving-access/listing-overrides.ts';
import { managersBarredScenarios } from './giving-access/managers-barred.ts';
import { namingScenarios } from './giving-access/naming.ts';
import { outlastingScenarios } from './giving-access/outlasting.ts';
import { overridesUnseen } from './giving-access/overrides-unseen.ts';
import { overridingScenarios } from './giving-access/overriding.ts';
import { overridingAgain } from './giving-access/overriding-again.ts';
import { overridingOftenScenarios } from './giving-access/overriding-often.ts';
import { overseeingScenarios } from './giving-access/overseeing.ts';
import { ownOverrides } from './giving-access/own-overrides.ts';
import { proceedingScenarios } from './giving-access/proceedings.ts';
import { readingByOverride } from './giving-access/reading-by-override.ts';
import { relatedDeciderScenarios } from './giving-access/related-deciders.ts';
import { relatedOfficerScenarios } from './giving-access/related-officers.ts';
import { removalsToldScenarios } from './giving-access/removals-told.ts';
import { removingScenarios } from './giving-access/removing.ts';
import { standingOverrides } from './giving-access/standing-overrides.ts';
import { vacancyScenarios } from './giving-access/vacancies.ts';
import { writingByOverride } from './giving-access/writing-by-override.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of how access is asked for, given and taken away.
const scene = setScene();

/** What commands change; each scenario finds it as the county has it. Grants last: exclusions end them. */
const CHANGED = [
  ...['partners.family_removal', 'families.exclusion', 'access.exclusion', 'access.access_grant'],
  ...[
    'access.role_holding',
    'access.justification',
    'partners.safeguarding_override',
    'access.figure',
  ],
];

beforeAll(() =>
  scene
    .database()
    .owner.script(
      CHANGED.map((table, at) => `CREATE TABLE public.kept_${at} AS TABLE ${table}`).join(';\n'),
    ),
);
afterEach(() =>
  scene
    .database()
    .owner.script(
      CHANGED.map(
        (table, at) =>
          `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM public.kept_${at} ON CONFLICT DO NOTHING`,
      ).join(';\n'),
    ),
);

grantingScenarios(scene);
removingScenarios(scene);
goingOnWithoutScenarios(scene);
removalsToldScenarios(scene);
lettingBackScenarios(scene);
excludingLaterScenarios(scene);
askingScenarios(scene);
askingBackScenarios(scene);
askingOftenScenarios(scene);
askingWipedScenarios(scene);
leadingScenarios(scene);
leadingTogetherScenarios(scene);
namingScenarios(scene);
vacancyScenarios(scene);
overridingScenarios(scene);
overridingOftenScenarios(scene);
listingOverrides(scene);
ownOverrides(scene);
overridingAgain(scene);
overridesUnseen(scene);
writingByOverride(scene);
readingByOverride(scene);
standingOverrides(scene);
proceedingScenarios(scene);
auditScenarios(scene);
coveringScenarios(scene);
coverDecidedScenarios(scene);
deputyScenarios(scene);
outlastingScenarios(scene);
overseeingScenarios(scene);
relatedOfficerScenarios(scene);
relatedDeciderScenarios(scene);
declaringScenarios(scene);
declaringOfWatchersScenarios(scene);
managersBarredScenarios(scene);
