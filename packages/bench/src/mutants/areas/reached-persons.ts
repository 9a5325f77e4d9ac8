import type { Mutant } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'packages/query-policy/src';
const TEST = 'packages/query-policy/test';
const DIFFERENTIAL = [
  `${TEST}/one-predicate-at-a-time.test.ts`,
  `${TEST}/hidden-details.test.ts`,
  `${TEST}/left-episode.test.ts`,
  `${TEST}/differential.test.ts`,
];

/** Which persons a grant reaches, and what of the record with them. */
export const REACHED_PERSONS: readonly Mutant[] = [
  ...mutantsOf(
    'packages/subgraph-kit/src/statements/compile-rows.ts',
    ['packages/embedded/test/ledger/named-grants.test.ts'],
    [
      [
        'The ledger names a grant on one person behind what is said of the whole family',
        '!asked.every(isOfTheWhole)',
        'asked.every(isOfTheWhole)',
      ],
      [
        'The ledger names a grant on one person behind the rows of others',
        'request.traced ? verdict.grantsOfRow(restsOn) : undefined',
        'undefined as SQL | undefined',
      ],
    ],
  ),
  ...mutantsOf(
    `${SRC}/verdict/through-grant.ts`,
    ['packages/embedded/test/ledger/named-grants.test.ts'],
    [
      [
        'The ledger names grants in roles that read nothing of it',
        ' AND r.role IN (${literals(roles)}))',
        ')',
      ],
    ],
  ),
  ...mutantsOf(`${SRC}/predicates/named-reach.ts`, DIFFERENTIAL, [
    [
      'A grant that names persons opens what concerns nobody by name',
      '(cardinality(${concerns}) > 0 AND ${concerns} <@ ${persons}${own})',
      '(${concerns} <@ ${persons}${own})',
    ],
    [
      'A grant that names persons opens what concerns others, too',
      '${concerns} <@ ${persons}',
      '${concerns} && ${persons}',
    ],
    [
      'A grant that names persons opens a household of others',
      ' AND ${householdPerson.personId} = ANY (${persons})',
      '',
    ],
    [
      'A grant that names persons opens what is asked between other agencies',
      'coalesce(p.agency_id = ANY (${parties}), false)',
      'true',
    ],
    [
      'A role in a grant on others serves for a row',
      'AND other.role = ANY (r.roles) AND (other.persons IS NULL OR ${reaches(sql`other.persons`)})',
      'AND other.role = ANY (r.roles)',
    ],
  ]),
  ...mutantsOf(
    `${SRC}/facts/reach.ts`,
    [`${TEST}/one-predicate-at-a-time.test.ts`],
    [
      [
        'A grant that names persons opens earlier episodes of the family, which are about everybody',
        ' AND asked.persons IS NULL\n',
        '\n',
      ],
    ],
  ),
  ...mutantsOf(`${SRC}/facts/concerned.ts`, DIFFERENTIAL, [
    [
      'Whoever left an episode is seen there still',
      'touched.is_concerned AND (touched',
      '(touched',
    ],
    [
      'What is hidden of whoever left an episode is given there',
      'JOIN ${formerEpisodePerson} ON ${formerEpisodePerson.episodeId} = reach.episode_id',
      'JOIN ${formerEpisodePerson} ON false',
    ],
    [
      'A grant on one person in a role counts for another',
      ' AND (other.persons IS NULL OR touched.concerned_id = ANY (other.persons))',
      '',
    ],
  ]),
];
