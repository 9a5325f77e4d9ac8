import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { Doer } from '../../machines/doer.ts';
import { sends } from '../../machines/justifying.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Overridden } from '../vocabulary/override.ts';
import {
  healthLaw,
  known,
  OVERRIDE_CHANGED,
  overrideOf,
  protector,
} from '../vocabulary/override.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { odile, prue, tom, kwame, dorothea } = cast.practitioners;
const { lindqvist } = cast.families;
const { signe } = lindqvist.persons;
const current = lindqvist.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id state } }';

/** Who may end an override, and who may not go on with it. */
export function standingOverrides(scene: Scene): void {
  const { reader, given, gate } = scene;
  const step = { grant: current.grants.odile, expectedRevision: 1, reason: 'It is in the way.' };
  const tonight = () => reader(odile).for('SAFEGUARDING');

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'whoever gives access neither stops nor ends nor lengthens an override, for it may be about them',
    },
    async () => {
      for (const doer of [
        new Doer(gate(), prue, 'ADMINISTRATION'),
        new Doer(gate(), tom, 'COORDINATE_SUPPORT'),
      ]) {
        for (const command of ['suspendGrant', 'resumeGrant', 'confirmGrant'])
          await doer.isRefused('OVERRIDE_STANDS', command, step, GRANT);
        const cause = { ...step, cause: 'ERROR' };
        await doer.isRefused('OVERRIDE_STANDS', 'revokeGrant', cause, GRANT);
        const longer = { ...step, endsAt: daysFromNow(10) };
        await doer.isRefused('OVERRIDE_NOT_EXTENDED', 'extendGrant', longer, GRANT);
      }
      await tonight().asksOf(current, 'status');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'whoever took an override gives it up, and an officer ends what was not right, with all that it opened',
    },
    async () => {
      const taken = await protector(gate(), kwame).does<Overridden>(
        'overrideForSafeguarding',
        overrideOf([await known(scene.database().owner, signe)], kwame, {
          classes: ['SPECIAL_CATEGORY:HEALTH'],
          legal: healthLaw(kwame),
        }),
        OVERRIDE_CHANGED,
      );
      const own = { grant: taken.grant?.id, expectedRevision: 1, reason: 'She is safe.' };
      await protector(gate(), kwame).does('endMyAccess', own, GRANT);
      await reader(kwame).for('SAFEGUARDING').findsNothingOf(current);

      const [override] = await scene.database().owner.run<{ id: string }>({
        text: 'SELECT id FROM partners.safeguarding_override WHERE grant_id = $1',
        values: [current.grants.odile],
      });
      const found = {
        override: override?.id,
        expectedRevision: 1,
        outcome: 'NOT_UPHELD',
        reason: 'Nobody was in danger.',
      };
      await new Doer(gate(), dorothea, 'ADMINISTRATION').does(
        'reviewOverride',
        found,
        OVERRIDE_CHANGED,
      );
      await tonight().findsNothingOf(current);
      const steps = await scene.database().owner.run({
        text: `SELECT machine, before, after, actor_id AS actor, reason FROM partners.access_event
          WHERE subject_id = ANY ($1::uuid[]) AND at = $2 ORDER BY position`,
        values: [
          [current.grants.odile, current.justifications.signeTonight],
          COUNTY_NOW.toISOString(),
        ],
      });
      const by = { actor: dorothea.id, reason: found.reason };
      expect(steps).toEqual([
        { machine: 'GRANT', before: 'EXPIRING', after: 'REVOKED', ...by },
        { machine: 'JUSTIFICATION', before: 'LIVE', after: 'WITHDRAWN', ...by },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.3a',
      outcome: 'denied',
      that: 'what an override opened is not renewed, and nothing else is justified by whoever has no other access',
    },
    async () => {
      const until = daysFromNow(20);
      const renewed = await sends(
        gate(),
        odile,
        'renewJustification',
        {
          justification: current.justifications.signeTonight,
          expectedRevision: 1,
          until,
          idempotencyKey: crypto.randomUUID(),
        },
        'SAFEGUARDING',
      );
      expect(renewed.refused?.code).toBe('OVERRIDE_NOT_EXTENDED');
      const { refused } = await sends(
        gate(),
        odile,
        'justify',
        {
          episode: current.id,
          person: signe.id,
          classes: ['SPECIAL_CATEGORY:ETHNICITY'],
          purpose: 'SAFEGUARDING',
          relevance: 'It may matter.',
          alternatives: 'None.',
          nature: 'FACT',
          familyToldOn: '2026-06-01',
          until,
          legal: healthLaw(odile),
          idempotencyKey: crypto.randomUUID(),
        },
        'SAFEGUARDING',
      );
      expect(refused?.code).toBe('OVERRIDE_NOT_EXTENDED');
    },
  );

  for (const [state, outcome, code] of [
    ['lapsed', 'denied', 'OVERRIDE_NOT_EXTENDED'],
    ['held', 'granted', null],
  ] as const)
    scenario(
      {
        clause: 'SHR-3.5L-e',
        outcome,
        that: `whoever took an override beside work in a role that is ${state} ${code === null ? 'justifies by their work' : 'justifies nothing beyond the override'}`,
      },
      async () => {
        const grant = crypto.randomUUID();
        await given.added('access.access_grant', {
          id: grant,
          account_id: odile.id,
          episode_id: current.id,
          role: 'TAF_MEMBER',
          working_relationship: 'Works with the family',
          granted_by: prue.id,
          starts_at: daysFromNow(-10),
          basis: 'WORK',
          revision: 1,
        });
        await given.added('access.role_holding', {
          id: crypto.randomUUID(),
          account_id: odile.id,
          role: 'TAF_MEMBER',
          starts_at: daysFromNow(-20),
          ends_at: code === null ? null : daysFromNow(-1),
        });
        const { refused } = await sends(
          gate(),
          odile,
          'justify',
          {
            episode: current.id,
            person: signe.id,
            classes: ['SPECIAL_CATEGORY:HEALTH'],
            purpose: 'SAFEGUARDING',
            relevance: 'It may matter.',
            alternatives: 'None.',
            nature: 'FACT',
            familyToldOn: '2026-06-01',
            until: daysFromNow(20),
            legal: healthLaw(odile),
            idempotencyKey: crypto.randomUUID(),
          },
          'SAFEGUARDING',
        );
        expect(refused?.code ?? null).toBe(code);
      },
    );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'an officer with a declared relationship to the family sees no override about it, and finds on none',
    },
    async () => {
      const officer = new Doer(gate(), dorothea, 'ADMINISTRATION');
      const listed = async () =>
        (await officer.asks('{ overrides { override grant { id } practitioner { id } } }')).body
          .data.overrides;
      const [seen] = (await listed()).filter(
        ({ grant, practitioner }: { grant: unknown; practitioner: { id: string } | null }) =>
          grant !== null && practitioner?.id === odile.id,
      );
      expect(seen.override).toMatch(/-/);
      await given.added('access.conflict_of_interest', {
        id: crypto.randomUUID(),
        account_id: dorothea.id,
        family_id: lindqvist.id,
        declared_at: daysFromNow(-1),
      });
      expect(JSON.stringify(await listed())).not.toContain(seen.override);
      await officer.isRefused(
        'RECORD_UNKNOWN',
        'reviewOverride',
        { override: seen.override, expectedRevision: 1, outcome: 'UPHELD', reason: 'Right.' },
        OVERRIDE_CHANGED,
      );
    },
  );
}
