import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccessGrantFact, FactTables, OracleRow, ProofScope, Rule } from '../../src/index.ts';
import { createOracle, OVERRIDE_ROLE, PRECONDITIONS, prove } from '../../src/index.ts';
import { facts } from '../random-facts.ts';
import { storedPolicy } from '../random-policy.ts';
import {
  asTeacher,
  child,
  healthCondition,
  NOW,
  parent,
  planAction,
  rowOfEpisodeA,
  rowOfEpisodeB,
} from '../small-county.ts';
import { dictionary } from '../small-dictionary.ts';
import { rule, unanchored } from '../stored-rule.ts';

const SCOPE: ProofScope = {
  administrators: { roles: [], types: [] },
  reporting: { roles: [], types: [] },
  handPicked: [],
  overrides: {
    purposes: ['SAFEGUARDING'],
    outlines: ['Episode', 'Person', 'HealthCondition'],
    records: ['PlanAction'],
  },
  preconditions: PRECONDITIONS,
  titleOf: (role) => role,
};
const tonight = { ...asTeacher, purpose: 'SAFEGUARDING' } as const;
const ROWS: readonly OracleRow[] = [
  child,
  parent,
  rowOfEpisodeA,
  rowOfEpisodeB,
  healthCondition('h1'),
  healthCondition('h2', { personId: 'parent', entryEpisodeId: 'episode-b' }),
  planAction(['child']),
  planAction(['child', 'parent'], { episodeId: 'episode-b' }),
].map((row) => ({ ...row, attributes: { ...row.attributes, kind: 'a', rating: 1 } }));

const about = (found: ReturnType<typeof prove>) =>
  found.filter(({ obligation }) => obligation === 'overrides-open-what-they-name');

/** Facts in which the teacher has nothing but overrides, of whatever time, episode and persons. */
const world = fc
  .tuple(
    facts,
    fc.array(fc.constantFrom<readonly string[]>(['child'], ['parent'], ['child', 'parent'], []), {
      minLength: 3,
      maxLength: 3,
    }),
  )
  .map(
    ([tables, persons]): FactTables => ({
      ...tables,
      accessGrant: tables.accessGrant.map((grant, at) => ({
        ...grant,
        id: `override-${at}`,
        role: OVERRIDE_ROLE,
        basis: 'OVERRIDE',
        persons: persons[at] ?? [],
      })),
    }),
  );

/** Told again from what an override is: whose, from when until when, not ended before, of whom in which episode. */
function names(
  grant: AccessGrantFact,
  { about: { episodeId, entryEpisodeId, personId } }: OracleRow,
  { episodePerson }: FactTables,
): boolean {
  const ends = [grant.endsAt, grant.suspendedAt, grant.revokedAt, grant.confirmBy];
  if (grant.accountId !== 'teacher' || grant.startsAt > NOW) return false;
  if (ends.some((end) => end !== null && end <= NOW)) return false;
  if (personId === undefined || personId === null) return grant.episodeId === episodeId;
  const isInEpisode = episodePerson.some(
    (one) => one.episodeId === grant.episodeId && one.personId === personId,
  );
  return (
    isInEpisode &&
    grant.persons?.includes(personId) === true &&
    (entryEpisodeId ?? grant.episodeId) === grant.episodeId
  );
}

test('where it is proved, whoever has nothing but overrides reads what a live one of theirs names, and by no rule of another role', () => {
  const seen = { released: 0, proved: 0 };
  const policies = fc.tuple(storedPolicy, fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(policies, fc.array(world, { minLength: 3, maxLength: 3 }), (drawn, worlds) => {
      const [bodies, ofOverride, asks] = drawn;
      const rules: readonly Rule[] = bodies.map((body) =>
        unanchored({
          ...body,
          ...(ofOverride ? { role: OVERRIDE_ROLE, purposes: ['SAFEGUARDING'] } : {}),
          ...(asks ? { when: { all: [{ holds: 'grant.live' }, body['when']] } } : {}),
        }),
      );
      const let_in = rule({ role: OVERRIDE_ROLE, fields: ['id'], purposes: ['SAFEGUARDING'] });
      if (about(prove([...rules, let_in], dictionary, SCOPE)).length > 0) return;
      seen.proved += 1;
      for (const tables of worlds) {
        const oracle = createOracle(tables, tonight, [...rules, let_in], dictionary);
        // What asks for no access at all is read without an override, too, and is for another proof.
        const without = createOracle(
          { ...tables, accessGrant: [] },
          tonight,
          [...rules, let_in],
          dictionary,
        );
        for (const row of ROWS)
          for (const field of dictionary.get(row.type)?.keys() ?? [])
            if (oracle.released(row.type, field, row) && !without.released(row.type, field, row)) {
              seen.released += 1;
              expect(tables.accessGrant.some((grant) => names(grant, row, tables))).toBe(true);
            }
      }
    }),
    { numRuns: 200 },
  );
  expect(seen.proved).toBeGreaterThan(20);
  expect(seen.released).toBeGreaterThan(20);
});

describe('it is found', () => {
  const own = { role: OVERRIDE_ROLE, purposes: ['SAFEGUARDING'] };
  const named = { all: [{ holds: 'grant.live' }, { holds: 'justification.covers' }] };

  test.each<[string, Record<string, unknown>]>([
    ['without a live override', { ...own, when: { holds: 'episode.open' } }],
    ['for another purpose', { ...own, purposes: ['SAFEGUARDING', 'COORDINATE_SUPPORT'] }],
    ['of a type of which nobody can be named', { ...own, resource: 'Exclusion', fields: ['id'] }],
    [
      'of several persons, whom nothing asks for',
      { ...own, resource: 'PlanAction', fields: ['text'] },
    ],
    ['in another role', { when: { holds: 'override.live' } }],
    ['in every role', { role: '*', when: { holds: 'override.live' } }],
  ])('%s', (_name, changes) => {
    const beside = rule({ name: 'beside', resource: 'Referral', fields: ['id'] });
    expect(about(prove([rule(changes), beside], dictionary, SCOPE))).toMatchObject([
      { roles: [changes['role'] ?? 'TAF_MEMBER'], rules: [{ name: 'names-for-the-team' }] },
    ]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['what a live override names', own],
    [
      'a record of several, all of them named',
      { ...own, resource: 'PlanAction', fields: ['text'], when: named },
    ],
    ['access in another role', {}],
    [
      'one’s own',
      { ...own, resource: 'Exclusion', fields: ['id'], when: { holds: 'account.self' } },
    ],
  ])('not for %s', (_name, changes) => {
    expect(about(prove([rule(changes)], dictionary, SCOPE))).toEqual([]);
  });
});
