import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysAfter } from '../../machines/days-after.ts';
import { complete, ITEMS, reads, sends } from '../../machines/justifying.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { kwame, grace, bea, gideon, dorothea } = cast.practitioners;

interface Waiting {
  readonly id: string;
}

/** Deciding at once about what was written together, where not all of it is one person's to decide. */
export function decidingTogetherScenarios({ gate, clock, database, given }: Scene): void {
  /** One reason for two of the team, each of which waits for another manager. */
  const together = async (
    work: (set: { readonly mine: Waiting; readonly others: Waiting }) => Promise<void>,
  ): Promise<void> => {
    const { owner } = database();
    await given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: bea.id,
      role: 'EARLY_HELP_MANAGER',
      starts_at: '2026-01-01T00:00:00Z',
    });
    const until = daysAfter(clock.now(), 20);
    const asked = complete('OFFENCE', grace, until, { covers: [kwame.id] });
    const { changed } = await sends(gate(), grace, 'justify', asked);
    const set = changed[0]?.set;
    const rows = await owner.run<Waiting & { readonly account: string }>({
      text: `UPDATE access.justification SET approver_id = CASE account_id WHEN $2 THEN $3::uuid ELSE $4::uuid END
        WHERE set_id = $1 RETURNING id, account_id AS account`,
      values: [set, grace.id, gideon.id, bea.id],
    });
    const [mine, others] = [grace, kwame].map((of) =>
      rows.find(({ account }) => account === of.id),
    );
    if (mine === undefined || others === undefined) throw new Error('written for both');
    await work({ mine, others });
    await owner.run({ text: 'DELETE FROM access.justification WHERE set_id = $1', values: [set] });
    await given.restore();
  };
  const decides = (who: { readonly subject: string }, command: string, { id }: Waiting) =>
    sends(gate(), who, command, {
      justification: id,
      expectedRevision: 1,
      reason: 'As decided',
      wholeSet: true,
    });
  const standing = async (...of: readonly Waiting[]) => {
    const rows = await database().owner.run<{ id: string; standing: object }>({
      text: `SELECT id, json_build_array(state, revision, approved_by) AS standing FROM access.justification WHERE id = ANY ($1::uuid[])`,
      values: [of.map(({ id }) => id)],
    });
    return of.map((each) => rows.find(({ id }) => id === each.id)?.standing);
  };
  const toldKwame = async () => {
    const rows = await database().owner.run({
      text: `SELECT 1 AS told FROM scheduler.notice WHERE to_account = $1 AND kind = 'JUSTIFICATION_DECIDED'`,
      values: [kwame.id],
    });
    return rows.length;
  };

  scenario(
    {
      clause: 'PN-auto',
      outcome: 'denied',
      that: 'whoever decides about a whole set decides what they are named for; what another is named for waits on, and opens nothing',
    },
    async () => {
      for (const [command, state] of [
        ['approveJustification', 'LIVE'],
        ['refuseJustification', 'REFUSED'],
      ] as const)
        await together(async ({ mine, others }) => {
          const toldBefore = await toldKwame();
          const { changed, refused } = await decides(gideon, command, mine);
          expect(refused).toBeNull();
          expect(changed.map(({ id }) => id)).toEqual([mine.id]);
          expect(await standing(mine, others)).toEqual([
            [state, 2, state === 'LIVE' ? gideon.id : null],
            ['NEEDS_APPROVAL', 1, null],
          ]);
          expect(await reads(gate(), kwame, 'OFFENCE')).toBeNull();
          expect(await toldKwame()).toBe(toldBefore);
          const { refused: byItself } = await decides(gideon, command, others);
          expect(byItself?.code).toBe('JUSTIFICATION_DECIDER');
        });
    },
  );

  scenario(
    {
      clause: 'PN-auto',
      outcome: 'granted',
      that: 'the deputy for all of a set decides about all of it at once',
    },
    () =>
      together(async ({ mine, others }) => {
        const { refused } = await decides(dorothea, 'approveJustification', mine);
        expect(refused).toBeNull();
        expect(await standing(mine, others)).toEqual([
          ['LIVE', 2, dorothea.id],
          ['LIVE', 2, dorothea.id],
        ]);
        for (const who of [grace, kwame])
          expect(await reads(gate(), who, 'OFFENCE')).toEqual(ITEMS.OFFENCE.values);
      }),
  );

  scenario(
    {
      clause: 'DEV-3.3',
      outcome: 'denied',
      that: 'a colleague whose role has lapsed is on the team no more, though their grant still runs',
    },
    async () => {
      const { owner } = database();
      const until = (at: string | null) =>
        owner.run({
          text: 'UPDATE access.role_holding SET confirmed_until = $2 WHERE account_id = $1',
          values: [kwame.id, at],
        });
      const asked = () =>
        complete('OFFENCE', grace, daysAfter(clock.now(), 20), { covers: [kwame.id] });
      await until('2026-06-16T00:00:00Z');
      const { refused } = await sends(gate(), grace, 'justify', asked());
      expect(refused?.findings).toMatchObject([{ part: 'covers.0', code: 'NOT_ON_THE_TEAM' }]);
      await until(null);
    },
  );
}
