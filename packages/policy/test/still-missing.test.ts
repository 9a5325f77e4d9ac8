import { expect, test } from 'vitest';
import type { Unfinished } from '../src/index.ts';
import { stillMissing } from '../src/index.ts';

const done: Unfinished = { state: 'ACTIVE', modules: [], versions: [], secondFactorShown: true };

test('an account that waits for a step is told the step, not that it is not active', () => {
  const told = (over: Partial<Unfinished>) =>
    stillMissing(['ACCOUNT_ACTIVE'], { ...done, ...over });
  expect(told({ state: 'TRAINING', modules: ['SYSTEM'] })).toEqual(['TRAINING_NOT_VALID']);
  expect(told({ state: 'UAA_PENDING', versions: ['2024-10'] })).toEqual(['ACCEPTANCE_MISSING']);
  expect(told({ state: 'MFA_PENDING', secondFactorShown: false })).toEqual([
    'SECOND_FACTOR_NOT_SHOWN',
  ]);
  expect(told({ state: 'LOCKED_DOWN', modules: ['SYSTEM'] })).toEqual(['ACCOUNT_NOT_ACTIVE']);
});

test('one that waits while nothing else is missing is told the last step, by which it goes on', () => {
  for (const state of ['TRAINING', 'UAA_PENDING', 'MFA_PENDING'])
    expect(stillMissing(['ACCOUNT_ACTIVE'], { ...done, state })).toEqual([
      'SECOND_FACTOR_NOT_SHOWN',
    ]);
});

test('everything is told at once, in the order in which it is asked for', () => {
  const wanting = { state: 'TRAINING', modules: ['SYSTEM'], versions: ['2024-10'] };
  expect(
    stillMissing(['AGENCY_EVIDENCE', 'ACCOUNT_ACTIVE', 'MULTI_FACTOR'], {
      ...wanting,
      secondFactorShown: false,
    }),
  ).toEqual([
    'MULTI_FACTOR_REQUIRED',
    'TRAINING_NOT_VALID',
    'ACCEPTANCE_MISSING',
    'SECOND_FACTOR_NOT_SHOWN',
    'AGENCY_EVIDENCE_MISSING',
  ]);
  expect(
    stillMissing(['TRAINING_VALID', 'ACCEPTED'], { ...done, ...wanting, state: 'ACTIVE' }),
  ).toEqual(['TRAINING_NOT_VALID', 'ACCEPTANCE_MISSING']);
  expect(stillMissing([], done)).toEqual([]);
});
