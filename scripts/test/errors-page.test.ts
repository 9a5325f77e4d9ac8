import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULTS, REFUSALS } from '../../packages/errors/src/index.ts';
import { ROOT } from './repository.ts';

const PAGE = readFileSync(join(ROOT, 'docs', 'errors.md'), 'utf8');

/** The rows of the table below a heading, as cells. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trimEnd()),
    );
}

test('the page has every refusal with its status, message and remedy, and no other', () => {
  expect(rowsBelow('Refusals')).toEqual(
    Object.entries(REFUSALS).map(([code, { status, message, remedy }]) => [
      `\`${code}\``,
      String(status),
      message,
      remedy,
    ]),
  );
});

test('the page has every fault with its message and remedy, and no other', () => {
  expect(rowsBelow('Faults')).toEqual(
    Object.entries(FAULTS).map(([code, { message, remedy }]) => [`\`${code}\``, message, remedy]),
  );
});

test('no code is both a refusal and a fault', () => {
  expect(Object.keys(REFUSALS).filter((code) => code in FAULTS)).toEqual([]);
});
