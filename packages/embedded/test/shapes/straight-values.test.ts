import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenShape } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, openShape } from '../county-fixture.ts';
import { closeSubgraphs, contextOf, subgraphsFor } from '../subgraphs-fixture.ts';
import type { Straight } from './straight.ts';
import { askStraight } from './straight.ts';
import { CASELOAD, expectRefused } from './straight-refused.ts';

const { grace, tom } = cast.practitioners;

let open: OpenShape;
beforeAll(async () => {
  open = await openShape('services');
});
afterAll(() => open?.close());

describe('a bad value ends as a refusal at the edge, never inside', () => {
  test.each<[string, string, unknown, string]>([
    [
      'a day that is none',
      'query ($v: Date) { episodes(filter: { openedFrom: $v }) { totalCount } }',
      '2026-02-30',
      'BAD_USER_INPUT',
    ],
    [
      'a date that is an object',
      'query ($v: Date) { episodes(filter: { openedTo: $v }) { totalCount } }',
      { a: 1 },
      'BAD_USER_INPUT',
    ],
    [
      'text among levels',
      'query ($v: [Int!]) { episodes(filter: { levelOfNeed: $v }) { totalCount } }',
      ['4'],
      'BAD_USER_INPUT',
    ],
    [
      'an unknown status',
      'query ($v: [EpisodeStatus!]) { episodes(filter: { status: $v }) { totalCount } }',
      ['OPAN'],
      'BAD_USER_INPUT',
    ],
    [
      'a NUL',
      'query ($v: String!) { episode(reference: $v) { id } }',
      'EH\u0000',
      'ARGUMENT_INVALID',
    ],
    [
      'a page of none',
      'query ($v: Int) { episodes(first: $v) { totalCount } }',
      0,
      'ARGUMENT_INVALID',
    ],
    [
      'a page without end',
      'query ($v: Int) { episodes(first: $v) { totalCount } }',
      100_000,
      'ARGUMENT_INVALID',
    ],
    [
      'a cursor of nobody',
      'query ($v: String) { episodes(after: $v) { totalCount } }',
      'AAAA',
      'CURSOR_INVALID',
    ],
  ])('%s as a variable', async (_, query, v, code) => {
    await expectRefused(open, { query, variables: { v } }, 400, code);
  });

  test.each([
    [
      'a month that is none',
      '{ episodes(filter: { openedFrom: "2026-13-01" }) { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a NUL', '{ episode(reference: "EH\\u0000") { id } }', 'ARGUMENT_INVALID'],
    ['an unknown field', '{ episodez { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['half a query', '{ episodes(', 'GRAPHQL_PARSE_FAILED'],
    ['a mutation that there is not', 'mutation { close }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two operations',
      'query A { __typename } query B { __typename }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a prototype as an alias', '{ __proto__: episodes { totalCount } }', 'NAME_RESERVED'],
    [
      'too many aliases',
      `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: episodes { totalCount }`).join(' ')} }`,
      'QUERY_TOO_COSTLY',
    ],
    ['too many words', `{ ${'__typename '.repeat(2_100)} }`, 'QUERY_TOO_COSTLY'],
  ])('%s in the text', async (_, query, code) => {
    await expectRefused(open, { query }, 400, code);
  });

  test.each<[string, Straight, number, string]>([
    ['no JSON', { body: '{"query": ' }, 400, 'REQUEST_MALFORMED'],
    ['a batch', { body: `[${JSON.stringify({ query: CASELOAD })}]` }, 400, 'BAD_REQUEST'],
    ['a prototype', { body: '{"__proto__":{"query":"{ __typename }"}}' }, 400, 'REQUEST_MALFORMED'],
    ['text', { contentType: 'text/plain' }, 400, 'REQUEST_MALFORMED'],
    ['a form', { contentType: 'application/x-www-form-urlencoded' }, 400, 'REQUEST_MALFORMED'],
    [
      'two mebibytes',
      { body: JSON.stringify({ query: 'x'.repeat(2 ** 21) }) },
      413,
      'REQUEST_TOO_LARGE',
    ],
  ])('%s as a body', async (_, straight, status, code) => {
    await expectRefused(open, straight, status, code);
  });

  test('a query by GET is at no address, whatever it calls its content', async () => {
    for (const contentType of ['application/json', 'text/plain', ''])
      await expectRefused(open, { method: 'GET', contentType }, 404, 'NOT_FOUND');
  });

  test('another’s cursor opens nothing, one’s own opens the next page', async () => {
    const page =
      'query ($after: String) { episodes(first: 2, after: $after) { pageInfo { endCursor } } }';
    const mine = await askStraight(open.gate, 'episodes', page, { who: grace });
    const after = mine.body.data.episodes.pageInfo.endCursor as string;
    const next = await askStraight(open.gate, 'episodes', page, {
      who: grace,
      variables: { after },
    });
    expect(next.status).toBe(200);
    await expectRefused(
      open,
      { query: page, who: tom, variables: { after } },
      400,
      'CURSOR_INVALID',
    );
  });

  test('in process too, where no server checks before', async () => {
    const inProcess = subgraphsFor(open.database.address, new CountyClock());
    const context = contextOf(grace, 'UNDERSTAND_NEEDS', COUNTY_NOW);
    try {
      for (const [type, use, v] of [
        ['Date', 'openedFrom: $v', 'infinity'],
        ['[Int!]', 'levelOfNeed: $v', ['4']],
        ['[EpisodeStatus!]', 'status: $v', ['OPAN']],
      ] as const) {
        const document = `query ($v: ${type}) { episodes(filter: { ${use} }) { totalCount } }`;
        const asked = inProcess.get('episodes')?.execute({ document, variables: { v }, context });
        await expect(asked).rejects.toMatchObject({ name: 'Refusal', code: 'ARGUMENT_INVALID' });
      }
      const document = 'query ($v: String!) { episode(reference: $v) { id } }';
      const nul = inProcess.get('episodes')?.execute({ document, variables: { v: '\0' }, context });
      await expect(nul).rejects.toMatchObject({ name: 'Refusal', code: 'ARGUMENT_INVALID' });
    } finally {
      await closeSubgraphs(inProcess);
    }
  });

  test('and none of it was a fault, or told the log more than codes', () => {
    expect(open.gate.log.filter(({ event }) => event === 'FAULT')).toEqual([]);
    expect(JSON.stringify(open.gate.log)).not.toMatch(/eyJ|EH-0|OPAN|episodez/);
  });
});
