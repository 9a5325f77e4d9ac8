import type { Purpose } from '@postern/policy';
import { isPurpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asking, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';
import { ENTITIES } from '../matrix/compare-with-oracle.ts';
import type { RawCounty, RawRow } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { recordModel } from '../oracle/record-model.ts';
import { printed, wholeSelection } from '../oracle/whole-selection.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, contextOf, subgraphsFor } from '../subgraphs-fixture.ts';
import { plantCanaries, plantedIn } from './plant-canaries.ts';
import type { PostgresProxy } from './postgres-proxy.ts';
import { proxyTo } from './postgres-proxy.ts';

const { grace, tom, niamh, owen } = cast.practitioners;
const { okafor, lindqvist } = cast.families;

let database: CountyDatabase;
let proxy: PostgresProxy;
let subgraphs: Subgraphs;
let gate: Gate;
let county: RawCounty;

beforeAll(async () => {
  database = await countyDatabase();
  await plantCanaries(database.owner);
  county = await readCounty(database.owner, COUNTY_NOW);
  proxy = await proxyTo(database.address);
  subgraphs = subgraphsFor(proxy.address, new CountyClock());
  gate = await gateFor(proxy);
});

afterAll(async () => {
  await gate?.close();
  if (subgraphs !== undefined) await closeSubgraphs(subgraphs);
  await proxy?.close();
  await database?.drop();
});

/** Kinds of entries about a person that a team shares without justification. */
const SHARED_IN_TEAM: ReadonlySet<string> = new Set([
  ...['VOICE', 'SAFEGUARDING_CONCERN', 'SAFETY_ALERT', 'GROUP_WORK', 'SOCIAL_CARE_STATUS'],
]);

interface Seen {
  readonly onTheWire: ReadonlySet<string>;
  readonly inTheAnswer: ReadonlySet<string>;
}

/** Asks for every field of every id of the county, or of one type. */
async function askForEverything(who: Asking, only?: string): Promise<Seen> {
  proxy.forget();
  const answers: unknown[] = [];
  for (const [subgraph, type] of ENTITIES.filter(([, each]) => (only ?? each) === each)) {
    const served = subgraphs.get(subgraph);
    const asked = wholeSelection(served?.typeDefs ?? '', type);
    const { data } = (await served?.execute({
      document: `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${printed(asked)} } }`,
      variables: {
        all: county.rows(recordModel(type).table).map(({ id }) => ({ __typename: type, id })),
      },
      context: contextOf(who, purposeOf(who), COUNTY_NOW),
    })) ?? { data: null };
    answers.push(data);
  }
  return {
    onTheWire: plantedIn(proxy.fromServer()),
    inTheAnswer: plantedIn(JSON.stringify(answers)),
  };
}

/** The purpose of the caller's justification, where there is one. */
function purposeOf(who: Asking): Purpose {
  const account = county.facts.account.find(({ subject }) => subject === who.subject);
  const [own] = county.facts.justification.filter(({ accountId }) => accountId === account?.id);
  return own !== undefined && isPurpose(own.purpose) ? own.purpose : 'UNDERSTAND_NEEDS';
}

/** What only the decision needs: the caller's own account, agency, grants and justifications, and the policy's rows. */
function ownFacts(who: Asking): ReadonlySet<string> {
  const account = county.facts.account.find(({ subject }) => subject === who.subject);
  const own = (table: string): readonly unknown[] =>
    county.rowsBy(table, 'accountId', account?.id).map(({ id }) => id);
  return new Set(
    [
      ...[account?.id, account?.agencyId],
      ...[...own('access.access_grant'), ...own('access.justification')],
    ].map(String),
  );
}

const entries = (personId: string, ...kinds: readonly string[]): readonly RawRow[] =>
  county
    .rowsBy('families.person_entry', 'personId', personId)
    .filter(({ kind }) => kinds.includes(String(kind)));

function valuesOf(rows: readonly RawRow[]): readonly string[] {
  return rows.flatMap((row) =>
    ['id', 'label', 'detail', 'status', 'percentage', 'startedOn', 'endedOn'].map((column) =>
      String(row[column]),
    ),
  );
}

describe('a value that may not be seen never leaves the database', () => {
  test.each([grace, tom, niamh, owen])(
    'for $name nothing crosses the wire but what is answered',
    async (who) => {
      const { onTheWire, inTheAnswer } = await askForEverything(who);
      expect(inTheAnswer.size).toBeGreaterThan(100);
      const own = ownFacts(who);
      const beyond = [...onTheWire].filter((value) => !inTheAnswer.has(value) && !own.has(value));
      expect(beyond).toEqual([]);
    },
  );

  test('a team member without justification draws no classed value, no stranger, no closed episode; the names of the family do cross', async () => {
    const { onTheWire } = await askForEverything(grace);
    const chidi = county.rowsBy('families.person', 'id', okafor.persons.chidi.id);
    expect(onTheWire).toContain(String(chidi[0]?.['givenName']));
    const others = county
      .rows('families.person_entry')
      .filter(({ agencyId }) => agencyId !== cast.agencies.fernhollow.id)
      .filter(({ kind }) => !SHARED_IN_TEAM.has(String(kind)));
    expect(valuesOf(others).filter((value) => onTheWire.has(value))).toEqual([]);
    const closed = county.rows('episodes.episode').filter(({ status }) => status === 'CLOSED');
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.filter(({ reference }) => onTheWire.has(String(reference)))).toEqual([]);
    const identifiers = county
      .rows('families.person')
      .flatMap(({ nhsNumber, uniquePupilNumber, nationalInsuranceNumber }) =>
        [nhsNumber, uniquePupilNumber, nationalInsuranceNumber].map(String),
      );
    expect(identifiers.filter((value) => onTheWire.has(value))).toEqual([]);
  });

  test('a justified reader draws the classed values of the persons justified, and of nobody else', async () => {
    const { onTheWire } = await askForEverything(niamh);
    const justified = new Set(
      county
        .rowsBy('access.justification', 'accountId', niamh.id)
        .map(({ personId }) => String(personId)),
    );
    const health = entries(okafor.persons.chidi.id, 'HEALTH_CONDITION').flatMap((row) =>
      ['id', 'label', 'detail', 'startedOn'].map((column) => String(row[column])),
    );
    expect(health.length).toBeGreaterThan(0);
    for (const value of health) expect(onTheWire).toContain(value);
    const others = county
      .rows('families.person_entry')
      .filter(
        ({ personId, agencyId, kind }) =>
          !justified.has(String(personId)) &&
          kind === 'HEALTH_CONDITION' &&
          agencyId !== cast.agencies.marlValley.id,
      );
    expect(others.length).toBeGreaterThan(0);
    expect(valuesOf(others).filter((value) => onTheWire.has(value))).toEqual([]);
  });

  test('an excluded detail stays in the database although its reader has a complete justification', async () => {
    const { onTheWire } = await askForEverything(owen);
    const excluded = county
      .rows('access.exclusion')
      .filter(({ scope, agencyId }) => scope === 'DETAILS' && agencyId === owen.agency.id);
    expect(excluded.length).toBeGreaterThan(0);
    for (const { personId } of excluded) {
      const hidden = valuesOf(entries(String(personId), 'HEALTH_CONDITION'));
      expect(hidden.length).toBeGreaterThan(0);
      expect(hidden.filter((value) => onTheWire.has(value))).toEqual([]);
    }
    const shown = Object.values(lindqvist.persons).flatMap(({ id }) =>
      valuesOf(entries(id, 'HEALTH_CONDITION')),
    );
    expect(shown.filter((value) => onTheWire.has(value)).length).toBeGreaterThan(0);
  });

  test('a statement that was compiled before the family withheld anything draws nothing that it withholds now', async () => {
    const health = valuesOf(entries(okafor.persons.chidi.id, 'HEALTH_CONDITION'));
    const warm = await askForEverything(niamh, 'Person');
    expect(health.some((value) => warm.onTheWire.has(value))).toBe(true);
    const id = '00000000-0000-4000-8000-000000000003';
    await database.owner.run({
      text: `INSERT INTO access.exclusion VALUES ($1, $2, $3, 'DETAILS', '{Person.healthConditions}', $4, $5, NULL)`,
      values: [
        id,
        okafor.episodes.current.id,
        niamh.agency.id,
        okafor.persons.chidi.id,
        COUNTY_NOW.toISOString(),
      ],
    });
    try {
      const { onTheWire } = await askForEverything(niamh, 'Person');
      expect(health.filter((value) => onTheWire.has(value))).toEqual([]);
    } finally {
      await database.owner.run({
        text: 'DELETE FROM access.exclusion WHERE id = $1',
        values: [id],
      });
    }
  });

  test('through the gateway a withheld value is as little on the wire, and a filter on what is withheld finds nothing by it', async () => {
    proxy.forget();
    const answer = await gate.ask(
      grace,
      `{ episodes(first: 100) { totalCount edges { node { reference reason needs { description }
          family { reference members { givenName nhsNumber ethnicity healthConditions { name detail } convictions { offence } } } } } } }`,
    );
    expect(answer.status).toBe(200);
    const onTheWire = plantedIn(proxy.fromServer());
    const inTheAnswer = plantedIn(answer.text);
    expect(inTheAnswer.size).toBeGreaterThan(50);
    const canaries = [...onTheWire].filter((value) => value.startsWith('canary-'));
    expect(canaries.filter((value) => !inTheAnswer.has(value))).toEqual([]);
  });
});
