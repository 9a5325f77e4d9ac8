import { FOLDERS, OF_THE_WHOLE_FAMILY } from '@postern/policy';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';

const dictionary = wholeDictionary();

const THAT_IT_WAS_AGREED =
  'That the family agreed and when, on what form, is what everybody’s work rests on.';
const OF_THE_FOLDER = 'When and how a record was begun says nothing of what lies in it.';

/** What is said of a family, on records that do not say whom they concern, and is opened to a grant on one person all the same. */
const EXCUSED: Readonly<Record<string, string>> = {
  'FamilyAgreement.formVersion': THAT_IT_WAS_AGREED,
  'FamilyAgreement.noticeExplainedOn': THAT_IT_WAS_AGREED,
  'FamilyAgreement.signedAt': THAT_IT_WAS_AGREED,
  'FamilyAgreement.withdrawnAt': THAT_IT_WAS_AGREED,
  'Assessment.nature': OF_THE_FOLDER,
  'Assessment.recordedAt': OF_THE_FOLDER,
  'Assessment.revision': OF_THE_FOLDER,
  'Assessment.changedAt': OF_THE_FOLDER,
  'Plan.agreedOn': OF_THE_FOLDER,
  'Plan.nature': OF_THE_FOLDER,
  'Plan.recordedAt': OF_THE_FOLDER,
  'Plan.revision': OF_THE_FOLDER,
  'Plan.changedAt': OF_THE_FOLDER,
};

/** Whether a grant that names persons leads to every row of the kind, so that only its fields can be narrowed. */
function isReachedWhole({ type, link, household, ...row }: ResourceDefinition): boolean {
  const says = row.concerns ?? row.concernsOne ?? row.parties;
  if (link.kind === 'EPISODE') return FOLDERS.has(type) || says === undefined;
  return link.kind === 'FAMILY' && household === undefined;
}

/** Fields that say something themselves, not of workers: a list or a reference shows only what is reached for itself. */
function toldOfFamily({ type, fields }: ResourceDefinition): readonly string[] {
  return Object.entries(fields)
    .filter(([, { kind }]) => kind === 'COLUMN' || kind === 'EXPRESSION')
    .map(([field]) => [field, dictionary.get(type)?.get(field)] as const)
    .filter(([, dataClass]) => dataClass !== 'OPERATIONAL' && dataClass !== 'WORKFORCE')
    .map(([field]) => `${type}.${field}`);
}

test('what a record says that does not say whom it concerns is of the whole family, or excused', () => {
  const told = RECORD_BLUEPRINTS.flatMap(({ resources }) => resources)
    .filter(isReachedWhole)
    .flatMap(toldOfFamily);
  expect([...OF_THE_WHOLE_FAMILY, ...Object.keys(EXCUSED)].toSorted()).toEqual(told.toSorted());
});
