import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { ines, grace, tom } = cast.practitioners;

const COUNTS = `{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough profile { name } cells { kind measure value symbol } } }`;

/** Counts for boards: by whom and for what. */
export function reportingScenarios({ given, reader }: Scene): void {
  scenario(
    {
      clause: 'SHR-3.9.2',
      outcome: 'granted',
      that: 'an analyst reads the board’s protected counts at the address for reporting tools',
    },
    async () => {
      const analyst = reader(ines).atReporting().for('PLANNING_AND_REPORTING');
      const { body } = await analyst.asks(COUNTS);
      expect(body.errors).toBeUndefined();
      const { publishedThrough, profile, cells } = body.data.episodeCounts;
      expect(publishedThrough).toBe('2026-05-31');
      expect(profile).toEqual({ name: 'NHS_7_5' });
      const values = cells
        .filter(({ kind }: { kind: string }) => kind === 'COUNT')
        .map((cell: { value: number | null }) => cell.value);
      expect(values.some((value: number | null) => (value ?? 0) > 0)).toBe(true);
      expect(values.every((value: number | null) => (value ?? 0) % 5 === 0)).toBe(true);
      expect(cells.some((cell: { symbol: string | null }) => cell.symbol === 'c')).toBe(true);
    },
  );

  scenario(
    {
      clause: 'SHR-3.9.2',
      outcome: 'denied',
      that: 'whoever is no analyst, or no longer one, gets no board data there, and there an analyst finds no record to ask for',
    },
    async () => {
      const analyst = reader(ines).atReporting().for('PLANNING_AND_REPORTING');
      for (const who of [grace, tom]) {
        const other = reader(who).atReporting().for('PLANNING_AND_REPORTING');
        await other.isRefused('CONTRACT_NOT_PERMITTED', COUNTS);
      }
      const { body } = await analyst.asks('{ episodes { totalCount } }');
      expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      await given.changed(
        'access.role_holding',
        { account_id: ines.id, role: 'ANALYST' },
        { ends_at: '2026-06-16T00:00:00Z' },
      );
      await analyst.isRefused('ROLE_MISSING', COUNTS);
    },
  );

  scenario(
    {
      clause: 'SHR-3.9.3',
      outcome: 'granted',
      that: 'to respond to need and to plan services, an analyst is given counts',
    },
    async () => {
      const analyst = reader(ines).atReporting().for('PLANNING_AND_REPORTING');
      const { body } = await analyst.asks(COUNTS);
      expect(body.errors).toBeUndefined();
      expect(body.data.episodeCounts.cells.length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'SHR-3.9.3',
      outcome: 'denied',
      that: 'for any other purpose, one of casework included, the same analyst is given none',
    },
    async () => {
      const analyst = reader(ines).atReporting();
      for (const purpose of ['TRACK_OUTCOMES', 'UNDERSTAND_NEEDS', 'MATCH_DATA'] as const)
        await analyst.for(purpose).isRefused('PURPOSE_NOT_PERMITTED', COUNTS);
      await analyst.for('RANKING' as never).isRefused('PURPOSE_UNKNOWN', COUNTS);
    },
  );
}
