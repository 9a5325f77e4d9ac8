import { expect, test } from 'vitest';
import type { Way } from '../src/canaries/ways.ts';
import { Coverage } from '../src/coverage.ts';
import type { Judgement } from '../src/judge.ts';
import type { FuzzRequest } from '../src/target.ts';

const way = (coordinate: string, row: string, isValue = true): Way => ({
  coordinate,
  row,
  isValue,
  released: () => true,
});
const from = (subject: string): FuzzRequest => ({
  principal: { kind: 'ACCOUNT', issuerId: 'i', subject, multiFactor: true },
  purpose: null,
  path: '/graphql',
  query: '{ me }',
  variables: {},
  operationName: null,
});
const judged = (given: Partial<Judgement>): Judgement => ({
  findings: [],
  codes: [],
  released: [],
  withheld: [],
  ...given,
});
const coordinates = new Set(['A.x', 'A.y']);

test('a value counts once for each principal, an id of another record not at all', () => {
  const coverage = new Coverage();
  const answer = judged({ released: [way('A.x', '1'), way('A.x', '2'), way('B.id', '3', false)] });
  coverage.add(from('one'), answer, () => false);
  coverage.add(from('one'), answer, () => false);
  coverage.add(from('two'), answer, ({ row }) => row === '2');
  coverage.add(from('two'), judged({ codes: ['NOT_FOUND'], withheld: ['A.y'] }), () => false);
  expect(coverage.summary(coordinates)).toEqual({
    queries: 4,
    answers: { OK: 3, NOT_FOUND: 1 },
    coordinates: 2,
    releasedCoordinates: 1,
    releasedShare: 0.5,
    released: 2,
    withheld: 1,
    justifiedCells: 1,
    neverReleased: ['A.y'],
  });
});

test('rounds that were kept add up to what one run would have counted', () => {
  const [whole, first, second] = [new Coverage(), new Coverage(), new Coverage()];
  const answer = judged({ released: [way('A.x', '1')], withheld: ['A.y'] });
  for (const coverage of [whole, first]) coverage.add(from('one'), answer, () => true);
  for (const coverage of [whole, second]) coverage.add(from('two'), answer, () => true);
  const merged = new Coverage();
  for (const round of [first, second])
    merged.merge(JSON.parse(JSON.stringify(round.figures())) as ReturnType<Coverage['figures']>);
  expect(merged.summary(coordinates)).toEqual(whole.summary(coordinates));
});
