import { id } from '@postern/steps';
import type { Question } from '@postern/subgraph-kit';
import { CommandRefused, isUuid, refusalAnswer } from '@postern/subgraph-kit';
import { z } from 'zod';

const input = z.strictObject({ person: id });

/**
 * Whether a person whose request is being answered is in extracts: as long as a key is kept it can be said, and afterwards they
 * are told that they cannot be identified any more (Article 11, SOM-10.2).
 */
const personInExtracts: Question<z.infer<typeof input>> = {
  clause: 'SOM-10.2',
  roles: ['INFORMATION_GOVERNANCE_OFFICER'],
  purpose: 'RIGHTS',
  input,
  answer: async ({ statements, input: { person }, seen, tells }) => {
    if (!isUuid(person) || !(await seen('Person', [person])).has(person))
      throw new CommandRefused('RECORD_UNKNOWN');
    const rows = await statements.run<{ extract: string; isIn: boolean | null }>({
      text: 'SELECT made_id AS extract, is_in AS "isIn" FROM access.extracts_of_person($1)',
      values: [person],
    });
    tells('Person', [person]);
    return rows.map(({ extract, isIn }) => ({ extract, ...standing(isIn) }));
  },
};

function standing(isIn: boolean | null) {
  if (isIn !== null) return { standing: isIn ? 'IN_IT' : 'NOT_IN_IT', code: null, tell: null };
  const { code, remedy: tell } = refusalAnswer(new CommandRefused('PERSON_NOT_IDENTIFIABLE'));
  return { standing: 'NOT_IDENTIFIABLE', code, tell };
}

export const extractStandingQuestions: Readonly<Record<string, Question>> = { personInExtracts };
