import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { expectQuietLog, expectRefusal } from './plain-refusal.ts';
import type { Severable } from './severable.ts';
import { severable } from './severable.ts';

const { grace, tom } = cast.practitioners;
const QUERY = `{ episodes(first: 20) { edges { node { reference family { members { givenName } } team { name } } } } }`;

let database: CountyDatabase;
let line: Severable;
let gate: Gate;
beforeAll(async () => {
  database = await countyDatabase();
  line = await severable(database.address);
  gate = await gateFor(line);
});
afterAll(async () => {
  await gate?.close();
  await line?.close();
  await database?.drop();
});

async function ready(): Promise<number> {
  return (await fetch(`${gate.url}/health/ready`)).status;
}

function many(): Promise<readonly Answer[]> {
  return Promise.all(
    Array.from({ length: 24 }, (_, n) => gate.ask(n % 2 === 0 ? grace : tom, QUERY)),
  );
}

/** Answered whole or refused plainly: nothing between, nothing unexplained. */
function expectWholeOrRefused(answers: readonly Answer[], whole: ReadonlySet<string>): void {
  for (const answer of answers) {
    if (answer.status === 200) expect(whole).toContain(answer.text);
    else
      expectRefusal(
        answer,
        503,
        answer.body.errors?.[0]?.extensions['code'] === 'LEDGER_UNAVAILABLE'
          ? 'LEDGER_UNAVAILABLE'
          : 'DATABASE_UNREACHABLE',
      );
  }
}

test('a database that goes away in the middle, again and again, and comes back', async () => {
  const whole = new Set((await many()).map(({ text }) => text));
  expect(whole.size).toBe(2);
  for (let round = 0; round < 2; round += 1) {
    const underWay = many();
    await gate.ask(grace, '{ me { id } }');
    line.cut(round % 2 === 0 ? 'RESET' : 'END');
    expectWholeOrRefused(await underWay, whole);
    for (const answer of await many())
      expect(answer.body.errors?.[0]?.extensions['code']).toBe('DATABASE_UNREACHABLE');
    expect(await ready()).toBe(503);
    expect((await fetch(`${gate.url}/health/live`)).status).toBe(200);
    line.mend();
    expect(await ready()).toBe(200);
    expect(new Set((await many()).map(({ text }) => text))).toEqual(whole);
  }
});

test('sessions that an administrator ends cost at most the requests under way', async () => {
  const whole = new Set((await many()).map(({ text }) => text));
  const underWay = many();
  await database.owner.run({
    text: `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename <> current_user`,
    values: [],
  });
  expectWholeOrRefused(await underWay, whole);
  // A session may still learn only now that it was ended.
  expectWholeOrRefused(await many(), whole);
  expect(new Set((await many()).map(({ text }) => text))).toEqual(whole);
});

test('the log of the outage holds codes only', () => {
  expectQuietLog(gate.log, grace.name, tom.name);
});
