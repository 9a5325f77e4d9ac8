import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';
import { of, PERIOD, reporting } from './reporting.ts';

const { dorothea, grace } = cast.practitioners;
const KIND = 'USED_AFTER_CHALLENGE';

/** What was read on a justification while somebody doubted it, whatever came of the doubt. */
export function usedWhileChallengedScenarios(scene: Scene): void {
  const { database } = scene;
  const { draws } = reporting(scene);
  const owner = (text: string, ...values: readonly unknown[]) =>
    database().owner.run({ text, values: [...values] });
  const day = (of: number) => `2026-06-${String(of).padStart(2, '0')}T10:00:00Z`;

  /** How often it is found of whoever has a justification that all this was done with, each on its day of June. */
  async function found(
    steps: readonly (readonly [move: string, on: number])[],
    uses: readonly number[],
    period = PERIOD,
  ): Promise<number> {
    const counted = async () => {
      const all = of((await draws(dorothea, period)).findings, KIND);
      return Number(all.find(([account]) => account === grace.id)?.[2] ?? 0);
    };
    const before = await counted();
    const id = crypto.randomUUID();
    await owner(
      `INSERT INTO access.justification SELECT again.* FROM (SELECT to_jsonb(j) AS row FROM access.justification j WHERE account_id = $1
        ORDER BY id LIMIT 1) known, jsonb_populate_record(NULL::access.justification, row || jsonb_build_object('id', $2::text)) again`,
      grace.id,
      id,
    );
    for (const [move, on] of steps)
      await owner(
        `INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, at, reason, details)
          VALUES ('JUSTIFICATION', $1, $2, 'ANY', 'OTHER', 'AGENCY', $3, 'Doubted', '{}')`,
        id,
        move,
        day(on),
      );
    for (const on of uses)
      await owner(
        `INSERT INTO ledger.release (id, at, contract, account_id, agency_id, purpose, policy_versions, operation_hash,
            grants, justifications, persons, families, episodes, coordinates, explained, told)
          VALUES (gen_random_uuid(), $1, 'records', $2, $3, 'UNDERSTAND_NEEDS', '{1}', repeat('a', 64), '{}', ARRAY[$4::uuid], '{}',
            '{}', '{}', '{}', '[]', '[]')`,
        day(on),
        grace.id,
        grace.agency.id,
        id,
      );
    const after = await counted();
    await owner('DELETE FROM access.justification WHERE id = $1', id);
    return after - before;
  }

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'what was read while a justification was challenged is in the report, though it was upheld, challenged again or struck since',
    },
    async () => {
      const upheld = [
        ['CHALLENGE', 2],
        ['UPHOLD', 5],
      ] as const;
      expect(await found(upheld, [3, 4])).toBe(2);
      expect(await found([...upheld, ['CHALLENGE', 8]], [3])).toBe(1);
      expect(
        await found(
          [
            ['CHALLENGE', 2],
            ['STRIKE', 5],
          ],
          [6],
        ),
      ).toBe(1);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'what was read before a challenge, after it was upheld, or outside the time of the report is not',
    },
    async () => {
      const upheld = [
        ['CHALLENGE', 2],
        ['UPHOLD', 5],
      ] as const;
      expect(await found(upheld, [1, 6])).toBe(0);
      expect(await found([...upheld, ['CHALLENGE', 8]], [6])).toBe(0);
      expect(await found([['CHALLENGE', 2]], [3], { ...PERIOD, from: day(4) })).toBe(0);
    },
  );
}
