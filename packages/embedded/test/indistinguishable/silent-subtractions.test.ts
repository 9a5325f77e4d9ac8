import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { WHOLE_RECORD } from '../scenarios/vocabulary/whole-record-query.ts';
import type { SilentSubtraction } from './hidden-things.ts';
import { hiddenThings } from './hidden-things.ts';
import type { Questions } from './two-counties.ts';
import { answeredAfter } from './two-counties.ts';

const PAGE = `query Page($after: String) { episodes(first: 2, after: $after) { totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { reference openedOn levelOfNeed } } } }`;
const FILTERED = `{ episodes(first: 50, filter: { levelOfNeed: [2, 3], openedFrom: "2026-01-01" }) { totalCount edges { node { id } } } }`;

/** The record itself, a list in pages, a filtered one, and a question that is refused. */
function questionsOf({ who, purpose, reference }: SilentSubtraction): Questions {
  return {
    who,
    purpose,
    asked: [
      { query: WHOLE_RECORD, variables: { reference } },
      { query: PAGE },
      { query: FILTERED },
      { query: PAGE, variables: { after: 'no-cursor' } },
    ],
  };
}

describe('what is hidden in silence is as if it had never been recorded', () => {
  test.each(hiddenThings)('$what', async (hidden) => {
    const questions = questionsOf(hidden);
    const [here, without] = await answeredAfter([hidden.hide, hidden.remove], questions);
    expect(without?.answers).toEqual(here?.answers);
    expect(without?.statements).toEqual(here?.statements);
    // Shown, it is there, and removing it makes a difference: the comparison is not of two blanks.
    const record = { ...questions, asked: questions.asked.slice(0, 1) };
    const changes = hidden.isMarked === true ? [hidden.show] : [hidden.show, hidden.remove];
    const [shown, gone] = await answeredAfter(changes, record);
    expect(shown?.answers[0]).not.toEqual(here?.answers[0]);
    expect(gone?.answers).not.toEqual(shown?.answers);
  });
});

describe('who justified nothing is told the same, whether a detail is hidden, shown or not there', () => {
  const { owen, niamh } = cast.practitioners;
  const { lindqvist, penhallow } = cast.families;
  const HEALTH = `query Health($reference: String!) { episode(reference: $reference) {
    family { members { id healthConditions { name } withheld { coordinate code } } } } }`;

  test.each([
    ['by the family', owen, lindqvist, 'access.exclusion'],
    ['by the person', niamh, penhallow, 'access.processing_restriction'],
  ] as const)('%s', async (_, who, { episodes }, hiding) => {
    const variables = { reference: episodes.current.reference };
    const asked = [{ query: HEALTH, variables }];
    const changes = [
      '',
      `DELETE FROM ${hiding}`,
      `DELETE FROM families.person_entry WHERE kind = 'HEALTH_CONDITION'`,
    ];
    const of: Questions = { who, purpose: 'UNDERSTAND_NEEDS', asked };
    const [hidden, shown, gone] = await answeredAfter(changes, of);
    expect(shown?.answers).toEqual(hidden?.answers);
    expect(gone?.answers).toEqual(hidden?.answers);
    expect(JSON.stringify(hidden?.answers)).toContain('JUSTIFICATION_REQUIRED');
  });
});

describe('a pool of people does not tell how many one may not see', () => {
  const { desmond } = cast.practitioners;
  const pages: Questions = {
    who: desmond,
    purpose: 'MATCH_DATA',
    asked: [1, 2, 50].map((first) => ({
      query: `query Pool($first: Int, $after: String) { matchCandidates(first: $first, after: $after) { totalCount
        pageInfo { hasNextPage endCursor } edges { cursor node { id familyName } } } }`,
      variables: { first },
    })),
  };

  test('locked candidates are in no count and turn no page', async () => {
    const remove = 'DELETE FROM families.match_candidate WHERE purpose_lock IS NOT NULL';
    const show = 'UPDATE families.match_candidate SET purpose_lock = NULL';
    const [here, shown] = await answeredAfter(['', show], pages);
    const [without] = await answeredAfter([remove], pages);
    expect(without).toEqual(here);
    expect(shown?.answers).not.toEqual(here?.answers);
  });
});
