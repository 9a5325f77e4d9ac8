import { Kind, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { expect, test } from 'vitest';
import { writeDocument } from '../src/grammar/document.ts';
import { draws } from '../src/grammar/draw.ts';
import { fewWords, nobody, smallGrammar, smallSchema } from './small-schema.ts';

const goals = smallGrammar.ways.goals;
const written = draws(7, 600).map((draw) =>
  writeDocument(draw, {
    grammar: smallGrammar,
    author: nobody,
    words: fewWords,
    goal: draw.one(goals),
  }),
);

function isValid(query: string): boolean {
  try {
    return validate(smallSchema, parse(query)).length === 0;
  } catch {
    return false;
  }
}

const valid = written.filter(({ query }) => isValid(query));

/** How many documents hold a text. */
const holding = (text: string | RegExp): number =>
  written.filter(({ query }) =>
    typeof text === 'string' ? query.includes(text) : text.test(query),
  ).length;

test('a seed writes the same again, and another seed something else', () => {
  const write = (seed: number): readonly string[] =>
    draws(seed, 5).map(
      (draw) =>
        writeDocument(draw, { grammar: smallGrammar, author: nobody, words: fewWords, goal: null })
          .query,
    );
  expect(write(1)).toEqual(write(1));
  expect(write(1)).not.toEqual(write(2));
});

test('most documents are valid, and some are not', () => {
  expect(valid.length).toBeGreaterThan(500);
  expect(valid.length).toBeLessThan(600);
});

test('every field that the schema leads to is asked for', () => {
  const asked = new Set<string>();
  const types = new TypeInfo(smallSchema);
  for (const { query } of valid)
    visit(
      parse(query),
      visitWithTypeInfo(types, {
        Field: ({ name }) => void asked.add(`${types.getParentType()?.name}.${name.value}`),
      }),
    );
  for (const { type, field } of goals) expect(asked).toContain(`${type}.${field}`);
});

test('the root is mostly asked for records, and for the rest too', () => {
  const asked = draws(11, 300).map(
    (draw) =>
      writeDocument(draw, { grammar: smallGrammar, author: nobody, words: fewWords, goal: null })
        .query,
  );
  const others = asked.filter((query) => /\bfound\b/.test(query)).length;
  expect(others).toBeGreaterThan(5);
  expect(others).toBeLessThan(60);
});

test('documents hold what GraphQL allows and careless code trips over', () => {
  for (const text of ['constructor: ', '...Part1', '... {', '... on Person', '@skip(', '@include('])
    expect(holding(text), text).toBeGreaterThan(5);
  for (const text of [
    /__(?:schema|type)\b/,
    /query Query0[\s\S]*query Query1/,
    /first: \$v/,
    /after: /,
  ])
    expect(holding(text), String(text)).toBeGreaterThan(5);
  expect(holding(/__(?:proto__|defineGetter__|postern|typename): /)).toBeGreaterThan(0);
  expect(written.some(({ operationName }) => operationName === 'NoSuchQuery')).toBe(true);
});

test('some documents go deeper than is served', () => {
  const depths = valid.map(({ query }) => {
    let [depth, deepest] = [0, 0];
    visit(parse(query), {
      Field: {
        enter: () => {
          depth += 1;
          deepest = Math.max(deepest, depth);
        },
        leave: () => {
          depth -= 1;
        },
      },
    });
    return deepest;
  });
  expect(depths.filter((depth) => depth > 12).length).toBeGreaterThan(3);
});

test('a valid document declares every variable that it uses, and values are sent for those without default', () => {
  for (const { query, variables } of valid)
    for (const definition of parse(query).definitions)
      if (definition.kind === Kind.OPERATION_DEFINITION)
        for (const { variable, defaultValue } of definition.variableDefinitions ?? [])
          if (defaultValue === undefined) expect(variables).toHaveProperty(variable.name.value);
});
