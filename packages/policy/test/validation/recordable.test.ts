import { expect, test } from 'vitest';
import { findingsOf } from '../../src/index.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from './small-schema.ts';

function found(changes: Readonly<Record<string, unknown>>): readonly (readonly string[])[] {
  const findings = findingsOf({ ...STORED, action: 'record', ...changes }, schema);
  return findings.map(({ code, part }) => [code, part]);
}

test('a rule about recording covers something that a command records', () => {
  expect(found({ fields: ['ethnicity'] })).toEqual([]);
  expect(found({ fields: ['id', 'ethnicity'] })).toEqual([]);
  expect(found({ fields: ['id', 'givenName'] })).toEqual([['NOT_RECORDED', '/fields']]);
  expect(found({ resource: 'Episode', fields: ['id'] })).toEqual([['NOT_RECORDED', '/resource']]);
  expect(found({ resource: 'Persn', fields: ['id'] })).toEqual([['TYPE_UNKNOWN', '/resource']]);
});
