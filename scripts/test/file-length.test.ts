import { expect, test } from 'vitest';
import { sourceFiles } from './repository.ts';

const SOURCE = /\.(?:ts|tsx|mjs|sql|graphql|css)$/;
const LONGEST = 300;

test(`no source file is longer than ${LONGEST} lines`, () => {
  const files = sourceFiles().filter(({ path }) => SOURCE.test(path));
  expect(files.length).toBeGreaterThan(100);
  const long = files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST);
  expect(long).toEqual([]);
});
