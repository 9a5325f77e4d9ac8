import { isBlank } from '@postern/policy';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notBlank } from '../src/facts/not-blank.ts';
import { compileStatement } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';

const connection = accessDatabase();

async function saysSomething(texts: readonly string[]): Promise<readonly boolean[]> {
  const { text, bind } = compileStatement(
    sql`SELECT array_agg(${notBlank(sql.raw('t.text'))} ORDER BY t.place) AS said
      FROM unnest(${sql.param([...texts])}::text[]) WITH ORDINALITY t (text, place)`,
  );
  const [row] = await connection().run<{ said: readonly boolean[] }>({ text, values: bind({}) });
  return row?.said ?? [];
}

test('of every character by itself both forms say the same', async () => {
  const [known] = await connection().run<{ codes: readonly number[] }>({
    text: `SELECT array_agg(code) AS codes FROM generate_series(1, x'10FFFF'::int) code
      WHERE code NOT BETWEEN x'D800'::int AND x'DFFF'::int AND unicode_assigned(chr(code))`,
    values: [],
  });
  const characters = (known?.codes ?? []).map((code) => String.fromCodePoint(code));
  expect(characters.length).toBeGreaterThan(140_000);
  const said = await saysSomething(characters);
  const differing = characters.filter((character, i) => said[i] === isBlank(character));
  expect(differing.map((character) => character.codePointAt(0)?.toString(16))).toEqual([]);
});

test('what no table knows yet says nothing, nor does what is not there', async () => {
  expect(await saysSomething(['\u0378', '\u{10fffe}', ''])).toEqual([false, false, false]);
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
