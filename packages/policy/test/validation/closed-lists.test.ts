import { expect, test } from 'vitest';
import type { RuleFinding } from '../../src/index.ts';
import { findingsOf, findingsOfPolicy, loadPolicy, sealOf } from '../../src/index.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from './small-schema.ts';
import { onEpisode } from './wrong-rules.ts';

const onStatus = (status: unknown, changes: object = {}): object => ({
  ...STORED,
  ...onEpisode({ status }),
  ...changes,
});
const find = (status: unknown): readonly RuleFinding[] => findingsOf(onStatus(status), schema);

test('a value that the attribute cannot hold is refused, with the nearest and all that it can', () => {
  expect(find({ $in: ['STEPED_UP', 'OPEN', null] })).toEqual([
    {
      rule: STORED.name,
      code: 'OPERAND_UNKNOWN',
      part: '/when/all/1/where/status/$in/0',
      found: 'a text',
      expected:
        'what status can hold: OPEN, CLOSED, STEPPED_UP; did you mean STEPPED_UP? (see docs/conditions.md)',
    },
  ]);
  const [far] = find('a word of its own');
  expect(far?.expected).toBe(
    'what status can hold: OPEN, CLOSED, STEPPED_UP (see docs/conditions.md)',
  );
});

test.each(['OPEN', null, { $eq: 'CLOSED' }, { $ne: 'CLOSED' }, { $in: ['OPEN', null] }])(
  'a value that it can hold is taken: %j',
  (status) => {
    expect(find(status)).toEqual([]);
  },
);

test('an attribute that holds any text is compared with any', () => {
  expect(findingsOf({ ...STORED, ...onEpisode({ kind: 'OPENISH' }) }, schema)).toEqual([]);
});

test('a rule in force that names a value which is gone is decided by as before, and told of when it is next saved', () => {
  const stored = [
    onStatus({ $in: ['OPEN', 'OLD'] }),
    onStatus('OLD', { effect: 'DENY', name: 'b' }),
  ];
  const { rules, corrupt } = loadPolicy(
    stored.map((body, place) => ({ name: `stored ${place}`, body })),
    sealOf(stored),
    schema,
  );
  expect(corrupt).toEqual([]);
  expect(rules).toMatchObject([{ effect: 'ALLOW' }, { effect: 'DENY', when: { all: {} } }]);
  expect(findingsOfPolicy(stored, schema).map(({ rule, code }) => [rule, code])).toEqual([
    [STORED.name, 'OPERAND_UNKNOWN'],
    ['b', 'OPERAND_UNKNOWN'],
  ]);
});
