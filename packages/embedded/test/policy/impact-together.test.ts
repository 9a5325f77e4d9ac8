import { bindingAgreements, DEFAULT_PARTNERSHIP, SHROPSHIRE_RULES } from '@postern/agreements';
import type { Connection, Statement } from '@postern/database';
import { connect } from '@postern/database';
import { makeHarder } from '@postern/fuzz';
import { changeBetween, parseRule } from '@postern/policy';
import { ImpactRun } from '@postern/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase } from '../county-fixture.ts';
import { DRAFTS } from './impact/drafts.ts';

const dictionary = wholeDictionary();
const resources = RECORD_BLUEPRINTS.flatMap((blueprint) => blueprint.resources);
const live = SHROPSHIRE_RULES.map((rule) => parseRule(rule, dictionary));
const STORED = SHROPSHIRE_RULES.map((rule) => ({ ...rule }));

/** Whoever works in a team is in some others' teams too, in one role or the other: accounts that are asked together meet on the same episodes. */
const CROWDED = `
INSERT INTO access.role_holding (id, account_id, role, starts_at)
SELECT gen_random_uuid(), held.account_id, other.role, held.starts_at FROM access.role_holding held
CROSS JOIN unnest('{TAF_MEMBER,LEAD_PROFESSIONAL}'::text[]) AS other (role)
WHERE held.role IN ('TAF_MEMBER', 'LEAD_PROFESSIONAL') AND held.role <> other.role;
INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at)
SELECT gen_random_uuid(), held.account_id, granted.episode_id, held.role, granted.working_relationship, granted.granted_by, granted.starts_at
FROM access.role_holding held JOIN access.access_grant granted ON granted.account_id <> held.account_id
WHERE held.role IN ('TAF_MEMBER', 'LEAD_PROFESSIONAL')
  AND abs(hashtext(concat_ws('/', held.account_id, held.role, granted.id))::bigint) % 60 = 0;
`;

let database: CountyDatabase;
let together: Connection;
let oneByOne: Connection;

beforeAll(async () => {
  database = await countyDatabase();
  await database.owner.script(CROWDED);
  await makeHarder(database.owner, COUNTY_NOW);
  together = connect(database.address, 'policy_desk', { max: 3 });
  oneByOne = {
    ...together,
    run: async <Row extends object>(statement: Statement, signal?: AbortSignal) => {
      const { text, values } = statement;
      const place = values.findIndex((value) => Array.isArray(value) && isId(value[0]));
      if (signal === undefined || place < 0) return together.run<Row>(statement, signal);
      const answers: Row[] = [];
      for (const account of values[place] as readonly string[])
        answers.push(
          ...(await together.run<Row>({ text, values: values.with(place, [account]) }, signal)),
        );
      return answers;
    },
  };
});

afterAll(async () => {
  await together?.close();
  await database?.drop();
});

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-/.test(value);
}

/** What each account answered to each question, those that answered nothing left out. */
async function counted(connection: Connection, draft: readonly object[]): Promise<object> {
  const change = changeBetween(
    live,
    draft.map((rule) => parseRule(rule, dictionary)),
    dictionary,
  );
  const inForce = bindingAgreements(DEFAULT_PARTNERSHIP);
  const run = new ImpactRun(
    { connection, inForce, resources },
    { change, now: COUNTY_NOW, toldTo: null },
  );
  await run.run(new AbortController().signal);
  return Object.fromEntries(
    run
      .counts()
      .map(({ of, accounts }) => [
        [...of.roles, ...of.purposes].join(' '),
        Object.fromEntries([...accounts].filter(([, counts]) => counts.flat().some((n) => n > 0))),
      ]),
  );
}

/** Drafts beside which others read the same tables in the same ways. */
const TAKEN_TOO = [
  'an entry of an episode taken from the team',
  'people taken from the team, what is recorded about them left',
  'ethnicity opened to the team',
];
const drafts = Object.entries(DRAFTS).filter(([name]) => !TAKEN_TOO.includes(name));

test.each(drafts)('asked together as one by one: %s', async (_, draft) => {
  const changed = draft(STORED);
  expect(await counted(together, changed)).toEqual(await counted(oneByOne, changed));
});
