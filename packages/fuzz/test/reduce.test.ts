import { expect, test } from 'vitest';
import { reduced } from '../src/reduce.ts';
import type { FuzzRequest } from '../src/target.ts';

const request = (query: string, more: Partial<FuzzRequest> = {}): FuzzRequest => ({
  principal: { kind: 'NO_TOKEN' },
  purpose: null,
  path: '/graphql',
  query,
  variables: {},
  operationName: null,
  ...more,
});

const compact = (query: string): string => query.replaceAll(/\s+/g, ' ').trim();

test('what a failure does not need is left out: operations, fields, fragments, directives, arguments, variables', async () => {
  const big = request(
    `query A { me { id } }
    query B($a: Int, $b: Boolean!) { list(first: $a) { x: name @skip(if: $b) ...F } ... { other { secret id } } }
    fragment F on T { id deep { secret } }`,
    { operationName: 'B', variables: { a: 1, b: false } },
  );
  const small = await reduced(big, async ({ query }) => /other\W+secret/.test(query));
  expect(compact(small.query)).toBe('query B { ... { other { secret } } }');
  expect(small).toMatchObject({ variables: {}, operationName: null });
});

test('an alias that the failure does not need becomes the field again', async () => {
  const small = await reduced(
    request('{ a: b { c: d e } }'),
    async ({ query }) => /\bb\b/.test(query) && /\bd\b/.test(query),
  );
  expect(compact(small.query)).toBe('{ b { d } }');
});

test('a query that is none stays as it is', async () => {
  const odd = request('{ a {');
  expect(await reduced(odd, async () => true)).toEqual(odd);
});
