import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { leading } from './grants.ts';

const { prue, gideon, tom, esther, niamh, joel, owen } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id state basis role } }';
const COVER = 'CoverChanged { cover state revision grants { id basis } notPossible { code rule } }';

/** Who leads, who stands in, and what would leave a family without its worker. */
export function leadingScenarios(scene: Scene): void {
  const { gate, reader, clock } = scene;
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');
  const to = (practitioner: { readonly id: string }, days = 90) => ({
    episode: okafor.id,
    to: practitioner.id,
    endsAt: daysFromNow(days),
    reason: 'from Monday',
    idempotencyKey: crypto.randomUUID(),
  });
  const lead = async (who: { readonly subject: string }) =>
    (await reader(who).asksOf(okafor, 'leadProfessional { id }')).leadProfessional?.id ?? null;

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'granted',
      that: 'a lead hands over and a deputy stands in, without a moment in which nobody leads; an episode without a lead comes to the managers the next working day',
    },
    async () => {
      const asLead = new Doer(gate(), tom, 'COORDINATE_SUPPORT');
      const deputy = await asLead.does<{ grant: { id: string } }>(
        'nameDeputy',
        to(joel, 20),
        GRANT,
      );
      expect(deputy.grant).toMatchObject({ basis: 'DEPUTY', role: 'LEAD_PROFESSIONAL' });
      expect(await lead(joel)).toBe(tom.id);
      await asLead.does(
        'endDeputy',
        { episode: okafor.id, to: joel.id, reason: 'back again' },
        GRANT,
      );
      await reader(joel).findsNothingOf(okafor);
      await asLead.isRefused('ALREADY_LEADS', 'handOverLead', to(tom), GRANT);
      const held = await leading(scene, okafor);
      const refused = { ...held, ...to(niamh) };
      await asLead.isRefused('GRANT_NOT_POSSIBLE', 'handOverLead', refused, GRANT);
      expect(await lead(tom)).toBe(tom.id);
      await asLead.does('handOverLead', { ...held, ...to(esther) }, GRANT);
      await reader(tom).findsNothingOf(okafor);
      expect(await lead(esther)).toBe(esther.id);
      const [next] = await scene.database().owner.run<{ id: string; revision: number }>({
        text: `SELECT id, revision FROM access.access_grant WHERE account_id = $1 AND episode_id = $2 AND revoked_at IS NULL`,
        values: [esther.id, okafor.id],
      });
      await host().does(
        'revokeGrant',
        { grant: next?.id, expectedRevision: 1, cause: 'SUPPORT_ENDED', reason: 'left' },
        GRANT,
      );
      for (const [hours, told] of [
        [6, 0],
        [24, 1],
        [48, 1],
      ] as const) {
        clock.set(new Date(COUNTY_NOW.getTime() + hours * 3_600_000));
        await fires(scene);
        const notices = await scene.database().owner.run({
          text: `SELECT 1 AS told FROM scheduler.notice WHERE kind = 'LEAD_VACANT' AND to_account = $1 AND params ->> 'since' = '2026-06-17'`,
          values: [gideon.id],
        });
        expect(notices).toHaveLength(told);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'denied',
      that: 'of two who hand the lead over at once the later is told that somebody else leads by now, and replaces nobody unseen',
    },
    async () => {
      const seen = await leading(scene, okafor);
      const tries = [esther, joel].map(
        (who) => () => host().tries('handOverLead', { ...seen, ...to(who) }, GRANT),
      );
      const outcomes = await Promise.all(tries.map((hands) => hands()));
      const codes = outcomes.map(({ refused }) => refused?.code ?? null);
      expect(codes.toSorted()).toEqual(['REVISION_PASSED', null].toSorted());
      const first = codes[0] === null ? esther : joel;
      expect(await lead(first)).toBe(first.id);
      const other = to(owen);
      await host().isRefused('REVISION_PASSED', 'handOverLead', other, GRANT);
      const { grant, expectedRevision } = await leading(scene, okafor);
      const passed = { ...other, grant, expectedRevision: expectedRevision + 1 };
      await host().isRefused('REVISION_PASSED', 'handOverLead', passed, GRANT);
      expect(await lead(first)).toBe(first.id);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8d',
      outcome: 'granted',
      that: 'one request covers a colleague’s work: the host decides about all of it, each grant ends, and what is not possible is named; lapses ahead are listed with whom they would strand',
    },
    async () => {
      const asked = {
        colleague: niamh.id,
        until: daysFromNow(10),
        reason: 'on leave',
        idempotencyKey: crypto.randomUUID(),
      };
      const { cover } = await new Doer(gate(), joel, 'COORDINATE_SUPPORT').does<{ cover: string }>(
        'requestCover',
        asked,
        COVER,
      );
      const { body } = await host().asks('{ coversToDecide { cover state colleague { id } } }');
      expect(body.data.coversToDecide).toContainEqual({
        cover,
        state: 'REQUESTED',
        colleague: { id: niamh.id },
      });
      const before = await reader(niamh).asks('{ episodes { totalCount } }');
      const decided = await host().does<{
        state: string;
        grants: { basis: string }[];
        notPossible: { rule: string }[];
      }>(
        'decideCover',
        {
          cover,
          expectedRevision: 1,
          decision: 'GRANT',
          reason: 'agreed',
          idempotencyKey: crypto.randomUUID(),
        },
        COVER,
      );
      expect(decided.state).toBe('GRANTED');
      expect(
        decided.grants.length + new Set(decided.notPossible.map(({ rule }) => rule)).size,
      ).toBeGreaterThanOrEqual(before.body.data.episodes.totalCount);
      expect(new Set(decided.grants.map(({ basis }) => basis))).toEqual(new Set(['COVER']));
      await reader(joel).reads(okafor);
      const lapses = await host().asks(
        '{ foreseeableLapses(days: 11) { kind at stranded practitioner { id } } }',
      );
      expect(lapses.body.errors).toBeUndefined();
      expect(lapses.body.data.foreseeableLapses).toContainEqual({
        kind: 'GRANT',
        at: daysFromNow(10),
        stranded: decided.grants.length,
        practitioner: { id: joel.id },
      });
      clock.set(new Date(COUNTY_NOW.getTime() + 10 * 86_400_000));
      await reader(joel).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.8d',
      outcome: 'denied',
      that: 'nobody covers for somebody of another agency, decides about their own request, or decides twice',
    },
    async () => {
      const asked = {
        colleague: owen.id,
        until: daysFromNow(10),
        reason: 'r',
        idempotencyKey: crypto.randomUUID(),
      };
      const asking = new Doer(gate(), joel, 'COORDINATE_SUPPORT');
      await asking.isRefused('RECORD_UNKNOWN', 'requestCover', asked, COVER);
      const { cover } = await asking.does<{ cover: string }>(
        'requestCover',
        { ...asked, colleague: niamh.id },
        COVER,
      );
      const decision = {
        cover,
        expectedRevision: 1,
        decision: 'REFUSE',
        reason: 'no',
        idempotencyKey: crypto.randomUUID(),
      };
      await asking.isRefused('ROLE_NOT_PERMITTED', 'decideCover', decision, COVER);
      await host().does('decideCover', decision, COVER);
      await host().isRefused(
        'STEP_NOT_POSSIBLE',
        'decideCover',
        { ...decision, expectedRevision: 2, idempotencyKey: 'again' },
        COVER,
      );
      await reader(joel).findsNothingOf(okafor);
    },
  );
}
