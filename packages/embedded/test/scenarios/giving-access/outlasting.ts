import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { commands } from '../../machines/commands.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, tom, esther, niamh, marcus } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id endsAt } }';
const COVER = 'CoverChanged { cover grants { id } notPossible { code } }';

/** What stands in for somebody’s access when that ends earlier than it was, or goes with the role in which they had it. */
export function outlastingScenarios(scene: Scene): void {
  const { reader, gate, clock } = scene;
  const as = (
    who: { readonly subject: string },
    purpose: 'ADMINISTRATION' | 'COORDINATE_SUPPORT',
  ) => new Doer(gate(), who, purpose);
  const grantOf = async (who: { readonly id: string }) => {
    const [held] = await scene.database().owner.run<{ id: string; revision: number }>({
      text: 'SELECT id, revision FROM access.access_grant WHERE account_id = $1 AND episode_id = $2 AND revoked_at IS NULL',
      values: [who.id, okafor.id],
    });
    return held;
  };
  const shortens = async (who: { readonly id: string }, days: number) => {
    const held = await grantOf(who);
    await as(prue, 'ADMINISTRATION').does(
      'extendGrant',
      {
        grant: held?.id,
        expectedRevision: held?.revision,
        endsAt: daysFromNow(days),
        reason: 'Support ends sooner.',
      },
      GRANT,
    );
  };
  const covers = async () => {
    const { cover } = await as(marcus, 'COORDINATE_SUPPORT').does<{ cover: string }>(
      'requestCover',
      {
        colleague: niamh.id,
        until: daysFromNow(40),
        reason: 'on leave',
        idempotencyKey: crypto.randomUUID(),
      },
      COVER,
    );
    const decided = { cover, expectedRevision: 1, decision: 'GRANT', reason: 'agreed' };
    await as(prue, 'ADMINISTRATION').does(
      'decideCover',
      { ...decided, idempotencyKey: crypto.randomUUID() },
      COVER,
    );
  };
  const names = () =>
    as(tom, 'COORDINATE_SUPPORT').does(
      'nameDeputy',
      {
        episode: okafor.id,
        to: esther.id,
        endsAt: daysFromNow(40),
        reason: 'away',
        idempotencyKey: crypto.randomUUID(),
      },
      GRANT,
    );
  const losesRole = async (who: { readonly id: string }, role: string) => {
    const [holding] = await scene.database().owner.run<{ id: string; revision: number }>({
      text: 'SELECT id, revision FROM access.role_holding WHERE account_id = $1 AND role = $2 AND ends_at IS NULL',
      values: [who.id, role],
    });
    const step = { holding: holding?.id, expectedRevision: holding?.revision, reason: 'moves on' };
    const shows = '... on RoleHoldingChanged { state }';
    expect(await commands(gate(), gideon, 'endRole', step, { shows })).toMatchObject({
      state: 'ENDED',
    });
  };
  const movesOf = async (who: { readonly id: string }) =>
    scene.database().owner.run({
      text: `SELECT event.move, event.details ->> 'cause' AS cause FROM partners.access_event event
        JOIN access.access_grant held ON held.id = event.subject_id
        WHERE held.account_id = $1 AND held.episode_id = $2 AND event.at >= $3 ORDER BY event.position DESC LIMIT 1`,
      values: [who.id, okafor.id, clock.now().toISOString()],
    });

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'denied',
      that: 'cover and a deputy end no later than the access that they stand in for, also where that is made shorter afterwards',
    },
    async () => {
      await covers();
      await names();
      await shortens(niamh, 2);
      await shortens(tom, 3);
      for (const who of [marcus, esther])
        expect(await movesOf(who)).toEqual([{ move: 'EXTEND', cause: null }]);
      clock.set(new Date(Date.parse(daysFromNow(2)) - 1));
      await reader(marcus).reads(okafor);
      clock.set(new Date(daysFromNow(2)));
      await reader(marcus).findsNothingOf(okafor);
      await reader(esther).reads(okafor);
      clock.set(new Date(daysFromNow(3)));
      await reader(esther).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'granted',
      that: 'what ends before that keeps its own end, and access that is made longer lengthens nothing',
    },
    async () => {
      await covers();
      const before = await grantOf(marcus);
      await shortens(niamh, 41);
      expect(await grantOf(marcus)).toEqual(before);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'denied',
      that: 'whoever is taken the role in which they work loses what they were given in it, and so does whoever stands in for them; the role given anew gives none of it back',
    },
    async () => {
      await covers();
      await names();
      await losesRole(niamh, 'TAF_MEMBER');
      await losesRole(tom, 'LEAD_PROFESSIONAL');
      for (const who of [niamh, tom])
        expect(await movesOf(who)).toEqual([{ move: 'REVOKE', cause: 'ROLE_ENDED' }]);
      for (const who of [marcus, esther]) {
        expect(await movesOf(who)).toEqual([{ move: 'REVOKE', cause: 'SUPPORT_ENDED' }]);
        await reader(who).findsNothingOf(okafor);
      }
      await scene.database().owner.run({
        text: 'UPDATE access.role_holding SET ends_at = NULL WHERE account_id = $1',
        values: [niamh.id],
      });
      await reader(niamh).findsNothingOf(okafor);
    },
  );
}
