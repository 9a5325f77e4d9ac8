import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Asking } from '../../county-fixture.ts';
import type { Columns } from '../vocabulary/facts.ts';
import type { Scene } from '../vocabulary/scene.ts';

/** The access report as it is drawn. */
const REPORT = `mutation ($from: DateTime!, $until: DateTime!, $reason: String!) {
  drawAccessReport(from: $from, until: $until, reason: $reason) {
    __typename ... on AccessReportChanged { report { from until drawnAt findings {
      kind clause practitioner { id name } other { id } count first last lookAt } } }
    ... on CommandRefusal { code about findings { part } } } }`;

export interface FindingRead {
  readonly kind: string;
  readonly practitioner: { readonly id: string; readonly name: string } | null;
  readonly other: { readonly id: string } | null;
  readonly count: number;
}

/** The month before the county's moment, and that day as far as it went. */
export const PERIOD = { from: '2026-05-17T00:00:00Z', until: '2026-06-17T09:00:00Z' };

/** What was found of one kind: of whom, whom else, and how often. */
export function of(
  findings: readonly FindingRead[],
  kind: string,
): readonly (readonly [string | undefined, string | null, number])[] {
  return findings
    .filter((each) => each.kind === kind)
    .map(({ practitioner, other, count }) => [practitioner?.id, other?.id ?? null, count]);
}

/** Drawing the report, and giving access that it may tell of. */
export function reporting({ gate, given }: Scene) {
  return {
    draws: async (who: Asking, period = PERIOD) => {
      const { body, text } = await gate().ask(who, REPORT, {
        purpose: 'ADMINISTRATION',
        variables: { ...period, reason: 'The monthly look' },
      });
      expect(body.errors).toBeUndefined();
      const { report, ...refused } = body.data.drawAccessReport;
      return { findings: (report?.findings ?? []) as readonly FindingRead[], refused, text };
    },
    grant: (by: { id: string }, to: { id: string }, more: Columns = {}) =>
      given.added('access.access_grant', {
        id: crypto.randomUUID(),
        account_id: to.id,
        episode_id: cast.families.yarrow.episodes.current.id,
        role: 'TAF_MEMBER',
        working_relationship: 'Works with them',
        granted_by: by.id,
        starts_at: '2026-06-01T10:00:00Z',
        ends_at: '2026-12-01T00:00:00Z',
        ...more,
      }),
  };
}
