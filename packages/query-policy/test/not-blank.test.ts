import { isBlank } from '@postern/policy';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notBlank } from '../src/facts/not-blank.ts';
import { compileStatement } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';

const connection = accessDatabase();

/** Ordinal signs and the like; Hangul fillers, which are letters by name only. */
const LETTERS_AS_SIGNS = ['aa', 'b5', 'ba', '115f', '1160', '3164', 'ffa0'];

async function saysSomething(texts: readonly string[]): Promise<readonly boolean[]> {
  const { text, bind } = compileStatement(
    sql`SELECT array_agg(${notBlank(sql.raw('t.text'))} ORDER BY t.place) AS said
      FROM unnest(${sql.param([...texts])}::text[]) WITH ORDINALITY t (text, place)`,
  );
  const [row] = await connection().run<{ said: readonly boolean[] }>({ text, values: bind({}) });
  return row?.said ?? [];
}

test('of every character by itself both forms say the same', async () => {
  const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
  const characters = Array.from({ length: 0x10ffff }, (_, code) => code + 1)
    .filter((code) => !isHalf(code))
    .map((code) => String.fromCodePoint(code));
  const said = await saysSomething(characters);
  const differing = characters.filter((character, i) => said[i] === isBlank(character));
  expect(differing.map((character) => character.codePointAt(0)?.toString(16))).toEqual([]);
});

test('letters and digits of every script say something; signs, spaces and what is ignored nothing', () => {
  const all = Array.from({ length: 0x10ffff }, (_, code) => String.fromCodePoint(code));
  const of = (kind: RegExp): readonly string[] => all.filter((character) => kind.test(character));
  const letters = of(/[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}]/u);
  expect(letters.length).toBeGreaterThan(130_000);
  const lost = letters.filter(isBlank).map((each) => each.codePointAt(0)?.toString(16));
  expect(lost).toEqual(LETTERS_AS_SIGNS);
  const ignored = of(/[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\p{Cs}]/u);
  expect(ignored.filter((each) => !isBlank(each))).toEqual([]);
});

test('what is not there says nothing', async () => {
  expect(await saysSomething([''])).toEqual([false]);
  const { text } = compileStatement(sql`SELECT ${notBlank(sql.raw('NULL::text'))} AS said`);
  expect(await connection().run({ text, values: [] })).toEqual([{ said: false }]);
});

test('and of texts, whatever else stands in them', async () => {
  const parts = fc.oneof(
    fc.constantFrom(' ', '\u200b', '\u2060', '\u3164', '\u115f', '\u202e', '.', '-', '\n', '½'),
    fc.constantFrom('a', 'ß', 'א', '7', '٣', '薬', 'e\u0301'),
  );
  const texts = fc.array(
    fc.array(parts, { maxLength: 4 }).map((each) => each.join('')),
    {
      minLength: 200,
      maxLength: 200,
    },
  );
  await fc.assert(
    fc.asyncProperty(texts, async (drawn) => {
      expect(await saysSomething(drawn)).toEqual(drawn.map((text) => !isBlank(text)));
    }),
    { numRuns: 10 },
  );
});
