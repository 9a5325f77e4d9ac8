import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut } from '../../machines/commands.ts';
import { recordedOf } from '../../machines/walking.ts';
import type { Membership } from '../vocabulary/membership.ts';
import { Newcomers } from '../vocabulary/newcomers.ts';
import { Providers } from '../vocabulary/providers.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, barnaby, dorothea, prue, gideon, caspar, grace, joel } = cast.practitioners;
const { fernhollow } = cast.agencies;
const okafor = cast.families.okafor.episodes.current;
const SPEAKS = { state: 'SPEAKING', revision: 1, proposed_by: null, confirmed_by: null };

/** By which provider the people of an agency sign in is decided by two; to end it takes one. */
export function providerScenarios(scene: Scene, membership: Membership): void {
  const providers = new Providers(scene);
  const newcomers = new Newcomers(scene, membership);
  const { given, reader } = scene;
  const fromTheStart = (agency: { readonly id: string }) =>
    given.changed('access.issuer_agency', { agency_id: agency.id }, SPEAKS);
  async function newAgency(): Promise<string> {
    const agency = await membership.active();
    await providers.unknownFor(agency);
    return agency;
  }

  scenario(
    {
      clause: 'SHR-8.2.1a',
      outcome: 'granted',
      that: 'once one administrator proposed a provider for a new agency and another confirmed it, whom the agency names takes their invitation',
    },
    async () => {
      const agency = await newAgency();
      const email = 'orla.finn@saltmarsh.example';
      const named = { agency, name: 'Orla Finn', jobTitle: 'Practice manager', email };
      const { account } = carriedOut(await membership.nominates(prue, named));
      carriedOut(await membership.account(gideon, 'countersignNomination', account));
      carriedOut(await membership.account(prue, 'invitePractitioner', account));
      const code = await newcomers.codeOf(email);
      const takes = () => newcomers.own('orla', 'acceptInvitation', { code });
      expect(await takes()).toMatchObject({ code: 'ISSUER_NOT_FOR_AGENCY' });
      const proposed = carriedOut(await providers.proposes(adaline, agency));
      expect(proposed).toMatchObject({
        provider: 'development',
        agency,
        state: 'PROPOSED',
        revision: 1,
      });
      expect(await takes()).toMatchObject({ code: 'ISSUER_NOT_FOR_AGENCY' });
      const { link } = proposed;
      expect(carriedOut(await providers.confirms(barnaby, link, 1))).toMatchObject({
        state: 'SPEAKING',
        revision: 2,
      });
      expect(carriedOut(await takes()).state).toBe('TRAINING');
      const about = { machine: 'AGENCY_PROVIDER', onBehalfOf: 'AGENCY' };
      expect(await recordedOf(scene.database().owner, link)).toMatchObject([
        { ...about, move: 'PROPOSE', before: null, actor: adaline.id, reason: 'its own' },
        { ...about, move: 'CONFIRM', after: 'SPEAKING', actor: barnaby.id },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1a',
      outcome: 'denied',
      that: 'nobody confirms what they proposed, nor for their own agency, nor without the office; what no operator registered is not proposed',
    },
    async () => {
      const agency = await newAgency();
      for (const who of [prue, gideon, caspar, dorothea])
        expect(await providers.proposes(who, agency)).toMatchObject({ code: 'ROLE_NOT_PERMITTED' });
      for (const [about, provider] of [
        [agency, 'nowhere'],
        [crypto.randomUUID(), 'development'],
      ] as const)
        expect(await providers.proposes(adaline, about, provider)).toMatchObject({
          code: 'RECORD_UNKNOWN',
        });
      const { link } = carriedOut(await providers.proposes(adaline, agency));
      expect(await providers.confirms(adaline, link, 1)).toMatchObject({ code: 'SECOND_PERSON' });
      for (const who of [prue, gideon])
        expect(await providers.confirms(who, link, 1)).toMatchObject({
          code: 'ROLE_NOT_PERMITTED',
        });
      expect((await providers.between(agency)).state).toBe('PROPOSED');
      // Whoever controls it could speak as the other administrator, and so be both people of the next decision.
      await providers.registered('elsewhere');
      const own = carriedOut(await providers.proposes(adaline, adaline.agency.id, 'elsewhere'));
      expect(await providers.confirms(barnaby, own.link, 1)).toMatchObject({
        code: 'SECOND_AGENCY',
      });
      expect(carriedOut(await providers.confirms(dorothea, own.link, 1)).state).toBe('SPEAKING');
      carriedOut(await providers.ends(adaline, { link: own.link, revision: 2 }));
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2b',
      outcome: 'granted',
      that: 'a provider that is ended for one agency speaks for the others as before, and for that one again once two people say so',
    },
    async () => {
      await fromTheStart(fernhollow);
      const { link, revision } = await providers.between(fernhollow.id);
      carriedOut(await providers.ends(barnaby, { link, revision }, { evenIfLast: true }));
      await reader(joel).asks('{ me { id } }');
      expect((await reader(joel).asks('{ me { id } }')).body.errors).toBeUndefined();
      const again = carriedOut(await providers.proposes(barnaby, fernhollow.id));
      expect(again).toMatchObject({ link, state: 'PROPOSED', revision: 3 });
      await reader(grace).isRefused('ISSUER_NOT_FOR_AGENCY');
      carriedOut(await providers.confirms(adaline, link, 3));
      await reader(grace).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2b',
      outcome: 'denied',
      that: 'once a provider is ended nobody of the agency is let in by it, takes a step of their account, or is told of it, from the next request on',
    },
    async () => {
      await fromTheStart(fernhollow);
      await reader(grace).reads(okafor);
      const { link, revision } = await providers.between(fernhollow.id);
      const invited = await newcomers.invited(newcomers.nominee('rowan.shut@fernhollow.example'));
      const other = await newcomers.invited(newcomers.nominee('rowan.late@fernhollow.example'));
      carriedOut(await newcomers.own('rowan-shut', 'acceptInvitation', { code: invited.code }));
      carriedOut(await providers.ends(adaline, { link, revision }, { evenIfLast: true }));
      await reader(grace).isRefused('ISSUER_NOT_FOR_AGENCY');
      for (const [subject, command, input] of [
        ['rowan-shut', 'acceptUserAgreement', { version: '2024-10' }],
        ['rowan-late', 'acceptInvitation', { code: other.code }],
      ] as const)
        expect(await newcomers.own(subject, command, input)).toMatchObject({
          code: 'ISSUER_NOT_FOR_AGENCY',
        });
      expect(await newcomers.confirms('rowan-shut')).toMatchObject({
        code: 'ISSUER_NOT_FOR_AGENCY',
      });
      for (const subject of ['rowan-shut', grace.subject]) {
        const { body } = await reader({ subject }).asks('{ myAccount { state missing versions } }');
        expect(body.data.myAccount).toEqual({
          state: null,
          missing: ['ISSUER_NOT_FOR_AGENCY'],
          versions: [],
        });
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2b',
      outcome: 'denied',
      that: 'everybody of an agency is shut out only by whoever says so; the host team and those who decide on providers by nobody',
    },
    async () => {
      await fromTheStart(fernhollow);
      const own = await providers.between(fernhollow.id);
      expect(await providers.ends(adaline, own)).toMatchObject({ code: 'LAST_PROVIDER' });
      await reader(grace).reads(okafor);
      for (const { agency } of [gideon, adaline]) {
        const kept = await providers.between(agency.id);
        for (const who of [barnaby, dorothea])
          expect(await providers.ends(who, kept, { evenIfLast: true })).toMatchObject({
            code: 'HOST_LOCKED_OUT',
          });
      }
      // Another that speaks for them helps nobody who does not sign in by it.
      await providers.registered('elsewhere');
      const { link } = carriedOut(await providers.proposes(adaline, gideon.agency.id, 'elsewhere'));
      carriedOut(await providers.confirms(barnaby, link, 1));
      const kept = await providers.between(gideon.agency.id);
      expect(await providers.ends(barnaby, kept)).toMatchObject({ code: 'HOST_LOCKED_OUT' });
      carriedOut(await providers.ends(barnaby, { link, revision: 2 }));
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1a',
      outcome: 'granted',
      that: 'whoever decides on providers is shown each with those it speaks for, and who proposed it',
    },
    async () => {
      const agency = await newAgency();
      carriedOut(await providers.proposes(adaline, agency));
      for (const who of [adaline, barnaby, dorothea]) {
        const { body } = await providers.asks(who);
        const [listed] = body.data.signInProviders;
        expect(listed).toMatchObject({ provider: 'development' });
        const of = ({ id }: { readonly id: string }) =>
          listed.agencies.find((each: Answered) => each.agency.id === id);
        expect(of({ id: agency })).toMatchObject({
          state: 'PROPOSED',
          revision: 1,
          proposedBy: { id: adaline.id },
        });
        expect(of(fernhollow)).toMatchObject({ state: 'SPEAKING', proposedBy: null });
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1a',
      outcome: 'denied',
      that: 'nobody else is shown the providers',
    },
    async () => {
      for (const who of [prue, gideon, caspar]) {
        const { body } = await providers.asks(who);
        expect(body.errors?.[0]?.extensions['code']).toBe('ROLE_NOT_PERMITTED');
      }
    },
  );
}
