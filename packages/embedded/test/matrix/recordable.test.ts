import { bindingAgreements, DEFAULT_PARTNERSHIP } from '@postern/agreements';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { makeHarder } from '@postern/fuzz';
import type { Oracle, Purpose } from '@postern/policy';
import { createOracle } from '@postern/policy';
import { sampleAccounts } from '@postern/sample-county';
import { RowFetcher } from '@postern/subgraph-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  RECORD_BLUEPRINTS,
  recordTypes,
  wholeDictionary,
  wholePolicySchema,
} from '../../src/stack/blueprints.ts';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import { oracleRow } from '../oracle/expected-answer.ts';
import { entryKindOf } from '../oracle/field-model.ts';
import type { RawCounty, RawRow } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { recordModel } from '../oracle/record-model.ts';
import { contextOf } from '../subgraphs-fixture.ts';
import { justifiedPurposes, permittedPurposes, rolesOf } from './callers.ts';

const CALLERS = [
  ...sampleAccounts.map(({ subject }) => subject),
  ...['bulk-1', 'bulk-3', 'bulk-4', 'bulk-5'],
];
/** Of how many callers each field is asked whose rules say anything of recording it; of each third field others are asked, too, and of the next with it. */
const RECORDERS = Number(process.env['POSTERN_RECORDERS'] ?? 1);
const PURPOSES_EACH = 3;
const SEED = Number(process.env['POSTERN_SEED'] ?? 20_261_123);

const COUNTIES: readonly (readonly [string, (owner: Connection) => Promise<unknown>])[] = [
  ['the sample county', async () => {}],
  ['a county strewn with everything that takes away', (owner) => makeHarder(owner, COUNTY_NOW)],
];

/** Of everybody another name, of every other one that is protected. */
const NAMES = `INSERT INTO families.person_name (id, person_id, kind, given_name, family_name, protected, recorded_by, agency_id, recorded_at, nature)
  SELECT gen_random_uuid(), person.id, 'FORMER', 'Formerly', 'Named', row_number() OVER (ORDER BY person.id) % 2 = 0, entry.recorded_by, entry.agency_id,
    '2026-01-01T00:00:00Z', 'FACT' FROM families.person CROSS JOIN (SELECT recorded_by, agency_id FROM families.person_entry ORDER BY id LIMIT 1) entry`;

/** Types with a field that commands record, each in the subgraph that keeps it. */
const RECORDED = RECORD_BLUEPRINTS.flatMap((blueprint) =>
  blueprint.resources.flatMap(({ type, recorded = [] }) =>
    recorded.length > 0 && wholeDictionary().has(type)
      ? [[type, { blueprint, type, fields: recorded }] as const]
      : [],
  ),
);

type Blueprint = (typeof RECORD_BLUEPRINTS)[number];

/** Somebody who asks, for a purpose for which they are admitted. */
interface Admitted {
  readonly subject: string;
  readonly purpose: Purpose;
  readonly roles: readonly string[];
  readonly oracle: Oracle;
}

describe.each(COUNTIES)('who may record in %s is who may by CASL and the raw tables', (_, make) => {
  let database: CountyDatabase;
  let county: RawCounty;
  let admitted: readonly Admitted[];
  const served = new Map<Blueprint, { readonly fetcher: RowFetcher; readonly on: Connection }>();
  /** How many records may be changed, may be recorded by the rules alone, and may not be recorded. */
  const found = { changed: 0, added: 0, none: 0 };

  beforeAll(async () => {
    database = await countyDatabase();
    await database.owner.script(NAMES);
    await make(database.owner);
    county = await readCounty(database.owner, COUNTY_NOW);
    for (const blueprint of RECORD_BLUEPRINTS) {
      const on = connect(database.address, blueprint.role, {
        max: 1,
        settings: { plan_cache_mode: 'force_generic_plan' },
      });
      const fetcher = new RowFetcher({
        connection: on,
        clock: new CountyClock(),
        inForce: bindingAgreements(DEFAULT_PARTNERSHIP),
        policySchema: wholePolicySchema(),
        onCorruptRule: () => {},
        resources: blueprint.resources,
        served: recordTypes(),
      });
      served.set(blueprint, { fetcher, on });
    }
    admitted = CALLERS.flatMap(admittedAs);
  });

  afterAll(async () => {
    await Promise.all([...served.values()].map(({ on }) => on.close()));
    await database?.drop();
  });

  /** What a caller is asked for: the purposes of their justifications before all others. */
  function admittedAs(subject: string): readonly Admitted[] {
    const roles = rolesOf(county, subject, COUNTY_NOW);
    const readsRecords = county.rules.some(
      ({ action, effect, role, resource }) =>
        action === 'read' &&
        effect === 'ALLOW' &&
        roles.includes(role) &&
        recordTypes().has(resource),
    );
    if (!readsRecords) return [];
    const purposes = [...justifiedPurposes(county, subject), ...permittedPurposes(county, roles)];
    return [...new Set(purposes)].slice(0, PURPOSES_EACH).flatMap((purpose) => {
      const caller = { issuerId: 'development', subject, multiFactor: true };
      const request = { caller, purpose, now: COUNTY_NOW };
      const oracle = createOracle(county.facts, request, county.rules, wholeDictionary());
      return oracle.refusal() === null ? [{ subject, purpose, roles, oracle }] : [];
    });
  }

  function rowsOf(type: string): readonly RawRow[] {
    const { table, of = () => true } = recordModel(type);
    const rows = county.rows(table).filter(of);
    if (table !== 'families.person_entry') return rows;
    return rows.filter(({ kind }) => kind === entryKindOf(type));
  }

  /** Some whose roles record the type or do not, others each time. */
  function some(records: boolean, type: string, count: number, seed: number): readonly Admitted[] {
    const among = admitted.filter(
      ({ roles, purpose }) =>
        records ===
        county.rules.some(
          (rule) =>
            rule.action === 'record' &&
            rule.resource === type &&
            roles.includes(rule.role) &&
            rule.purposes.includes(purpose),
        ),
    );
    const minLength = Math.min(count, among.length);
    const shuffled = fc.shuffledSubarray([...among], { minLength, maxLength: minLength });
    return fc.sample(shuffled, { numRuns: 1, seed: SEED + seed })[0] ?? [];
  }

  test.each(RECORDED)('%s', async (type, { blueprint, fields }) => {
    const rows = rowsOf(type).map((row) => [String(row['id']), oracleRow(type, row)] as const);
    const { fetcher, on } = served.get(blueprint) ?? {};
    if (fetcher === undefined || on === undefined) throw new Error('There is no such subgraph.');
    const compare = async (who: Admitted, asked: readonly string[]): Promise<void> => {
      const { subject, purpose, oracle } = who;
      const context = contextOf({ subject }, purpose, COUNTY_NOW);
      for (const readable of [true, false]) {
        const recording = { fields: asked, readable };
        const ids = rows.map(([id]) => id);
        const given = await fetcher.recordable(type, ids, recording, context, on);
        const due = rows.filter(([, row]) =>
          asked.every(
            (field) =>
              oracle.recordable(type, field, row) &&
              (!readable || oracle.released(type, field, row)),
          ),
        );
        const name = `${subject} for ${purpose}: ${asked.join()}, ${readable ? 'changed' : 'added'}`;
        expect([...given].toSorted(), name).toEqual(due.map(([id]) => id).toSorted());
        found[readable ? 'changed' : 'added'] += due.length;
        found.none += rows.length - due.length;
      }
    };
    for (const [place, field] of fields.entries()) {
      const next = fields[(place + 1) % fields.length] ?? field;
      for (const who of some(true, type, RECORDERS, place)) await compare(who, [field]);
      if (place % 3 !== 0) continue;
      // Several at once are recorded where each of them may be.
      for (const who of some(true, type, 1, fields.length + place))
        await compare(who, [field, next]);
      for (const who of some(false, type, 1, place)) await compare(who, [field]);
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  test('and it means something: some may, more where nothing need be read, and most may not', () => {
    expect(found.changed).toBeGreaterThan(100);
    expect(found.added).toBeGreaterThan(found.changed);
    expect(found.none).toBeGreaterThan(found.added);
  });
});
