import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './command.ts';
import type { PlantedTree } from './planted-tree.ts';
import { plantTree } from './planted-tree.ts';
import { ROOT } from './repository.ts';

const COMMAND = 'packages/embedded/src/dictionary.ts';
const DICTIONARY = readFileSync(join(ROOT, 'docs', 'data-dictionary.md'), 'utf8');
const ERRORS = readFileSync(join(ROOT, 'docs', 'errors.md'), 'utf8');
const CONDITIONS = readFileSync(join(ROOT, 'docs', 'conditions.md'), 'utf8');
const WHO = readFileSync(join(ROOT, 'docs', 'who-sees-what.md'), 'utf8');

describe('the generated pages', () => {
  let tree: PlantedTree;
  beforeAll(async () => {
    tree = plantTree({});
    expect((await runCommand(COMMAND, [tree.root])).status).toBe(0);
  });
  afterAll(() => tree.remove());

  test('say what the schema, the catalogue and the rules say', async () => {
    expect(await runCommand(COMMAND, ['--check'])).toEqual({ status: 0, output: '', errors: '' });
  });

  test('list a field with its GraphQL type, class, category and description', () => {
    expect(DICTIONARY).toMatch(
      /^\| `nhsNumber` +\| `String` +\| RESTRICTED +\| IDENTIFIER +\| NHS number \(Standard Safeguarding Dataset: common child identifier\)\. +\|$/m,
    );
  });

  test('are written the same each time', () => {
    expect(readFileSync(join(tree.root, 'data-dictionary.md'), 'utf8')).toBe(DICTIONARY);
    expect(readFileSync(join(tree.root, 'errors.md'), 'utf8')).toBe(ERRORS);
    expect(readFileSync(join(tree.root, 'conditions.md'), 'utf8')).toBe(CONDITIONS);
    expect(readFileSync(join(tree.root, 'who-sees-what.md'), 'utf8')).toBe(WHO);
  });

  test('are refused when a class on a page is not that of the schema, or a role is said to see what no rule gives it', async () => {
    const otherwise = DICTIONARY.replace(/RESTRICTED( +\| )IDENTIFIER/, 'PERSONAL  $1          ');
    const more = WHO.replace('| Person ', '| Person, Family ');
    expect(more).not.toBe(WHO);
    writeFileSync(join(tree.root, 'data-dictionary.md'), otherwise);
    writeFileSync(join(tree.root, 'who-sees-what.md'), more);
    const { status, errors } = await runCommand(COMMAND, ['--check', tree.root]);
    expect(status).toBe(1);
    const stale = ['data-dictionary.md', 'who-sees-what.md'].map((page) => join(tree.root, page));
    expect(errors).toBe(`Out of date: ${stale.join(', ')}. Write anew with: npm run dictionary\n`);
  });
});
