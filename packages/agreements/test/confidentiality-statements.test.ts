import { expect, test } from 'vitest';
import { CONFIDENTIALITY_STATEMENTS, confidentialityStatement } from '../src/index.ts';

const FIRST = { version: '1', from: '2024-10-01', text: 'It is confidential.' };
const SECOND = { version: '2', from: '2026-01-01', text: 'It is strictly confidential.' };

test.each([
  ['2020-01-01', '1'],
  ['2025-12-31', '1'],
  ['2026-01-01', '2'],
  ['2030-01-01', '2'],
])('on %s version %s is read', (day, version) => {
  expect(confidentialityStatement(day, [FIRST, SECOND]).version).toBe(version);
});

test('no version comes twice, and each comes after the one before', () => {
  const versions = CONFIDENTIALITY_STATEMENTS.map(({ version }) => version);
  expect(new Set(versions).size).toBe(versions.length);
  const days = CONFIDENTIALITY_STATEMENTS.map(({ from }) => from);
  expect(days).toEqual(days.toSorted());
});
