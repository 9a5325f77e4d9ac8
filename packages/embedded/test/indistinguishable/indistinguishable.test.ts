import { cast, sampleAccounts } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Asking, CountyDatabase, Gate, Manner } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { ExpectedAnswer, oracleRow } from '../oracle/expected-answer.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';

const { grace, tom, callum, owen } = cast.practitioners;
const { okafor } = cast.families;

const ONE = `query One($reference: String!) { episode(reference: $reference) { id reference status reason
  needs { description concerns { id givenName } } family { id reference members { givenName healthConditions { name } } }
  team { name } withheld { coordinate code } } }`;
const EVERYTHING = `{ me { name } episodes(first: 100) { totalCount pageInfo { hasNextPage hasPreviousPage } edges { node {
  id reference status levelOfNeed openedOn reason withheld { coordinate code clause }
  needs { description } plan { objective actions { goal } } meetings { minutes attendees } assessment { reasons }
  leadProfessional { name } team { name } grants { role }
  family { id reference address agreement { status } households { name addresses { line } members { id } }
    members { id givenName ethnicity religion nhsNumber disabilities { name } healthConditions { id name detail } mentalHealth { summary }
      convictions { offence } attendance { period } housing { circumstance } withheld { coordinate code } } }
} } } }`;

let database: CountyDatabase;
let gate: Gate;
let county: RawCounty;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
  county = await readCounty(database.owner, COUNTY_NOW);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

/** Everything of an answer but the moment it was given. */
function bytesOf({ status, text, headers }: Answer): unknown {
  // Two questions that the schema refuses would be answered alike too.
  expect(text).not.toContain('GRAPHQL_VALIDATION_FAILED');
  const { date: _, ...others } = headers;
  return { status, text, headers: others };
}

/** Asks the same of a county that differs by some statements. */
async function elsewhere(changes: string, ask: (there: Gate) => Promise<Answer>): Promise<unknown> {
  const other = await countyDatabase();
  const there = await gateFor(other);
  try {
    await other.owner.script(changes);
    return bytesOf(await ask(there));
  } finally {
    await there.close();
    await other.drop();
  }
}

describe('a record that one may not see is as one that does not exist', () => {
  test.each(sampleAccounts.map((account) => [account.name, account] as const))(
    '%s',
    async (_, account) => {
      const expected = new ExpectedAnswer(
        county,
        { subject: account.subject, purpose: 'UNDERSTAND_NEEDS', now: COUNTY_NOW },
        { ownTypes: new Set() },
      );
      const hidden = county
        .rows('episodes.episode')
        .filter((row) => !expected.oracle.visible('Episode', oracleRow('Episode', row)))
        .map(({ reference }) => String(reference));
      const visible = county.rows('episodes.episode').length - hidden.length;
      if (expected.oracle.refusal() === null) expect(hidden.length).toBeGreaterThan(visible);
      const absent = bytesOf(await one(account, 'EH-999999'));
      // The cast's hard cases come first in the county.
      for (const reference of hidden.toSorted().slice(0, 12))
        expect(bytesOf(await one(account, reference)), reference).toEqual(absent);
    },
  );

  function one(who: Asking, reference: string): Promise<Answer> {
    return gate.ask(who, ONE, { variables: { reference } });
  }

  test('the comparison is not of two blanks: what one may see answers otherwise', async () => {
    const { reference } = okafor.episodes.current;
    expect((await one(grace, reference)).body.data.episode.reference).toBe(reference);
    expect((await one(callum, reference)).body.data.episode).toBeNull();
  });
});

describe('a worker whose agency the family keeps out sees what one without a grant sees', () => {
  test.each(['UNDERSTAND_NEEDS', 'SAFEGUARDING'] as const)('for %s', async (purpose) => {
    const ask = (at: Gate): Promise<Answer> => at.ask(callum, EVERYTHING, { purpose });
    const here = bytesOf(await ask(gate));
    const withoutGrant = await elsewhere(
      `DELETE FROM access.access_grant USING access.account a, access.episode e
        WHERE a.id = access_grant.account_id AND a.subject = '${callum.subject}' AND e.id = access_grant.episode_id AND e.family_id = '${okafor.id}'`,
      ask,
    );
    expect(here).toEqual(withoutGrant);
  });

  test('and would see the family if it were not kept out', async () => {
    const { text } = (await elsewhere(
      `DELETE FROM access.exclusion WHERE scope = 'WHOLE_AGENCY'`,
      (at) => at.ask(callum, EVERYTHING),
    )) as { text: string };
    expect(text).toContain(okafor.reference);
  });
});

describe('a detail that the family withholds is as one that nobody recorded', () => {
  const ask = (at: Gate): Promise<Answer> => at.ask(owen, EVERYTHING, { purpose: purposeOfOwen() });
  const purposeOfOwen = (): NonNullable<Manner['purpose']> => {
    const [own] = county.rowsBy('access.justification', 'accountId', accountId(owen));
    return own?.['purpose'] as NonNullable<Manner['purpose']>;
  };
  const accountId = (who: Asking): string | undefined =>
    county.facts.account.find(({ subject }) => subject === who.subject)?.id;
  const WITHHELD = `person_id IN (SELECT person_id FROM access.exclusion WHERE scope = 'DETAILS' AND agency_id = '${owen.agency.id}') AND kind = 'HEALTH_CONDITION'`;

  test('with the entries deleted the justified reader is answered the same, byte for byte', async () => {
    expect(await elsewhere(`DELETE FROM families.person_entry WHERE ${WITHHELD}`, ask)).toEqual(
      bytesOf(await ask(gate)),
    );
  });

  test('with neither entries nor exclusion ever recorded too', async () => {
    const never = `DELETE FROM families.person_entry WHERE ${WITHHELD};
      DELETE FROM access.exclusion WHERE scope = 'DETAILS' AND agency_id = '${owen.agency.id}'`;
    expect(await elsewhere(never, ask)).toEqual(bytesOf(await ask(gate)));
  });

  test('and without the exclusion the entries are there', async () => {
    const lifted = `DELETE FROM access.exclusion WHERE scope = 'DETAILS'`;
    expect(await elsewhere(lifted, ask)).not.toEqual(bytesOf(await ask(gate)));
  });
});

describe('counts, pages and filters know only what one may see', () => {
  test('hidden episodes are in no total, and a filter that only they meet finds what an impossible one finds', async () => {
    const total = async (who: Asking, filter: string): Promise<Answer> =>
      gate.ask(
        who,
        `{ episodes(filter: ${filter}) { totalCount edges { node { id } } pageInfo { hasNextPage } } }`,
      );
    const closed = county.rows('episodes.episode').filter(({ status }) => status === 'CLOSED');
    expect(closed.length).toBeGreaterThan(0);
    expect(bytesOf(await total(grace, '{ status: [CLOSED] }'))).toEqual(
      bytesOf(await total(grace, '{ openedFrom: "2999-01-01" }')),
    );
    const { body } = await gate.ask(
      grace,
      '{ episodes(first: 100) { totalCount edges { node { id } } } }',
    );
    expect(body.data.episodes.totalCount).toBe(body.data.episodes.edges.length);
  });

  test.each([
    [
      'the date by which episodes are ordered and paged',
      'openedOn',
      `opened_on = '2026-06-16'`,
      'first: 3',
    ],
    [
      'a date that is filtered by',
      'openedOn',
      `opened_on = '2001-01-01'`,
      'first: 100, filter: { openedTo: "2002-01-01" }',
    ],
    [
      'a level that is filtered by',
      'levelOfNeed',
      'level_of_need = 4',
      'first: 100, filter: { levelOfNeed: [4] }',
    ],
    [
      'a status that is filtered by',
      'status',
      `status = 'REOPENED'`,
      'first: 100, filter: { status: [REOPENED] }',
    ],
  ])('%s, withheld by the family, can be anything', async (_, field, change, args) => {
    const { id } = okafor.episodes.current;
    const withheld = `INSERT INTO access.exclusion VALUES (gen_random_uuid(), '${id}', '${grace.agency.id}', 'DETAILS',
      '{Episode.${field}}', NULL, '${COUNTY_NOW.toISOString()}', NULL);`;
    const changed = `ALTER TABLE episodes.episode DISABLE TRIGGER USER; UPDATE episodes.episode SET ${change} WHERE id = '${id}';`;
    const ask = (at: Gate): Promise<Answer> =>
      at.ask(
        grace,
        `{ episodes(${args}) { totalCount pageInfo { hasNextPage } edges { node { reference } } } }`,
      );
    const asWas = await elsewhere(withheld, ask);
    expect(await elsewhere(`${withheld} ${changed}`, ask)).toEqual(asWas);
    // Not withheld, the change shows.
    expect(await elsewhere(changed, ask)).not.toEqual(bytesOf(await ask(gate)));
  });

  const PAGE = `query Page($after: String) { episodes(first: 3, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { reference } } } }`;

  test("another caller's cursor is as one that nobody was given", async () => {
    const { body } = await gate.ask(tom, PAGE);
    const after = body.data.episodes.pageInfo.endCursor as string;
    expect((await gate.ask(tom, PAGE, { variables: { after } })).status).toBe(200);
    const stolen = await gate.ask(grace, PAGE, { variables: { after } });
    const forged = `${after.slice(0, -4)}AAAA`;
    expect(bytesOf(stolen)).toEqual(
      bytesOf(await gate.ask(grace, PAGE, { variables: { after: forged } })),
    );
    expect(stolen.body.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
  });

  test('a cursor at a record that one has lost still only tells the place to go on from', async () => {
    const own = await countyDatabase();
    const there = await gateFor(own);
    try {
      const before = await there.ask(
        grace,
        `{ episodes(first: 100) { edges { cursor node { id reference } } } }`,
      );
      const edges: { cursor: string; node: { id: string; reference: string } }[] =
        before.body.data.episodes.edges;
      const lost = edges[2];
      await own.owner.run({
        text: `UPDATE access.access_grant SET revoked_at = $1 WHERE episode_id = $2`,
        values: [COUNTY_NOW.toISOString(), lost?.node.id],
      });
      const after = await there.ask(grace, PAGE, { variables: { after: lost?.cursor } });
      const shown = after.body.data.episodes.edges.map(
        (edge: { node: { reference: string } }) => edge.node.reference,
      );
      expect(shown).toEqual(edges.slice(3, 6).map(({ node }) => node.reference));
      expect(after.body.data.episodes.totalCount).toBe(edges.length - 1);
    } finally {
      await there.close();
      await own.drop();
    }
  });
});
