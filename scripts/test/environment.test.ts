import { describe, expect, test } from 'vitest';
import type { SourceFile } from './repository.ts';
import { sourceFiles } from './repository.ts';

/** A workspace's own source files; what its tests read is theirs. */
const SOURCE = /^((?:apps|packages)\/[^/]+)\/src\/.*\.ts$/;

const READS_ENVIRONMENT =
  /\bprocess\s*(?:\.|\?\.)\s*env\b|import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*'(?:node:)?process'/;

/** The files that read the environment, by workspace. */
function readersOf(files: readonly SourceFile[]): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const { path, text } of files) {
    const workspace = SOURCE.exec(path)?.[1];
    if (workspace === undefined || !READS_ENVIRONMENT.test(text)) continue;
    readers.set(workspace, [...(readers.get(workspace) ?? []), path]);
  }
  return readers;
}

describe('the environment', () => {
  test('is read by one file of an app or package at most', () => {
    const readers = readersOf(sourceFiles());
    expect(readers.get('apps/identity')).toEqual(['apps/identity/src/environment.ts']);
    expect([...readers].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  test.each([
    'const port = process.env.PORT;',
    'function read(from = process.env) {}',
    "import { env } from 'node:process';",
  ])('counts as read by %s', (text) => {
    expect(readersOf([{ path: 'apps/x/src/y.ts', text }]).get('apps/x')).toEqual([
      'apps/x/src/y.ts',
    ]);
  });
});
