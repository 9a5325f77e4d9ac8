import { Fault, Refusal } from '@postern/errors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casework } from './casework.ts';
import { expectRefusal } from './expect-refusal.ts';
import { federate } from './federation.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({ production: true });
});
afterAll(() => gateway.close());

describe('failures inside', () => {
  async function failing(failure: unknown, query = '{ episode(id: "e1") { id lead { name } } }') {
    const subgraphs = casework.map((subgraph) =>
      subgraph.name === 'partners'
        ? { ...subgraph, execute: () => Promise.reject(failure) }
        : subgraph,
    );
    const broken = await GatewayUnderTest.start({ records: federate(subgraphs) });
    const answer = await broken.ask(query);
    await broken.close();
    return { answer, broken };
  }

  test('a refusal of a subgraph ends the whole request with its code, status and facts', async () => {
    const { answer, broken } = await failing(
      new Refusal('TRAINING_NOT_VALID', { module: 'data security' }),
    );
    expectRefusal(answer, 403, 'TRAINING_NOT_VALID');
    expect(answer.body.data).toBeNull();
    expect(answer.body.errors?.[0]?.extensions.module).toBe('data security');
    expect(broken.releases).toEqual([]);
  });
  test('a step-up that a subgraph asks for is a challenge', async () => {
    const { answer } = await failing(new Refusal('MULTI_FACTOR_REQUIRED'));
    expectRefusal(answer, 401, 'MULTI_FACTOR_REQUIRED');
    expect(answer.headers.get('www-authenticate')).toContain('insufficient_user_authentication');
  });
  test('a fault tells its code only; the log has its facts and where it came from, not its words', async () => {
    const cause = new Error('select secret from person where name = $1');
    const fault = new Fault('DATABASE_STATEMENT_FAILED', { cause, logged: { sqlState: '42P01' } });
    const { answer, broken } = await failing(fault);
    expectRefusal(answer, 500, 'DATABASE_STATEMENT_FAILED');
    const entry = broken.logged.find(({ event }) => event === 'FAULT');
    expect(entry).toMatchObject({
      code: 'DATABASE_STATEMENT_FAILED',
      facts: { sqlState: '42P01' },
      cause: { name: 'Error' },
    });
    expect(JSON.stringify(broken.logged)).not.toContain('secret');
  });
  test('any other error is no more than that', async () => {
    const { answer, broken } = await failing(new TypeError('secret of row 7'));
    expectRefusal(answer, 500, 'SUBGRAPH_FAILED');
    expect(JSON.stringify(broken.logged)).not.toContain('secret');
  });
  test.each([
    [
      'a code of ours',
      { message: 'secret', extensions: { code: 'ARGUMENT_INVALID' } },
      400,
      'ARGUMENT_INVALID',
    ],
    [
      'a code of no one',
      { message: 'secret', extensions: { code: 'constructor' } },
      500,
      'SUBGRAPH_FAILED',
    ],
    ['no code', { message: 'secret' }, 500, 'SUBGRAPH_FAILED'],
  ])(
    'a subgraph’s list of errors with %s ends the request, its data unused',
    async (_, error, status, code) => {
      const subgraphs = casework.map((subgraph) =>
        subgraph.name === 'partners'
          ? {
              ...subgraph,
              execute: () => Promise.resolve({ data: { _entities: [null] }, errors: [error] }),
            }
          : subgraph,
      );
      const broken = await GatewayUnderTest.start({ records: federate(subgraphs) });
      const answer = await broken.ask('{ episode(id: "e1") { reference lead { name } } }');
      await broken.close();
      expectRefusal(answer, status, code);
      expect(broken.releases).toEqual([]);
    },
  );
  test('when nobody can tell who calls, the answer says so and no more', async () => {
    const answer = await gateway.ask('{ status }', {
      headers: { authorization: 'Bearer unreachable' },
    });
    expectRefusal(answer, 503, 'DATABASE_UNREACHABLE');
    expect(JSON.stringify(gateway.logged)).not.toContain('secret');
  });
  test('the gateway still answers after all of this', async () => {
    expect((await gateway.ask('{ status }')).body).toEqual({ data: { status: 'OPEN' } });
  });
});
