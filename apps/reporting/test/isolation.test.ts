import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { scenario } from '@postern/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EPISODES } from '../src/catalogue/indicators/episodes.ts';
import { buildReporting } from '../src/index.ts';
import { addAgencies, addEpisodes } from './county.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';

let database: Awaited<ReturnType<typeof startTestDatabase>>;
let owner: Connection;
let builder: Connection;
let serving: Connection;
let families: readonly string[];
let supported: readonly string[];

beforeAll(async () => {
  database = await startTestDatabase();
  owner = connect(database.address, 'owner', { max: 1 });
  builder = connect(database.address, 'reporting_builder');
  serving = connect(database.address, 'reporting');
  const agencies = await addAgencies(owner, 'HOUSING', 2);
  families = await addEpisodes(owner, { families: 9, agencies, openedOn: '2026-01-14' });
  await addEpisodes(owner, { families: 0, sameAs: families, agencies, openedOn: '2026-02-14' });
  const voluntary = await addAgencies(owner, 'VOLUNTARY', 2);
  supported = await addEpisodes(owner, {
    families: 60,
    agencies: voluntary,
    openedOn: '2026-01-14',
  });
}, START_AND_STOP);

afterAll(async () => {
  await Promise.all([owner.close(), builder.close(), serving.close()]);
  await database.remove();
}, START_AND_STOP);

const RECORDS = [
  'select * from episodes.episode',
  'select reference from episodes.episode limit 1',
  'select count(*) from episodes.episode',
  'select * from access.agency',
  'select * from access.account',
  'select * from access.access_grant',
  'select * from families.person',
  'select * from families.family',
  'select * from families.person_entry',
  'select * from families.household_address',
  'select * from episodes.case_note',
  'select * from partners.safeguarding_override',
  'select secret from reporting.pseudonym_key',
];

function refused(connection: Connection, sql: string): Promise<void> {
  return expect(connection.script(sql)).rejects.toMatchObject({
    code: 'DATABASE_REFUSED',
    logged: { sqlstate: '42501' },
  });
}

/** Every privilege a role holds on any relation, or on a column of it. */
async function privilegesOf(connection: Connection): Promise<readonly string[]> {
  const rows = await connection.run<{ held: string }>({
    text: `select p.name || ' ' || n.nspname || '.' || c.relname as held
      from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        unnest(array['SELECT','INSERT','UPDATE','REFERENCES']) as p(name)
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r','v','m','p')
        and (has_any_column_privilege(c.oid, p.name) or has_table_privilege(c.oid, 'DELETE, TRUNCATE, TRIGGER'))
      order by 1`,
    values: [],
  });
  return rows.map(({ held }) => held);
}

describe('the serving role', () => {
  test.each([
    ...RECORDS,
    'select * from reporting.deidentified_episode',
    'select family_key from reporting.deidentified_episode limit 1',
    'select * from reporting.episode_place',
    'select * from reporting.helped_episode',
    'select * from reporting.area_sector',
    "insert into reporting.edition values ('EPISODES', 'MONTH', now(), 'NHS_7_5', 1, 1, now(), '')",
    'delete from reporting.cell',
    'create view reporting.mine as select * from reporting.cell',
    'set role postern_reporting_builder',
    'set role postern_episodes',
  ])('is refused: %s', (sql) => refused(serving, sql));

  test('holds nothing but reading the protected tables', async () => {
    expect(await privilegesOf(serving)).toEqual([
      'SELECT reporting.area',
      'SELECT reporting.cell',
      'SELECT reporting.edition',
    ]);
  });
});

describe('the builder role', () => {
  test.each([
    ...RECORDS,
    'select * from reporting.episode_place',
    'select * from reporting.helped_episode',
    'select * from reporting.area_sector',
    'update reporting.cell set value = 0',
    'delete from reporting.edition',
    'set role postern_episodes',
  ])('is refused: %s', (sql) => refused(builder, sql));

  test('holds nothing but reading the de-identified view and adding to the protected tables', async () => {
    expect(await privilegesOf(builder)).toEqual([
      'INSERT reporting.cell',
      'INSERT reporting.edition',
      'SELECT reporting.area',
      'SELECT reporting.cell',
      'SELECT reporting.deidentified_agreement',
      'SELECT reporting.deidentified_beginning',
      'SELECT reporting.deidentified_child',
      'SELECT reporting.deidentified_contact',
      'SELECT reporting.deidentified_correction',
      'SELECT reporting.deidentified_decision',
      'SELECT reporting.deidentified_episode',
      'SELECT reporting.deidentified_grant',
      'SELECT reporting.deidentified_group_work',
      'SELECT reporting.deidentified_lead',
      'SELECT reporting.deidentified_meeting',
      'SELECT reporting.deidentified_need',
      'SELECT reporting.deidentified_quality',
      'SELECT reporting.deidentified_removal',
      'SELECT reporting.deidentified_return',
      'SELECT reporting.deidentified_timeliness',
      'SELECT reporting.deidentified_worker',
      'SELECT reporting.edition',
    ]);
  });

  test('sees nothing finer than a month, and of no column that could hold a name, a postcode or a text of somebody', async () => {
    const rows = await owner.run<{ kept: string }>({
      text: `select distinct a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as kept
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'reporting' and c.relname like 'deidentified%' and a.attnum > 0 order by 1`,
      values: [],
    });
    const kept = rows.map((row) => row.kept);
    expect(
      kept.filter((each) => !/ (bytea|text|date|integer|numeric|boolean)$/.test(each)),
    ).toEqual([]);
    expect(kept.filter((each) => / bytea$/.test(each) && !/_key /.test(each))).toEqual([]);
    expect(kept.filter((each) => / date$/.test(each) && !/_month /.test(each))).toEqual([]);
    // Each text is of a closed list: a dimension's members, or the name of a measure.
    expect(kept.filter((each) => / text$/.test(each)).map((each) => each.split(' ')[0])).toEqual([
      ...['age_band', 'agency_kind', 'closure_reason', 'data_class', 'disability', 'entry_route'],
      ...['ethnicity', 'language', 'level_of_need', 'locality', 'measure', 'outcome', 'ward'],
    ]);
  });

  test('sees opaque keys that tell families apart and lead back to none', async () => {
    const rows = await builder.run<Record<string, unknown>>({
      text: "select * from reporting.deidentified_episode where agency_kind = 'HOUSING'",
      values: [],
    });
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
      'agency_key',
      'agency_kind',
      'closed_month',
      'closure_reason',
      'duration_days',
      'family_key',
      'level_of_need',
      'locality',
      'opened_month',
      'ward',
    ]);
    expect(rows).toHaveLength(18);
    expect(new Set(rows.map((row) => String(row.family_key))).size).toBe(9);
    const text = JSON.stringify(rows.map((row) => Object.values(row).map(String)));
    for (const family of families) expect(text).not.toContain(family);
  });

  scenario(
    {
      clause: 'SHR-3.4.7b',
      outcome: 'granted',
      that: 'the host draws its counts from the live record',
    },
    async () => {
      const published = await buildReporting(builder, {
        now: new Date('2026-03-01T00:00:00Z'),
        indicators: [EPISODES],
      });
      expect(published).toEqual(['EPISODES/MONTH/2026-01-01', 'EPISODES/MONTH/2026-02-01']);
      const rows = await serving.run<{ value: number }>({
        text: `select value::float8 as value from reporting.cell where first_member = 'HOUSING' and measure = 'OPENED'
          and indicator = 'EPISODES' and grain = 'MONTH' order by period_start`,
        values: [],
      });
      expect(rows).toEqual([{ value: 10 }, { value: 10 }]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.7b',
      outcome: 'denied',
      that: 'drawing data for reporting reaches no reference, name or identifier of a family',
    },
    async () => {
      for (const sql of RECORDS) await refused(builder, sql);
    },
  );
});

/** The counts that a reader of a cell has to reckon with. */
function possible(told: string): readonly [low: number, high: number] {
  if (told === 'c') return [0, Number.POSITIVE_INFINITY];
  const value = Number(told);
  return value === 0 ? [0, 0] : [Math.max(8, value - 2), value + 2];
}

test('a few closings are not to be had from the stock of the month before', async () => {
  await owner.run({
    text: "update episodes.episode set status = 'CLOSED', closed_on = '2026-03-20' where family_id = any($1::uuid[])",
    values: [supported.slice(0, 3)],
  });
  await buildReporting(builder, {
    now: new Date('2026-04-01T00:00:00Z'),
    indicators: [EPISODES],
  });
  const rows = await serving.run<{ cell: string; shown: string }>({
    text: `select to_char(period_start, 'YYYY-MM') || ' ' || measure as cell, coalesce(symbol, value::text) as shown
      from reporting.cell where indicator = 'EPISODES' and grain = 'MONTH' and first_dimension = 'AGENCY_KIND' and second_dimension is null
        and first_member = 'VOLUNTARY' and measure in ('OPENED', 'CLOSED', 'OPEN_AT_END') and period_start >= '2026-02-01' order by 1`,
    values: [],
  });
  const shown = new Map(rows.map((row) => [row.cell, row.shown]));
  expect(shown.get('2026-02 OPEN_AT_END')).toBe('60');
  expect(shown.get('2026-03 CLOSED')).toBe('c');
  // Who subtracts is left with every small count.
  const at = (cell: string): readonly [number, number] => possible(shown.get(cell) ?? '');
  const [before, opened, after] = [
    '2026-02 OPEN_AT_END',
    '2026-03 OPENED',
    '2026-03 OPEN_AT_END',
  ].map(at);
  expect((before?.[0] ?? 0) + (opened?.[0] ?? 0) - (after?.[1] ?? 0)).toBeLessThanOrEqual(1);
  expect((before?.[1] ?? 0) + (opened?.[1] ?? 0) - (after?.[0] ?? 0)).toBeGreaterThanOrEqual(7);
});

test('neither role may run a function with another’s rights', async () => {
  for (const connection of [serving, builder]) {
    const rows = await connection.run({
      text: `select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
          and has_schema_privilege(n.oid, 'USAGE') and has_function_privilege(p.oid, 'EXECUTE')`,
      values: [],
    });
    expect(rows).toEqual([]);
  }
});
