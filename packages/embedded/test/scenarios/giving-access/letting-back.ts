import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { GRANT, grants, leading } from './grants.ts';

const { gideon, joel, sian } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const REMOVAL = 'FamilyRemovalChanged { removal state revision }';
const REQUEST = 'AccessRequestChanged { request state revision }';

/** Whom a family had removed stays out, however access would come about, until the family wants them back. */
export function lettingBackScenarios(scene: Scene): void {
  const { reader, gate } = scene;
  const { host, lead, asked, codes } = grants(scene);
  const as = (who: { readonly subject: string }) => new Doer(gate(), who, 'COORDINATE_SUPPORT');
  const removes = (whom: Readonly<Record<string, string>>) =>
    lead().does<{ removal: string; revision: number }>(
      'removeAtFamilysRequest',
      {
        episode: okafor.id,
        reason: 'The family does not want this.',
        idempotencyKey: crypto.randomUUID(),
        ...('agency' in whom ? { viable: true } : {}),
        ...whom,
      },
      REMOVAL,
    );
  const back = (whom: Readonly<Record<string, string>>) => ({
    episode: okafor.id,
    reason: 'The mother asked for it on the telephone.',
    ...whom,
  });
  const told = ({ removal, revision }: { readonly removal: string; readonly revision: number }) =>
    host().does(
      'confirmAgencyTold',
      { removal, expectedRevision: revision, reason: 'Rang the head teacher.' },
      REMOVAL,
    );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      that: 'a worker whom the family had removed is let in again by no grant, no answer to a request, and neither as lead nor as deputy',
    },
    async () => {
      await host().does('grantAccess', asked(sian), GRANT);
      const { request } = await as(sian).does<{ request: string }>(
        'requestAccess',
        {
          identifiers: { givenName: 'Chidi', familyName: 'Okafor' },
          role: 'TAF_MEMBER',
          workingRelationship: 'Teaches him',
          purpose: 'To help with attendance',
          idempotencyKey: crypto.randomUUID(),
        },
        REQUEST,
      );
      for (const who of [sian, joel]) await removes({ practitioner: who.id });
      for (const doer of [host(), lead()]) expect(await codes(doer, sian)).toEqual(['KEPT_OUT']);
      const until = { endsAt: daysFromNow(60), idempotencyKey: crypto.randomUUID() };
      const given = { episode: okafor.id, reason: 'as the plan has it', ...until };
      for (const [command, args, shown] of [
        ['answerAccessRequest', { ...given, request, expectedRevision: 1 }, REQUEST],
        ['nameDeputy', { ...given, to: joel.id }, GRANT],
        ['handOverLead', { ...given, ...(await leading(scene, okafor)), to: joel.id }, GRANT],
      ] as const) {
        const refused = await host().isRefused('GRANT_NOT_POSSIBLE', command, args, shown);
        expect(refused.findings).toMatchObject([
          { code: 'KEPT_OUT', expected: expect.stringContaining('endFamilyRemoval') },
        ]);
      }
      for (const who of [sian, joel]) await reader(who).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'granted',
      that: 'when the family wants a worker or an agency back that is put on the record, once the agency was told of what it had wanted before; access is then given anew',
    },
    async () => {
      await host().does('grantAccess', asked(sian), GRANT);
      for (const whom of [{ practitioner: sian.id }, { agency: sian.agency.id }]) {
        const removed = await removes(whom);
        if ('practitioner' in whom) {
          const early = await lead().isRefused(
            'STEP_NOT_POSSIBLE',
            'endFamilyRemoval',
            back(whom),
            REMOVAL,
          );
          expect(early.about).toEqual(expect.arrayContaining(['TO_TELL', 'TELL']));
          await told(removed);
        }
        const ended = await lead().does<{ state: string }>('endFamilyRemoval', back(whom), REMOVAL);
        expect(ended).toMatchObject({ state: 'ENDED' });
        await reader(sian).findsNothingOf(okafor);
      }
      const [recorded] = await scene.database().owner.run({
        text: `SELECT move, on_behalf_of, reason, account_id FROM partners.access_event WHERE machine = 'FAMILY_REMOVAL'
          AND account_id = $1 ORDER BY position DESC LIMIT 1`,
        values: [sian.id],
      });
      expect(recorded).toMatchObject({ move: 'END', on_behalf_of: 'FAMILY' });
      await host().does('grantAccess', asked(sian), GRANT);
      await reader(sian).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      alone: 'What is ended by nobody else is above.',
      that: 'nobody brings themselves back, nor whom nobody had removed, nor by what only some of the team may do',
    },
    async () => {
      await host().does('grantAccess', asked(sian), GRANT);
      await removes({ practitioner: gideon.id });
      const own = back({ practitioner: gideon.id });
      await as(gideon).isRefused('OWN_ACCESS', 'endFamilyRemoval', own, REMOVAL);
      await as(sian).isRefused('NOT_A_GRANTOR', 'endFamilyRemoval', own, REMOVAL);
      for (const whom of [{ practitioner: joel.id }, { agency: joel.agency.id }, { agency: 'x' }])
        await host().isRefused('RECORD_UNKNOWN', 'endFamilyRemoval', back(whom), REMOVAL);
      expect((await host().tries('endFamilyRemoval', back({}), REMOVAL)).refused?.code).toBe(
        'ARGUMENT_INVALID',
      );
    },
  );
}
