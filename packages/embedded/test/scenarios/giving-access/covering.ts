import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, tom, niamh, marcus } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id } }';
const COVER =
  'CoverChanged { cover grants { id endsAt revision episode { id } } notPossible { code part rule } }';
const REMOVAL = 'FamilyRemovalChanged { removal }';

interface Decided {
  readonly grants: readonly { readonly id: string; readonly endsAt: string }[];
  readonly notPossible: readonly { readonly code: string; readonly rule: string }[];
}

/** What cover gives: what the colleague has, for as long as they have it, and never past the family’s word. */
export function coveringScenarios(scene: Scene): void {
  const { reader, gate, given } = scene;
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');
  const lead = () => new Doer(gate(), tom, 'COORDINATE_SUPPORT');
  const days = (count: number) => new Date(COUNTY_NOW.getTime() + count * 86_400_000);

  async function covers(until: number): Promise<Decided> {
    const asked = {
      colleague: niamh.id,
      until: daysFromNow(until),
      reason: 'on leave',
      idempotencyKey: crypto.randomUUID(),
    };
    const { cover } = await new Doer(gate(), marcus, 'COORDINATE_SUPPORT').does<{ cover: string }>(
      'requestCover',
      asked,
      COVER,
    );
    return host().does<Decided>(
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
  }
  async function coveredGrant(): Promise<string> {
    const [held] = await scene.database().owner.run<{ id: string }>({
      text: 'SELECT id FROM access.access_grant WHERE account_id = $1 AND episode_id = $2',
      values: [niamh.id, okafor.id],
    });
    return held?.id ?? '';
  }
  async function onOkafor({ grants }: Decided): Promise<{ id: string; endsAt: string } | null> {
    const [held] = await scene.database().owner.run<{ id: string }>({
      text: 'SELECT id FROM access.access_grant WHERE id = ANY ($1::uuid[]) AND episode_id = $2',
      values: [grants.map(({ id }) => id), okafor.id],
    });
    return grants.find(({ id }) => id === held?.id) ?? null;
  }

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'granted',
      that: 'who covers reads what the colleague reads for as long as the colleague does, about the same persons',
    },
    async () => {
      const own = await coveredGrant();
      const persons = [families.okafor.persons.chidi.id];
      await given.changed('access.access_grant', { id: own }, { ends_at: daysFromNow(2), persons });
      const held = await onOkafor(await covers(150));
      expect(new Date(held?.endsAt ?? '')).toEqual(days(2));
      const [reaches] = await scene.database().owner.run({
        text: 'SELECT persons FROM access.access_grant WHERE id = $1',
        values: [held?.id],
      });
      expect(reaches).toEqual({ persons });
      await reader(marcus).reads(okafor);
      await host().isRefused(
        'GRANT_NOT_POSSIBLE',
        'extendGrant',
        { grant: held?.id, expectedRevision: 1, endsAt: daysFromNow(3), reason: 'longer' },
        GRANT,
      );
      scene.clock.set(days(2));
      await reader(marcus).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1h',
      outcome: 'denied',
      that: 'when the colleague’s access ends early, so does what covers for it, on the record and once',
    },
    async () => {
      const held = await onOkafor(await covers(20));
      await reader(marcus).reads(okafor);
      await host().does(
        'revokeGrant',
        {
          grant: await coveredGrant(),
          expectedRevision: 1,
          cause: 'MISUSE',
          reason: 'looked at more than was needed',
        },
        GRANT,
      );
      await reader(marcus).findsNothingOf(okafor);
      const events = await scene.database().owner.run({
        text: `SELECT move, reason, details FROM partners.access_event WHERE subject_id = $1 AND move = 'REVOKE'`,
        values: [held?.id],
      });
      expect(events).toEqual([
        {
          move: 'REVOKE',
          reason: 'The access that it stood in for has ended.',
          details: { cause: 'SUPPORT_ENDED' },
        },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7g',
      outcome: 'granted',
      that: 'who covers reads on while the colleague’s access is suspended, or the colleague is locked out',
    },
    async () => {
      await given.changed('access.account', { id: niamh.id }, { state: 'ACTIVE', revision: 1 });
      await covers(20);
      const grant = await coveredGrant();
      const step = { grant, expectedRevision: 1, reason: 'looked at more than was needed' };
      await host().does('suspendGrant', step, GRANT);
      await reader(niamh).findsNothingOf(okafor);
      await reader(marcus).reads(okafor);
      await host().does('resumeGrant', { ...step, expectedRevision: 2 }, GRANT);
      await host().does(
        'lockDownAccount',
        { practitioner: niamh.id, expectedRevision: 1, reason: 'lost device' },
        'AccountChanged { state }',
      );
      await reader(niamh).isRefused('ACCOUNT_NOT_ACTIVE');
      await reader(marcus).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7g',
      outcome: 'denied',
      that: 'once access that was suspended is ended for good, nobody covers for it any more; nor while the family’s word or the agency’s signature is lacking',
    },
    async () => {
      await covers(20);
      const step = { grant: await coveredGrant(), reason: 'looked at more than was needed' };
      await host().does('suspendGrant', { ...step, expectedRevision: 1 }, GRANT);
      await reader(marcus).reads(okafor);
      const ended = { ends_at: daysFromNow(-1) };
      await given.changed('access.agency_signature', { agency_id: marcus.agency.id }, ended);
      await reader(marcus).isRefused('AGENCY_NOT_IN_FORCE');
      await given.changed(
        'access.agency_signature',
        { agency_id: marcus.agency.id },
        { ends_at: null },
      );
      await given.changed(
        'access.family_agreement',
        { episode_id: okafor.id },
        { state: 'WITHDRAWN', withdrawn_at: daysFromNow(-1) },
      );
      await reader(marcus).findsNothingOf(okafor);
      await given.changed(
        'access.family_agreement',
        { episode_id: okafor.id },
        { state: 'SIGNED', withdrawn_at: null },
      );
      await reader(marcus).reads(okafor);
      await host().does('revokeGrant', { ...step, expectedRevision: 2, cause: 'MISUSE' }, GRANT);
      await reader(marcus).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      alone: 'A removal only takes away.',
      that: 'whom the family had removed, or whose agency, comes back by no cover; that is said as it is of a direct grant',
    },
    async () => {
      const removed = (given: Readonly<Record<string, unknown>>) =>
        lead().does(
          'removeAtFamilysRequest',
          {
            episode: okafor.id,
            reason: 'The family does not want this.',
            idempotencyKey: crypto.randomUUID(),
            ...given,
          },
          REMOVAL,
        );
      const own = await coveredGrant();
      await removed({ practitioner: marcus.id });
      const decided = await covers(10);
      expect(decided.notPossible.filter(({ rule }) => rule === own)).toEqual([
        { code: 'KEPT_OUT', part: 'practitioner', rule: own },
      ]);
      await reader(marcus).findsNothingOf(okafor);
      await removed({ agency: marcus.agency.id, viable: true });
      expect(await onOkafor(await covers(10))).toBeNull();
      await reader(marcus).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      alone: 'A removal only takes away.',
      that: 'at the family’s request an agency’s worker and whoever covers for them lose their access together, each once',
    },
    async () => {
      const held = await onOkafor(await covers(10));
      await reader(marcus).reads(okafor);
      await lead().does(
        'removeAtFamilysRequest',
        {
          episode: okafor.id,
          agency: marcus.agency.id,
          viable: true,
          reason: 'Not the school.',
          idempotencyKey: crypto.randomUUID(),
        },
        REMOVAL,
      );
      const events = await scene.database().owner.run({
        text: `SELECT details ->> 'cause' AS cause FROM partners.access_event WHERE subject_id = $1 AND move = 'REVOKE'`,
        values: [held?.id],
      });
      expect(events).toEqual([{ cause: 'FAMILY_REQUEST' }]);
    },
  );
}
