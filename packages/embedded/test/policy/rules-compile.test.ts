import { bindingAgreements, DEFAULT_PARTNERSHIP, SHROPSHIRE_RULES } from '@postern/agreements';
import { connect } from '@postern/database';
import { putInForce } from '@postern/fuzz';
import type { Purpose } from '@postern/policy';
import { CLASS_KEYS, findingsOf, findingsOfPolicy } from '@postern/policy';
import { cast } from '@postern/sample-county';
import type { CorruptRuleAlarm, ResourceDefinition } from '@postern/subgraph-kit';
import { RowFetcher } from '@postern/subgraph-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, recordTypes, wholePolicySchema } from '../../src/stack/blueprints.ts';
import type { Asking, CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import { contextOf } from '../subgraphs-fixture.ts';
import { randomRule } from './random-rules.ts';

const SEED = 20_267;
const schema = wholePolicySchema();
const TYPES = [
  ...new Set(
    RECORD_BLUEPRINTS.flatMap(({ resources }) => resources.map(({ type }) => type)).filter((type) =>
      schema.dictionary.has(type),
    ),
  ),
];

/** Readers of many roles, some with justifications, with details hidden from them, and a family member. */
const READERS: readonly (Asking & { readonly name: string })[] = [
  ...[cast.practitioners.grace, cast.practitioners.owen],
  ...[cast.practitioners.quincy, cast.familyAccounts.noor],
];

let database: CountyDatabase;
const opened: {
  readonly fetcher: RowFetcher;
  readonly resources: readonly ResourceDefinition[];
  close(): Promise<void>;
}[] = [];
let alarms: CorruptRuleAlarm[] = [];

beforeAll(async () => {
  database = await countyDatabase();
  await justifyEverything();
  for (const { role, resources } of RECORD_BLUEPRINTS) {
    const connection = connect(database.address, role, { max: 1 });
    const fetcher = new RowFetcher({
      connection,
      clock: new CountyClock(),
      inForce: bindingAgreements(DEFAULT_PARTNERSHIP),
      policySchema: schema,
      onCorruptRule: (alarm) => alarms.push(alarm),
      resources,
      served: recordTypes(),
    });
    opened.push({ fetcher, resources, close: () => connection.close() });
  }
});
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
  await database?.drop();
});

let rowsSeen = 0;

/** Gives every account what unlocks classes, so that a rule that asks for a justification is not answered beforehand. */
async function justifyEverything(): Promise<void> {
  await database.owner.run({
    text: `INSERT INTO access.justification
      SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'account_id', a.id, 'classes', $1::text::jsonb, 'purpose', 'UNDERSTAND_NEEDS'))).*
      FROM access.account a CROSS JOIN access.justification j
      WHERE j.id IN (SELECT id FROM access.justification WHERE state = 'LIVE' AND expires_at > $2 ORDER BY id LIMIT 5)`,
    values: [JSON.stringify(CLASS_KEYS), COUNTY_NOW.toISOString()],
  });
}

/** Puts rules live past every check. */
async function activate(rules: readonly unknown[]): Promise<void> {
  alarms = [];
  await putInForce(database.owner, { rules, activatedAt: COUNTY_NOW.toISOString() });
}

/** Every resource with every field, one level of records below each; a field that the database refuses fails the test. */
async function readEverything(who: Asking, purpose: Purpose): Promise<number> {
  let rows = 0;
  for (const { fetcher, resources } of opened)
    for (const resource of resources) {
      if (!schema.dictionary.has(resource.type)) continue;
      const found = await fetcher.fetch(
        {
          name: `every ${resource.type}`,
          query: { kind: 'ALL', type: resource.type },
          selection: { type: resource.type, fields: below(resource, resources, 2) },
          values: {},
        },
        contextOf(who, purpose, COUNTY_NOW),
      );
      rows += found.rows.length;
    }
  return rows;
}

type Fields = Parameters<RowFetcher['fetch']>[0]['selection']['fields'];

function below(
  resource: ResourceDefinition,
  resources: readonly ResourceDefinition[],
  levels: number,
): Fields {
  return new Map(
    Object.entries(resource.fields).flatMap(
      ([name, definition]): [string, (ReturnType<Fields['get']> & object) | null][] => {
        if (!('type' in definition) || definition.kind === 'LATEST_ENTRY') return [[name, null]];
        const child = resources.find(({ type }) => type === definition.type);
        if (levels === 1) return [];
        const fields: Fields =
          child === undefined ? new Map([['id', null]]) : below(child, resources, levels - 1);
        return [[name, { type: definition.type, fields }]];
      },
    ),
  );
}

/** A role that the reader holds now. */
async function roleOf(who: Asking): Promise<string> {
  const [held] = await database.owner.run<{ role: string }>({
    text: `SELECT role FROM access.role_holding JOIN access.account a ON a.id = account_id WHERE a.subject = $1 ORDER BY role`,
    values: [who.subject],
  });
  if (held === undefined) throw new Error(`${who.subject} holds no role.`);
  return held.role;
}

test('the built-in rules have no finding', () => {
  expect(findingsOfPolicy(SHROPSHIRE_RULES, schema)).toEqual([]);
});

/** Rules on every type, each several times over, for one reader's role. */
function drawn(role: string, seed: number): readonly Readonly<Record<string, unknown>>[] {
  return TYPES.flatMap((type, place) =>
    fc.sample(randomRule(type, role, schema), { numRuns: 4, seed: seed + place }),
  ).map((rule, place) => ({ ...rule, name: `random ${place}` }));
}

test.each(READERS)(
  'what has no finding compiles and runs on every record, read by $name',
  async (who) => {
    const role = await roleOf(who);
    let tried = 0;
    let seen = 0;
    for (const seed of [SEED, SEED + 1_000]) {
      const rules = drawn(role, seed).filter((rule) => findingsOf(rule, schema).length === 0);
      // In sets that may be saved: what one rule denies takes nothing from what the others make of the statements.
      for (const half of [0, 1]) {
        const set = rules.filter((_, place) => place % 2 === half);
        const left = new Set(findingsOfPolicy(set, schema).map(({ rule }) => rule));
        const saved = set.filter(({ name }) => !left.has(String(name)));
        await activate(saved);
        seen += await readEverything(who, 'UNDERSTAND_NEEDS');
        expect(alarms).toEqual([]);
        tried += saved.length;
      }
    }
    expect(tried).toBeGreaterThan(60);
    rowsSeen += seen;
  },
);

test.each(READERS)('what has a finding breaks no statement either, read by $name', async (who) => {
  const role = await roleOf(who);
  const rules = drawn(role, SEED + 5_000);
  await activate(rules);
  await readEverything(who, 'UNDERSTAND_NEEDS');
  // A rule that could not be decided by was set aside.
  expect(alarms.length).toBeGreaterThan(10);
});

test('the statements read records', () => {
  expect(rowsSeen).toBeGreaterThan(100);
});
