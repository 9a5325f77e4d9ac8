import { isRefusal } from '@postern/errors';
import type { Purpose } from '@postern/policy';
import { expect } from 'vitest';
import { recordTypes, wholeDictionary } from '../../src/stack/blueprints.ts';
import type { Asking } from '../county-fixture.ts';
import { canonical } from '../oracle/canonical.ts';
import type { Tally } from '../oracle/expected-answer.ts';
import { ExpectedAnswer } from '../oracle/expected-answer.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { OWN_TYPES, recordModel } from '../oracle/record-model.ts';
import { printed, wholeSelection } from '../oracle/whole-selection.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { contextOf } from '../subgraphs-fixture.ts';
import { rolesOf } from './callers.ts';

/** Every type that can be asked for by id, and where. */
export const ENTITIES = [
  ['families', 'Family'],
  ['families', 'Person'],
  ['episodes', 'Episode'],
  ['partners', 'Episode'],
  ['partners', 'Practitioner'],
  ['partners', 'Agency'],
] as const;

const dictionary = wholeDictionary();
const RECORD_TYPES = recordTypes();
const EVERYTHING: ReadonlySet<string> = new Set(
  [...dictionary].flatMap(([type, fields]) =>
    [...fields.keys()].map((field) => `${type}.${field}`),
  ),
);

/** One caller with one purpose, at one moment, over the whole county. */
export interface MatrixRequest {
  readonly who: Asking;
  readonly purpose: Purpose;
  readonly now: Date;
}

/** What the matrix saw of one request; null where it was refused. */
export type Seen = ReadonlyMap<string, Tally> | null;

/** Whether any role of the caller's reads records; the oracle knows both contracts as one. */
function isServedHere(county: RawCounty, { subject }: Asking, now: Date): boolean {
  const roles = rolesOf(county, subject, now);
  return county.rules.some(
    (rule) =>
      rule.action === 'read' &&
      rule.effect === 'ALLOW' &&
      roles.includes(rule.role) &&
      RECORD_TYPES.has(rule.resource),
  );
}

/** Asks every subgraph for every id of the county and every field, and holds the answer against CASL on raw tables. */
export async function compareWithOracle(
  request: MatrixRequest,
  county: RawCounty,
  subgraphs: Subgraphs,
): Promise<Seen> {
  const { who, purpose, now } = request;
  const name = `${who.subject} for ${purpose}`;
  const seen = new Map<string, Tally>();
  const { oracle } = new ExpectedAnswer(county, { ...who, purpose, now }, { ownTypes: new Set() });
  for (const [subgraph, type] of ENTITIES) {
    const ownTypes = OWN_TYPES[subgraph] ?? new Set();
    const expected = new ExpectedAnswer(county, { ...who, purpose, now }, { ownTypes, oracle });
    const served = subgraphs.get(subgraph);
    if (served === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    const asked = wholeSelection(served.typeDefs, type);
    const rows = county.rows(recordModel(type).table);
    const context = contextOf(who, purpose, now);
    const answering = served.execute({
      document: `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${printed(asked)} } }`,
      variables: { all: rows.map(({ id }) => ({ __typename: type, id })) },
      context,
    });
    const refusal =
      oracle.refusal() ?? (isServedHere(county, who, now) ? null : 'CONTRACT_NOT_PERMITTED');
    if (refusal !== null) {
      // A subgraph that serves none of the caller's roles says so before it weighs the purpose.
      const alternatives =
        refusal === 'PURPOSE_NOT_PERMITTED' ? [refusal, 'CONTRACT_NOT_PERMITTED'] : [refusal];
      expect(await refusalOf(answering), name).toBeOneOf(alternatives);
      expect(context.manifest.summarise(EVERYTHING), name).toBeNull();
      continue;
    }
    const entities = (await answering).data?.['_entities'] as readonly unknown[];
    expect(entities).toHaveLength(rows.length);
    rows.forEach((row, index) => {
      const due = canonical(expected.record(type, row, asked));
      const given = canonical(entities[index]);
      // Comparing texts first: a deep comparison of every record would take most of the time.
      if (JSON.stringify(given) !== JSON.stringify(due))
        expect(given, `${name}: ${subgraph} ${type} ${String(row['id'])}`).toEqual(due);
    });
    const told = new Map(context.manifest.notices().map((each) => [each.coordinate, each.count]));
    expect(Object.fromEntries(told), `${name}: ${type}, what is told`).toEqual(
      counts(expected, ({ told: times }) => times),
    );
    expect(
      context.manifest.summarise(EVERYTHING)?.coordinates ?? {},
      `${name}: ${type}, the manifest`,
    ).toEqual(isPersonal(expected) ? counts(expected, ({ released }) => released) : {});
    addAll(seen, expected);
  }
  return oracle.refusal() === null ? seen : null;
}

async function refusalOf(answering: Promise<unknown>): Promise<string> {
  try {
    await answering;
  } catch (refused) {
    if (isRefusal(refused)) return refused.code;
    throw refused;
  }
  return 'NOT_REFUSED';
}

function counts(
  expected: ExpectedAnswer,
  of: (tally: Tally) => number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...expected.tally]
      .map(([coordinate, tally]): [string, number] => [coordinate, of(tally)])
      .filter(([, times]) => times > 0),
  );
}

function isPersonal(expected: ExpectedAnswer): boolean {
  return [...expected.tally].some(([coordinate, { released }]) => {
    const [type = '', field = ''] = coordinate.split('.');
    const dataClass = dictionary.get(type)?.get(field);
    return released > 0 && dataClass !== 'PUBLIC' && dataClass !== 'WORKFORCE';
  });
}

function addAll(into: Map<string, Tally>, { tally }: ExpectedAnswer): void {
  for (const [coordinate, { asked, released, valued, told }] of tally) {
    const sum = into.get(coordinate) ?? { asked: 0, released: 0, valued: 0, told: 0 };
    into.set(coordinate, {
      asked: sum.asked + asked,
      released: sum.released + released,
      valued: sum.valued + valued,
      told: sum.told + told,
    });
  }
}
