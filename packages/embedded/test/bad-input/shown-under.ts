import type { StoredRule } from '@postern/agreements';
import { SHROPSHIRE_RULES } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answer, Gate } from '../county-fixture.ts';

/** Who reads records here; whoever reads counts is `ines`. */
export const READER = cast.practitioners.grace;
export const QUERY =
  '{ episodes(first: 3) { edges { node { reference plan { id } } } } me { name } }';
export const PLAN = 'taf-reads-Episode-plan';

/** How many episodes the reader is shown, whether their plans, and their own name; and whether counts are served. */
export type Shown = readonly [episodes: number, plans: boolean, me: boolean, counts: boolean];
export const WHOLE: Shown = [3, true, true, true];
export const NOTHING: Shown = [0, false, false, false];
export const NO_EPISODE: Shown = [0, false, true, true];
export const NO_PLAN: Shown = [3, false, true, true];

/** What is shown under the policy in force. */
export async function shown(gate: Gate): Promise<Shown> {
  const { status, body } = await gate.ask(READER, QUERY);
  expect(status).toBe(200);
  const edges: readonly { node: { reference: string | null; plan: unknown } }[] =
    body.data.episodes.edges;
  const { status: counted } = await countsAt(gate);
  return [
    edges.length,
    edges.some(({ node }) => node.plan !== null),
    body.data.me?.name != null,
    counted === 200,
  ];
}

export function countsAt(gate: Gate): Promise<Answer> {
  const path = '/reporting/graphql';
  return gate.ask(
    cast.practitioners.ines,
    '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { __typename } }',
    {
      path,
      purpose: null,
    },
  );
}

/** The rule of Shropshire's of this name. */
export function named(name: string): StoredRule {
  const found = SHROPSHIRE_RULES.find((rule) => rule.name === name);
  if (found === undefined) throw new Error(`There is no rule ${name}.`);
  return found;
}
