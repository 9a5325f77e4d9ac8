import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const IMPACT = 'packages/subgraph-kit/src/impact';
const QUERY_POLICY = 'packages/query-policy/src';
const TOGETHER = ['packages/embedded/test/policy/impact-together.test.ts'];
const COUNTED = [...TOGETHER, 'packages/embedded/test/policy/impact.test.ts'];
const TOLD = ['packages/subgraph-kit/test/told-impact.test.ts'];

/** What a preview counts of many accounts at once, and what of it is told to whom. */
export const IMPACT_AREA: MutantArea = {
  name: 'impact',
  mutants: [
    ...mutantsOf(`${QUERY_POLICY}/facts/whose.ts`, TOGETHER, [
      [
        'What is hidden from one account is hidden from all',
        'FROM hidden GROUP BY hidden.account_id)`',
        'FROM hidden GROUP BY hidden.account_id LIMIT 1)`',
      ],
      [
        'Grants of several accounts are taken together',
        'sql.raw(` AND ${left}.account_id = ${right}.account_id`)',
        'sql.raw(` AND true`)',
      ],
      [
        'Each account has the ways of all',
        'sql.raw(` WHERE ${alias}.account_id = p.id`)',
        'sql.raw(` WHERE true`)',
      ],
    ]),
    ...mutantsOf(`${QUERY_POLICY}/facts/reach.ts`, TOGETHER, [
      [
        'Roles on an episode are those of every account on it',
        "WINDOW episode AS (PARTITION BY ${whose.by('asked')}asked.episode_id, asked.basis = 'OVERRIDE')",
        "WINDOW episode AS (PARTITION BY asked.episode_id, asked.basis = 'OVERRIDE')",
      ],
    ]),
    ...mutantsOf(
      `${QUERY_POLICY}/facts/role-holders.ts`,
      ['packages/query-policy/test/role-holders.test.ts'],
      [
        [
          'Whoever took an override is asked about when it is over',
          "${accessGrant.basis} = 'OVERRIDE' AND ${grantRuns}",
          "${accessGrant.basis} = 'OVERRIDE'",
        ],
        [
          'Whoever had a grant is asked about when it is suspended',
          "${sql.placeholder('role')} AND ${grantRuns}",
          "${sql.placeholder('role')}",
        ],
      ],
    ),
    ...mutantsOf(
      `${QUERY_POLICY}/facts/running-holding.ts`,
      ['packages/query-policy/test/role-holders.test.ts'],
      [
        [
          'The role of an override is held by whoever was given it',
          'AND ${roleHolding.role} <> ${literal(OVERRIDE_ROLE)}',
          '',
        ],
      ],
    ),
    ...mutantsOf(`${IMPACT}/counted-rows.ts`, COUNTED, [
      [
        'A row that is found in two ways is counted twice',
        '(${MANY_ACCOUNTS.key(before.rowKey)} IN (SELECT f.account_id, f.key FROM ${before.name} f)) IS NOT TRUE',
        'true',
      ],
      [
        'Rows are counted that another account is led to',
        'ON k.account_id = p.id JOIN',
        'ON true JOIN',
      ],
      [
        'An entry is counted whoever’s person may not be seen',
        ': [asked.once(`person ${conditionKey(through)}`, () => personVisible(through))];',
        ': [];',
      ],
    ]),
    ...mutantsOf(
      `${IMPACT}/counted-rows.ts`,
      ['packages/embedded/test/policy/preview-asks-nothing.test.ts'],
      [
        [
          'Families are counted with which whoever asks has a conflict',
          '...(conflicts ? [freeOfConflict',
          '...(conflicts && false ? [freeOfConflict',
        ],
      ],
    ),
    ...mutantsOf(`${IMPACT}/told-impact.ts`, TOLD, [
      ['Few are told as they are', 'return count < FEWEST ? null :', 'return'],
      ['Numbers are told to the last one', 'count - (count % FEWEST)', 'count'],
      [
        'How many records a few people see is told',
        'if (people < FEWEST) return { people: null, records: null };',
        '',
      ],
      [
        'How many accounts are asked is told',
        '{ done: total === 0 ? 100 : Math.floor((100 * done) / total), total: 100 }',
        '{ done, total }',
      ],
      [
        'Whoever is touched on a few records is named',
        '.filter(({ gaining, losing }) => atLeast(gaining) + atLeast(losing) > 0)\n      .toSorted',
        '.toSorted',
      ],
    ]),
    ...mutantsOf(
      `${IMPACT}/impact-run.ts`,
      ['packages/embedded/test/policy/impact.test.ts'],
      [
        [
          'Whoever turns out to have other roles is asked nothing',
          'if (isFirst) elsewhere.set(',
          "if (isFirst && actual === '') elsewhere.set(",
        ],
      ],
    ),
  ],
};
