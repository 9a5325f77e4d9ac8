import { createHash } from 'node:crypto';
import { Fault } from '@postern/errors';
import type { Ledger } from '@postern/ledger';
import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import type { Tally } from '../oracle/expected-answer.ts';
import { ExpectedAnswer } from '../oracle/expected-answer.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { OWN_TYPES } from '../oracle/record-model.ts';
import { plantCanaries, plantedIn } from '../wire/plant-canaries.ts';
import { recordedBy } from './ledger-rows.ts';
import { EPISODE_WITH_FAMILY, FAMILY, QUERY } from './tour-query.ts';

const { grace, niamh, tom, callum } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;
const PURPOSE: Purpose = 'COORDINATE_SUPPORT';

let database: CountyDatabase;
let gate: Gate;

beforeAll(async () => {
  database = await countyDatabase();
  await database.owner.script(
    `DELETE FROM access.justification WHERE account_id = '${niamh.id}' AND purpose <> '${PURPOSE}'`,
  );
  gate = await gateFor(database);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

const tour = (at: Gate, who: { readonly subject: string }): ReturnType<Gate['ask']> =>
  at.ask(who, QUERY, { purpose: PURPOSE, variables: { reference: episode.reference } });

/** What of this answer was released, from raw tables and CASL. */
async function dueCoordinates(subject: string): Promise<Readonly<Record<string, number>>> {
  const county = await readCounty(database.owner, COUNTY_NOW);
  const request = { subject, purpose: PURPOSE, now: COUNTY_NOW };
  const tallies: [string, Tally][] = [];
  const parts = [
    { subgraph: 'episodes', type: 'Episode', table: 'episodes.episode', id: episode.id },
    { subgraph: 'families', type: 'Family', table: 'families.family', id: okafor.id },
  ];
  for (const { subgraph, type, table, id } of parts) {
    const ownTypes = OWN_TYPES[subgraph] ?? new Set();
    const expected = new ExpectedAnswer(county, request, { ownTypes });
    const [row] = county.rowsBy(table, 'id', id);
    expected.record(type, row ?? {}, type === 'Family' ? FAMILY : EPISODE_WITH_FAMILY);
    tallies.push(...expected.tally);
  }
  return Object.fromEntries(
    tallies
      .filter(([coordinate, { released }]) => released > 0 && !coordinate.endsWith('.id'))
      .map(([coordinate, { released }]) => [coordinate, released]),
  );
}

describe('a release is on the ledger once, and says who, what for and about whom', () => {
  test('a justified reader of one family', async () => {
    const answers: Awaited<ReturnType<typeof tour>>[] = [];
    const rows = await recordedBy(database.owner, async () =>
      answers.push(await tour(gate, niamh)),
    );
    const members: { healthConditions: unknown[] | null }[] =
      answers[0]?.body.data.episode.family.members ?? [];
    expect(members.some(({ healthConditions }) => (healthConditions ?? []).length > 0)).toBe(true);
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row).toMatchObject({
      account_id: niamh.id,
      agency_id: niamh.agency.id,
      contract: 'records',
      purpose: PURPOSE,
      policy_versions: [1],
      operation_name: 'Tour',
      families: [okafor.id],
      episodes: [episode.id],
      grants: [episode.grants.niamh],
    });
    expect(row?.operation_hash).toBe(createHash('sha256').update(QUERY).digest('hex'));
    const justifications = await database.owner.run<{ id: string }>({
      text: 'SELECT id FROM access.justification WHERE account_id = $1 AND episode_id = $2',
      values: [niamh.id, episode.id],
    });
    expect(row?.justifications).toEqual(justifications.map(({ id }) => id));
    const persons = await database.owner.run<{ id: string }>({
      text: 'SELECT person_id AS id FROM families.family_member WHERE family_id = $1 AND ended_on IS NULL ORDER BY 1',
      values: [okafor.id],
    });
    expect(row?.persons.toSorted()).toEqual(persons.map(({ id }) => id));
    expect(row?.coordinates).toEqual(await dueCoordinates(niamh.subject));
    expect(Object.keys(row?.coordinates ?? {})).toContain('HealthCondition.detail');
    expect(Object.keys(row?.coordinates ?? {})).not.toContain('Conviction.offence');
  });

  test('a reader without justification relies on none, and classed fields are not among what was released', async () => {
    const [row] = await recordedBy(database.owner, () => tour(gate, grace));
    expect(row).toMatchObject({
      account_id: grace.id,
      justifications: [],
      grants: [episode.grants.grace],
    });
    expect(row?.coordinates).toEqual(await dueCoordinates(grace.subject));
  });

  test('an id that was asked for is among what was released, once for each record', async () => {
    const [row] = await recordedBy(database.owner, () =>
      gate.ask(
        grace,
        `{ episode(reference: "${episode.reference}") { id team { name } family { id members { id } households { members { id } } } } }`,
      ),
    );
    expect(row?.coordinates['Episode.id']).toBe(1);
    expect(row?.coordinates['Family.id']).toBe(1);
    expect(row?.coordinates['Person.id']).toBe(row?.persons.length);
  });

  test('a justification in an episode that is closed opened nothing, and is not said to have', async () => {
    const own = await countyDatabase();
    // The family comes back: a second, open episode with the same people and colleague, without a justification.
    const again = '00000000-0000-4000-8000-000000000011';
    await own.owner.script(
      `UPDATE episodes.episode SET status = 'CLOSED' WHERE id = '${episode.id}';
       INSERT INTO episodes.episode SELECT '${again}', 'EH-009999', family_id, 'OPEN', level_of_need, opened_on, NULL, reason, NULL, allocated_agency_id FROM episodes.episode WHERE id = '${episode.id}';
       INSERT INTO episodes.episode_person SELECT '${again}', person_id FROM episodes.episode_person WHERE episode_id = '${episode.id}';
       INSERT INTO access.family_agreement SELECT '00000000-0000-4000-8000-000000000012', '${again}', state, basis_when_no_agreement, signed_at, withdrawn_at FROM access.family_agreement WHERE episode_id = '${episode.id}' AND state LIKE 'SIGNED%' LIMIT 1;
       INSERT INTO access.access_grant SELECT '00000000-0000-4000-8000-000000000013', account_id, '${again}', role, working_relationship, granted_by, starts_at, ends_at, suspended_at, revoked_at, revoked_cause FROM access.access_grant WHERE id = '${episode.grants.niamh}'`,
    );
    const there = await gateFor(own);
    try {
      const [row] = await recordedBy(own.owner, async () => {
        const { body } = await there.ask(niamh, QUERY, {
          purpose: PURPOSE,
          variables: { reference: 'EH-009999' },
        });
        const members: { healthConditions: unknown[] | null }[] = body.data.episode.family.members;
        expect(members.every(({ healthConditions }) => healthConditions === null)).toBe(true);
      });
      expect(row?.grants).toEqual(['00000000-0000-4000-8000-000000000013']);
      expect(row?.justifications).toEqual([]);
    } finally {
      await there.close();
      await own.drop();
    }
  });

  test('who works with whom rests on no grant', async () => {
    const [row] = await recordedBy(database.owner, () => gate.ask(tom, '{ me { id name } }'));
    expect(row).toMatchObject({
      account_id: tom.id,
      grants: [],
      persons: [],
      coordinates: { 'Practitioner.id': 1 },
    });
  });

  test('three answers are three rows, also of the same question', async () => {
    const rows = await recordedBy(database.owner, () =>
      Promise.all([tour(gate, grace), tour(gate, grace), tour(gate, tom)]),
    );
    expect(rows.map(({ account_id }) => account_id).toSorted()).toEqual(
      [grace.id, grace.id, tom.id].toSorted(),
    );
  });
});

describe('what releases nothing personal is not on the ledger', () => {
  test.each([
    ['the public register', '{ agencies { name kind } }'],
    ['names of staff', '{ me { name jobTitle agency { name } } }'],
    ['type names', '{ __typename }'],
    ['a record that is not there', '{ episode(reference: "EH-999999") { reference } }'],
    [
      'an empty list',
      '{ episodes(filter: { openedFrom: "2999-01-01" }) { totalCount edges { node { reference } } } }',
    ],
  ])('%s', async (_, query) => {
    expect(await recordedBy(database.owner, () => gate.ask(grace, query))).toEqual([]);
  });

  test('a record that one may not see, and a refused request', async () => {
    expect(await recordedBy(database.owner, () => tour(gate, callum))).toEqual([]);
    expect(
      await recordedBy(database.owner, () =>
        gate.ask(grace, QUERY, { multiFactor: false, variables: { reference: episode.reference } }),
      ),
    ).toEqual([]);
  });
});

describe('nothing leaves before it is on the ledger', () => {
  test('the answer waits for the commit', async () => {
    const asked = Promise.withResolvers<void>();
    const committed = Promise.withResolvers<void>();
    const ledger: Ledger = {
      record: () => {
        asked.resolve();
        return committed.promise;
      },
      close: async () => {},
    };
    const waiting = await gateFor(database, { ledger });
    try {
      let isAnswered = false;
      const answering = tour(waiting, grace).then((answer) => {
        isAnswered = true;
        return answer;
      });
      await asked.promise;
      // A whole other question is answered meanwhile, over the same way.
      expect((await waiting.ask(grace, '{ agencies { name } }')).status).toBe(200);
      expect(isAnswered).toBe(false);
      committed.resolve();
      expect((await answering).status).toBe(200);
    } finally {
      await waiting.close();
    }
  });

  test('a ledger that fails leaves no data', async () => {
    const failing = await gateFor(database, {
      ledger: {
        record: () => Promise.reject(new Fault('LEDGER_UNAVAILABLE')),
        close: async () => {},
      },
    });
    try {
      const answer = await tour(failing, grace);
      expect(answer.status).toBe(503);
      expect(answer.body.data ?? null).toBeNull();
      expect(answer.body.errors?.[0]?.extensions['code']).toBe('LEDGER_UNAVAILABLE');
      expect(answer.text).not.toContain(okafor.persons.chidi.givenName);
      expect(answer.body.extensions ?? {}).toEqual({});
    } finally {
      await failing.close();
    }
  });

  test('a ledger table that takes nothing leaves no data', async () => {
    const own = await countyDatabase();
    const there = await gateFor(own);
    try {
      expect((await tour(there, grace)).status).toBe(200);
      await own.owner.script(
        'ALTER TABLE ledger.release ADD CONSTRAINT shut CHECK (false) NOT VALID',
      );
      const answer = await tour(there, grace);
      expect(answer.status).toBe(503);
      expect(answer.body.data ?? null).toBeNull();
      expect((await there.ask(grace, '{ agencies { name } }')).status).toBe(200);
    } finally {
      await there.close();
      await own.drop();
    }
  });
});

test('the ledger never holds a value', async () => {
  const own = await countyDatabase();
  await plantCanaries(own.owner);
  const there = await gateFor(own);
  try {
    const reference = await own.owner.run<{ reference: string }>({
      text: 'SELECT reference FROM episodes.episode WHERE id = $1',
      values: [episode.id],
    });
    for (const who of [grace, niamh, tom]) {
      const answer = await there.ask(who, QUERY, {
        purpose: PURPOSE,
        variables: { reference: reference[0]?.reference },
      });
      expect([...plantedIn(answer.text)].length).toBeGreaterThan(5);
    }
    const [kept] = await own.owner.run<{ text: string }>({
      text: 'SELECT string_agg(r::text, chr(10)) AS text FROM ledger.release r',
      values: [],
    });
    expect(kept?.text.split('\n')).toHaveLength(3);
    const values = [...plantedIn(kept?.text ?? '')].filter((value) => !/^[0-9a-f]{8}-/.test(value));
    expect(values).toEqual([]);
  } finally {
    await there.close();
    await own.drop();
  }
});
