import { expect, test } from 'vitest';
import type { RuleFinding } from '../../src/index.ts';
import { findingsOf } from '../../src/index.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from './small-schema.ts';

const find = (changes: object): readonly RuleFinding[] =>
  findingsOf({ ...STORED, ...changes }, schema);

test('what every role is let to read is public, whatever ties the reader to it', () => {
  const self = { resource: 'Practitioner', fields: ['name'], when: { holds: 'account.self' } };
  expect(find(self)).toEqual([]);
  expect(find({ ...self, role: '*' })).toEqual([
    {
      rule: STORED.name,
      code: 'NOT_PUBLIC',
      part: '/role',
      found: 'every role, for Practitioner.name',
      expected: 'a rule of each role that may read it',
    },
  ]);
  expect(find({ ...self, role: '*', effect: 'DENY' })).toEqual([]);
});
