import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { essence } from './essence.ts';
import { library } from './library.ts';
import { randomQuery } from './random-query.ts';
import { ServedSupergraph } from './served-supergraph.ts';

const QUERIES = 80;

test('random queries are answered as by one schema', async () => {
  const served = await ServedSupergraph.start(library);
  try {
    for (let seed = 0; seed < QUERIES; seed += 1) {
      const { query, variables } = randomQuery(served.schema, seed);
      expect(validate(served.schema, parse(query)), `seed ${seed}`).toEqual([]);
      const expected = await served.expected(query, variables);
      expect(essence(await served.ask(query, variables)), `seed ${seed}: ${query}`).toEqual(
        essence(expected),
      );
    }
    for (const [name, { asked }] of Object.entries(served.subgraphs)) {
      expect(asked.length, name).toBeGreaterThan(QUERIES / 8);
    }
  } finally {
    await served.close();
  }
});
