import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { expectChain, recordedOf } from '../../machines/walking.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Membership } from '../vocabulary/membership.ts';
import type { Invited } from '../vocabulary/newcomers.ts';
import { Newcomers } from '../vocabulary/newcomers.ts';
import { Providers } from '../vocabulary/providers.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, barnaby, prue, gideon, caspar, dorothea } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const GRANT = { shows: '... on AccessGrantChanged { grant { id } }' };
const ORLA = 'orla.finn@saltmarsh.example';

/** How an agency that left takes part again, and what does not come back with it. */
export function rejoiningScenarios(scene: Scene, membership: Membership): void {
  const { given, reader } = scene;
  const newcomers = new Newcomers(scene, membership);
  const providers = new Providers(scene);
  const orla = { subject: 'orla-of-the-surgery' };
  const longTrained = async () => {
    for (const { agency } of [prue, adaline])
      await given.changed(
        'access.agency_evidence',
        { agency_id: agency.id },
        { valid_until: '2060-01-01' },
      );
    for (const each of [adaline, barnaby, prue, gideon, dorothea])
      await given.changed('access.training', { account_id: each.id }, { expires_on: '2060-01-01' });
  };
  const grants = (practitioner: string) =>
    commands(
      scene.gate(),
      prue,
      'grantAccess',
      {
        practitioner,
        episode: okafor.id,
        role: 'TAF_MEMBER',
        workingRelationship: 'Sees Chidi at the surgery.',
        endsAt: daysFromNow(100),
        reason: 'as the plan has it',
        idempotencyKey: crypto.randomUUID(),
      },
      GRANT,
    );
  const isInvited = async (agency: string): Promise<Invited> => {
    const nominee = { agency, name: 'Orla Finn', jobTitle: 'Nurse', email: ORLA };
    const { account } = carriedOut(await membership.nominates(prue, nominee));
    carriedOut(await membership.account(gideon, 'countersignNomination', account));
    carriedOut(await membership.account(prue, 'invitePractitioner', account));
    return { account, code: await newcomers.codeOf(ORLA) };
  };
  /** What its contact officer is answered, who leaves again, so that the address is free. */
  const takesInvitation = async (agency: string): Promise<Answered> => {
    const { account, code } = await isInvited(agency);
    const answer = await newcomers.own('orla-again', 'acceptInvitation', { code });
    carriedOut(await membership.account(prue, 'reportLeaver', account));
    return answer;
  };
  /** Its contact officer, whom the host nominates and a second person of the host countersigns. */
  const joins = async (agency: string): Promise<Invited> => {
    const invited = await isInvited(agency);
    await newcomers.enrols(orla.subject, invited);
    return invited;
  };
  /** An agency whose nurse worked on the case, and which left. */
  const whichLeft = async (): Promise<{ agency: string; account: string }> => {
    await longTrained();
    const agency = await membership.active();
    const { account } = await joins(agency);
    carriedOut(await grants(account));
    await reader(orla).reads(okafor);
    carriedOut(await membership.step(gideon, 'giveNotice', agency));
    await membership.later(32, 'AGENCY_WITHDRAWN');
    return { agency, account };
  };
  const returns = (agency: string) => membership.step(prue, 'inviteAgencyAgain', agency);
  /** One administrator proposes a provider, and another confirms it. */
  const speaks = async (agency: string): Promise<void> => {
    const { link, revision } = carriedOut(await providers.proposes(adaline, agency));
    carriedOut(await providers.confirms(barnaby, link, revision));
  };
  const takesPart = async (agency: string): Promise<void> => {
    carriedOut(await membership.step(prue, 'beginNegotiation', agency));
    await membership.hasContactOfficer(agency);
    const signedOn = scene.clock.now().toISOString().slice(0, 10);
    carriedOut(await membership.signs(agency, { signedOn }));
    carriedOut(await membership.step(prue, 'activateAgency', agency));
  };

  scenario(
    {
      clause: 'SHR-8.2.1c',
      outcome: 'granted',
      that: 'an agency that left is invited again, negotiates, signs anew, and its people read once they are nominated and given access anew',
    },
    async () => {
      const { agency, account } = await whichLeft();
      const { agency: again } = carriedOut(await returns(agency));
      expect(again).toMatchObject({ id: agency, state: 'INVITED', leavesAt: null });
      await takesPart(agency);
      await speaks(agency);
      const back = await joins(agency);
      expect(back.account).not.toBe(account);
      carriedOut(await grants(back.account));
      await reader(orla).reads(okafor);
      const signatures = await scene.database().owner.run<{ ended: boolean }>({
        text: `SELECT ends_at IS NOT NULL AS ended FROM access.agency_signature WHERE agency_id = $1 ORDER BY effective_from`,
        values: [agency],
      });
      expect(signatures).toEqual([{ ended: true }, { ended: false }]);
      expectChain(await recordedOf(scene.database().owner, agency));
      // It may leave again, too.
      carriedOut(await membership.step(gideon, 'giveNotice', agency));
      await membership.later(32, 'AGENCY_WITHDRAWN');
      expect(await membership.stateOf('agency', agency)).toBe('WITHDRAWN');
    },
  );
  scenario(
    {
      clause: 'SHR-8.2.1c',
      outcome: 'denied',
      that: 'nothing that its people could do comes back with the agency: no account, no role, no grant, before it signs and after',
    },
    async () => {
      const { agency, account } = await whichLeft();
      expect(await membership.stateOf('account', account)).toBe('LEFT');
      expect(await membership.grantsOf(account)).toEqual(['REVOKED AGENCY_WITHDREW']);
      const roles = await scene.database().owner.run<{ id: string; over: boolean }>({
        text: 'SELECT id, ends_at IS NOT NULL AS over FROM access.role_holding WHERE account_id = $1',
        values: [account],
      });
      expect(roles.map(({ over }) => over)).toEqual([true]);
      for (const { id } of roles)
        expect((await recordedOf(scene.database().owner, id)).at(-1)).toMatchObject({
          move: 'END',
          onBehalfOf: 'SERVICE',
          actor: null,
        });
      carriedOut(await returns(agency));
      const unsigned = await membership.step(prue, 'activateAgency', agency);
      expect(unsigned).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
      carriedOut(await membership.step(prue, 'beginNegotiation', agency));
      // Whom the partnership turned to before is nobody's word now.
      expect(await membership.signs(agency)).toMatchObject({
        code: 'AGENCY_NOT_READY',
        findings: [{ part: 'CONTACT_OFFICER' }],
      });
      await membership.hasContactOfficer(agency);
      const signedOn = scene.clock.now().toISOString().slice(0, 10);
      carriedOut(await membership.signs(agency, { signedOn }));
      carriedOut(await membership.step(prue, 'activateAgency', agency));
      await speaks(agency);
      await reader(orla).isRefused('ACCOUNT_NOT_ACTIVE');
      expect(await grants(account)).toMatchObject({ code: 'GRANT_NOT_POSSIBLE' });
    },
  );

  scenario(
    {
      clause: 'SHR-13',
      outcome: 'denied',
      that: 'nobody but the host brings an agency back, none that did not leave, and what was proposed about it before is settled',
    },
    async () => {
      await longTrained();
      const active = await membership.active();
      expect(await returns(active)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
      const agency = await membership.active();
      carriedOut(await membership.step(gideon, 'giveNotice', agency));
      carriedOut(await membership.step(gideon, 'suspendAgency', agency));
      await membership.later(32, 'AGENCY_WITHDRAWN');
      for (const who of [caspar, dorothea])
        expect(await membership.step(who, 'inviteAgencyAgain', agency)).toMatchObject({
          code: 'ROLE_NOT_PERMITTED',
        });
      carriedOut(await returns(agency));
      await takesPart(agency);
      expect(
        await membership.step(dorothea, 'decideOnSuspension', agency, { agree: true }),
      ).toMatchObject({ code: 'NOTHING_TO_DECIDE' });
    },
  );
  scenario(
    {
      clause: 'SHR-8.2.1a',
      outcome: 'denied',
      that: 'an agency that had left before its people’s accounts were ended brings none of them back either',
    },
    async () => {
      const { stonebeck } = cast.agencies;
      const there = await scene.database().owner.run<{ id: string }>({
        text: "SELECT id FROM access.account WHERE agency_id = $1 AND kind = 'PRACTITIONER' AND state = 'ACTIVE'",
        values: [stonebeck.id],
      });
      expect(there).not.toEqual([]);
      carriedOut(await returns(stonebeck.id));
      for (const { id } of there) expect(await membership.stateOf('account', id)).toBe('LEFT');
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2f',
      outcome: 'denied',
      that: 'no provider speaks for an agency that is invited again because one did before, or was proposed to: whoever left with it reads why until then, and whom it names takes no invitation',
    },
    async () => {
      const { agency } = await whichLeft();
      await providers.registered('elsewhere');
      await given.added('access.issuer_agency', {
        ...{ id: crypto.randomUUID(), issuer_id: 'elsewhere', agency_id: agency },
        ...{ state: 'PROPOSED', proposed_by: adaline.id, revision: 1 },
      });
      const own = async () =>
        (await reader(orla).asks('{ myAccount { state missing } }')).body.data.myAccount;
      expect(await own()).toMatchObject({ state: 'LEFT' });
      carriedOut(await returns(agency));
      expect(await own()).toEqual({ state: null, missing: ['ISSUER_NOT_FOR_AGENCY'] });
      for (const provider of ['development', 'elsewhere']) {
        const { link, state, revision } = await providers.between(agency, provider);
        expect([state, revision]).toEqual(['ENDED', 2]);
        expect((await recordedOf(scene.database().owner, link)).at(-1)).toMatchObject({
          ...{ machine: 'AGENCY_PROVIDER', move: 'END', onBehalfOf: 'AGENCY', actor: prue.id },
          ...{ after: 'ENDED', reason: 'as agreed' },
        });
        expect(await providers.confirms(barnaby, link, revision)).toMatchObject({
          code: 'STEP_NOT_POSSIBLE',
        });
      }
      await takesPart(agency);
      expect(await takesInvitation(agency)).toMatchObject({
        code: 'ISSUER_NOT_FOR_AGENCY',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2f',
      outcome: 'granted',
      that: 'once two people decided anew that a provider speaks for the agency that came back, whom it names takes their invitation; what had ended before is ended once',
    },
    async () => {
      const { agency } = await whichLeft();
      const { link, revision } = await providers.between(agency);
      const ended = { link, revision };
      carriedOut(await providers.ends(adaline, ended, { evenIfLast: true }));
      carriedOut(await returns(agency));
      expect(await providers.between(agency)).toMatchObject({ state: 'ENDED', revision: 2 });
      await takesPart(agency);
      await speaks(agency);
      expect(carriedOut(await takesInvitation(agency)).state).toBe('TRAINING');
    },
  );
}
