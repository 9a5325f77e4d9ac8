import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { COUNTY_NOW, CountyClock, gateFor } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';
import { carriedOut, commands } from './commands.ts';
import { RACES } from './walking.ts';

const { prue, gideon, adaline, barnaby } = cast.practitioners;
const scene = setScene();
const SHOWS = { shows: '... on RoleHoldingChanged { role state }' };

const does = (
  who: { readonly subject: string },
  command: string,
  given: Readonly<Record<string, unknown>>,
) => commands(scene.gate(), who, command, { reason: 'moves on', ...given }, SHOWS);

describe('the last of an office that watches', () => {
  const watchers = [adaline, barnaby] as const;
  /** Both administrators, whose roles nobody ended yet, and the revision of each role. */
  async function bothHold(): Promise<readonly Answered[]> {
    const { owner } = scene.database();
    await owner.run({
      text: `UPDATE access.account SET state = 'ACTIVE', revision = 1 WHERE id = ANY ($1::uuid[])`,
      values: [watchers.map(({ id }) => id)],
    });
    return owner.run({
      text: `UPDATE access.role_holding SET ends_at = NULL, confirmed_until = NULL, revision = 1
        WHERE account_id = ANY ($1::uuid[]) AND role = 'ADMINISTRATOR' RETURNING id AS holding, revision AS "expectedRevision"`,
      values: [watchers.map(({ id }) => id)],
    });
  }
  const kept = (answers: readonly Answered[]): readonly string[] =>
    answers.map(({ code, state }) => code ?? state).sort();

  test('keeps the role, be it that two end the roles of both at once, or one the role and another the account', async () => {
    for (let race = 0; race < RACES / 5; race += 1) {
      const roles = await bothHold();
      const ended = roles.map((role) => does(gideon, 'endRole', role));
      expect(kept(await Promise.all(ended))).toEqual(['ENDED', 'LAST_OF_OFFICE']);
      const [first] = await bothHold();
      const of = await holderOf(first?.holding);
      const other = watchers.find(({ id }) => id !== of);
      const locks = commands(
        scene.gate(),
        prue,
        'lockDownAccount',
        { practitioner: other?.id, expectedRevision: 1, reason: 'lost device' },
        { shows: '... on AccountChanged { state }' },
      );
      expect(kept(await Promise.all([does(gideon, 'endRole', first), locks]))).toContain(
        'LAST_OF_OFFICE',
      );
    }
    await bothHold();
  });

  test('keeps the account, be it that the administrators lock each other at once', async () => {
    for (let race = 0; race < RACES / 5; race += 1) {
      await bothHold();
      const locked = watchers.map((who, at) =>
        commands(
          scene.gate(),
          who,
          'lockDownAccount',
          { practitioner: watchers[1 - at]?.id, expectedRevision: 1, reason: 'lost device' },
          { shows: '... on AccountChanged { state }' },
        ),
      );
      const answers = await Promise.all(locked);
      // Whoever comes later is told so, or was let in no longer.
      expect(answers.filter(({ state }) => state === 'LOCKED_DOWN')).toHaveLength(1);
    }
    await bothHold();
  });

  test('keeps the role where whoever waited began before the role of the other was ended', async () => {
    const [one, other] = await bothHold();
    const clock = new CountyClock();
    clock.set(new Date(COUNTY_NOW.getTime() - 1_000));
    const earlier = await gateFor(scene.database(), { clock });
    try {
      carriedOut(await does(gideon, 'endRole', one));
      const step = { ...other, reason: 'moves on' };
      expect(await commands(earlier, gideon, 'endRole', step, SHOWS)).toMatchObject({
        code: 'LAST_OF_OFFICE',
      });
    } finally {
      await earlier.close();
    }
    await bothHold();
  });
});

async function holderOf(holding: string): Promise<string> {
  const [row] = await scene.database().owner.run<{ account: string }>({
    text: 'SELECT account_id AS account FROM access.role_holding WHERE id = $1',
    values: [holding],
  });
  return row?.account ?? '';
}
