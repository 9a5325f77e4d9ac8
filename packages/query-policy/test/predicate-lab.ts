import type { Connection } from '@postern/database';
import type { Condition, FactTables, OracleRequest, PredicateName } from '@postern/policy';
import { createOracle, evaluate, instantiate, OVERRIDE_ROLE, PREDICATES } from '@postern/policy';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { ReachAnswers, Verdict } from '../src/index.ts';
import { askFacts } from './ask.ts';
import {
  asParent,
  asTeacher,
  CHILD,
  county,
  EPISODE_A,
  EPISODE_B,
  EPISODE_C,
  FAMILY_F,
  grantOnA,
  justificationOnA,
  LONG_AGO,
  PARENT,
  SCHOOL,
  withParent,
} from './county.ts';
import { rule } from './drawn-policy.ts';
import { isOfEpisode } from './released-by.ts';
import { bindingOf, DICTIONARY, oracleRow, RECORDS, TYPES } from './sample-records.ts';
import { storeFacts } from './store-facts.ts';

export const NAMES = Object.keys(PREDICATES) as PredicateName[];

const conditions = new Map<string, readonly [string, Condition][]>();

/** Each predicate by itself, and that it does not hold, beside what ties the asker to an episode. */
export function conditionsFor(
  type: string,
  role: string,
  anchor: string,
): readonly [string, Condition][] {
  const key = [type, role, anchor].join(' ');
  const known = conditions.get(key) ?? conditionsOf(type, role, anchor);
  conditions.set(key, known);
  return known;
}

function conditionsOf(type: string, role: string, anchor: string): readonly [string, Condition][] {
  return NAMES.flatMap((holds) =>
    [{ holds }, { not: { holds } }].flatMap((when) =>
      fieldsOf(type).map((field): [string, Condition] => [
        `${type}.${field} ${JSON.stringify(when)}`,
        instantiate(
          { all: [{ holds: anchor }, when] },
          {
            role,
            effect: 'ALLOW',
            class: 'SPECIAL_CATEGORY:HEALTH',
            coordinate: `${type}.${field}`,
          },
        ),
      ]),
    ),
  );
}

/** A field of each kind, and one that is of the whole family. */
function fieldsOf(type: string): readonly string[] {
  const ofTheWhole = OF_THE_WHOLE.get(type);
  return ofTheWhole === undefined ? ['name'] : ['name', ofTheWhole];
}

const OF_THE_WHOLE: ReadonlyMap<string, string> = new Map([
  ['Episode', 'reason'],
  ['Family', 'address'],
]);

export const ASKERS = [
  [asTeacher, 'TAF_MEMBER', 'grant.live'],
  [asTeacher, OVERRIDE_ROLE, 'grant.live'],
  [asTeacher, 'LEAD_PROFESSIONAL', 'episode.earlier'],
  [asParent, 'FAMILY_MEMBER', 'episode.concernsMe'],
] as const;
/** Nobody is asked about who may read nothing at all; a rule on every type rests on no earlier episode. */
export const LET_IN = ASKERS.filter(([, , holds]) => holds !== 'episode.earlier').map(
  ([, role, holds]) => rule({ role, when: { holds } }),
);
export type Asker = readonly [OracleRequest, string, PredicateName];

/** Every row and condition that holds on it, by the statement. */
export async function predicatesBySql(
  connection: Connection,
  [asker, role, anchor]: Asker,
): Promise<ReadonlySet<string>> {
  const answers = new ReachAnswers();
  const selects = TYPES.map((type) => {
    const verdict = new Verdict(bindingOf(type), answers);
    const held = conditionsFor(type, role, anchor).map(
      ([name, condition]) =>
        sql`CASE WHEN ${verdict.holds(condition)} THEN ${sql.raw(`'${name}'`)} END`,
    );
    return sql`SELECT "sample"."record".id, ARRAY[${sql.join(held, sql`, `)}] AS held
      FROM gate p CROSS JOIN "sample"."record" ${verdict.joins()} WHERE "sample"."record".type = ${sql.raw(`'${type}'`)}`;
  });
  const rows = await askFacts<{ readonly id: string; readonly held: readonly (string | null)[] }>(
    connection,
    sql.join(selects, sql` UNION ALL `),
    asker,
    answers,
  );
  return new Set(rows.flatMap(({ id, held }) => held.map((name) => `${id} ${name}`)));
}

/** The conditions that held on some row. */
export const met = new Set<string>();

/** Asks in a world in which episodes once concerned others, too. */
export async function expectAlike(
  connection: Connection,
  world: FactTables,
  former: FactTables['episodePerson'] = [],
): Promise<void> {
  await storeFacts(connection, world);
  await connection.script('TRUNCATE access.former_episode_person');
  await connection.run({
    text: 'INSERT INTO access.former_episode_person SELECT * FROM unnest($1::uuid[], $2::uuid[])',
    values: [former.map(({ episodeId }) => episodeId), former.map(({ personId }) => personId)],
  });
  const ever = { ...world, episodePerson: [...world.episodePerson, ...former] };
  for (const asker of ASKERS) {
    const found = await predicatesBySql(connection, asker);
    const oracle = createOracle(world, asker[0], LET_IN, DICTIONARY);
    const unlike: string[] = [];
    for (const row of RECORDS.filter(({ id }) => isOfEpisode(id, ever))) {
      const resources = oracle.resources(oracleRow(row));
      for (const [name, condition] of conditionsFor(row.type, asker[1], asker[2])) {
        const holds = resources.some((resource) => evaluate(condition, resource));
        if (found.has(`${row.id} ${name}`) !== holds) unlike.push(`${row.id} ${name} ${holds}`);
        if (holds) met.add(name.slice(name.indexOf(' ') + 1));
      }
    }
    expect(unlike, asker[0].caller.subject).toEqual([]);
  }
}

/** What the teacher took to protect the child, and what it unlocked. */
export const OVERRIDE = {
  ...grantOnA,
  id: '00000000-0000-4000-8000-0000000000f0',
  role: OVERRIDE_ROLE,
  grantedBy: grantOnA.accountId,
  basis: 'OVERRIDE',
  persons: [CHILD],
};
/** A safety restriction towards the asker's agency. */
export const HIDING = {
  protectedPersonId: CHILD,
  familyId: FAMILY_F,
  coordinates: ['Need.name', 'HealthCondition.name', 'Person.name'],
  hiddenFromAgencyId: SCHOOL,
  hiddenFromPersonId: null,
  startsAt: LONG_AGO,
  endsAt: null,
};
/** Two episodes that differ in each thing that is tied to an episode, a person or an agency. */
export const DENSE = withParent(
  county({
    accessGrant: [EPISODE_A, EPISODE_B].map((episodeId) => ({ ...grantOnA, episodeId })),
    episodePerson: [EPISODE_A, EPISODE_B, EPISODE_C].flatMap((episodeId) =>
      [CHILD, PARENT].map((personId) => ({ episodeId, personId })),
    ),
    episode: [
      { id: EPISODE_A, familyId: FAMILY_F, status: 'OPEN' },
      { id: EPISODE_B, familyId: FAMILY_F, status: 'CLOSED' },
      { id: EPISODE_C, familyId: FAMILY_F, status: 'STEPPED_UP' },
    ],
    justification: [justificationOnA],
  }),
);
