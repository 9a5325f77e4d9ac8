import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { answerTo } from '../../src/reach/answer-to.ts';
import { wholeDictionary } from '../../src/stack/blueprints.ts';

const dictionary = wholeDictionary();
const folder = mkdtempSync(join(tmpdir(), 'postern-reach-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RULE = {
  name: 'drafted',
  role: 'TAF_MEMBER',
  action: 'read',
  resource: 'Person',
  fields: ['id', 'ethnicity'],
  purposes: ['CHOOSE_SUPPORT'],
  effect: 'ALLOW',
  when: { holds: 'grant.live' },
  clause: 'SHR-3.3.1',
};

function fileOf(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('as JSON, too', () => {
  const { lines, never } = JSON.parse(answerTo(['Person.ethnicity', '--json'], dictionary));
  expect(new Set(lines.map(({ role }: { role: string }) => role))).toContain('YOUNG_PERSON');
  expect(never).toContain('ADMINISTRATOR');
});

test('a field of the register is anybody’s, a field that no rule names nobody’s', () => {
  expect(answerTo(['Agency.name'], dictionary)).toContain('Anybody, in whatever role');
  const none = fileOf('none.json', []);
  expect(answerTo(['Person.id', '--policy', none], dictionary)).toContain('Nobody can read it.');
});

test('by the rules of a file', () => {
  const answer = answerTo(
    ['Person.ethnicity', '--policy', fileOf('rules.json', [RULE])],
    dictionary,
  );
  expect(answer).toContain('by drafted (SHR-3.3.1)');
  expect(answer).not.toContain('Panel member, for');
});

describe('refuses', () => {
  test.each([
    ['an option that there is not', ['--jsn'], 'That is no way to ask.'],
    ['to guess', [], 'Name a field.'],
    ['a type alone', ['Person'], 'There is no field "Person".'],
    ['what is no name', ['__proto__.id'], 'There is no field'],
    ['a file that is not there', ['Person.id', '--policy', 'nowhere.json'], 'cannot be read'],
    ['a file of something else', ['Person.id', '--policy', fileOf('a.json', {})], 'something else'],
    [
      'a rule that is none',
      ['Person.id', '--policy', fileOf('b.json', [RULE, { ...RULE, fields: ['soul'] }])],
      'Rule 2 of ',
    ],
  ])('%s', (_name, args, said) => {
    expect(() => answerTo(args, dictionary)).toThrow(said);
  });
});
