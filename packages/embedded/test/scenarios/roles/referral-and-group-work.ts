import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { greer, thora, esther, tom, ottilie } = cast.practitioners;
const { constabulary, earlyHelp } = cast.agencies;
const { pettigrew, quantock, ravenhill } = cast.families;
const { dottie, stan } = pettigrew.persons;
const group = pettigrew.episodes.current;
const referred = quantock.episodes.current;

const GROUP_WORK = 'family { members { id groupWork { group progress attended } } }';
const REQUESTS =
  'informationRequests { asked state refusalCode reasons askingAgency { id } holdingAgency { id } }';

/** Referrals, requests between agencies, and group work: each agency’s own, and what another says of it. */
export function referralAndGroupWorkScenarios({ given, reader }: Scene): void {
  const provider = () => reader(greer).for('COORDINATE_SUPPORT');
  const referrer = () => reader(ottilie).for('ENGAGE_FAMILY');

  scenario(
    {
      clause: 'SHR-3.4.9',
      outcome: 'granted',
      that: 'a child’s attendance and progress in a group stand on the record, for the provider and for the team',
    },
    async () => {
      const progress = {
        id: dottie.id,
        groupWork: [
          { group: 'Friendship group', progress: 'Spoke up for another child.', attended: 90 },
        ],
      };
      for (const reading of [provider(), reader(esther)]) {
        const { family } = await reading.asksOf(group, GROUP_WORK);
        expect(family.members).toContainEqual(progress);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.9',
      outcome: 'denied',
      that: 'the provider reads nothing of the brother, who comes to another group, and is not told that he is there',
    },
    async () => {
      const { body, text } = await provider().asks(
        `query ($reference: String!) { episode(reference: $reference) { ${GROUP_WORK} } }`,
        { reference: group.reference },
      );
      expect(body.data.episode.family.members).toEqual([
        expect.objectContaining({ id: dottie.id }),
      ]);
      expect(text).not.toContain(stan.id);
      expect(text).not.toContain('Boxing club');
    },
  );

  const PLAN = 'plan { id objective actions { goal recordedByAgency { id } } }';

  scenario(
    {
      clause: 'SHR-3.3.7a',
      outcome: 'granted',
      that: 'a provider or contractor reads what its own agency put on the record, also within a plan that another agency made',
    },
    async () => {
      const { plan } = await provider().asksOf(group, PLAN);
      expect(plan.actions).toEqual([
        { goal: 'Come to the group for one term.', recordedByAgency: { id: greer.agency.id } },
      ]);
      const visits = ravenhill.episodes.current;
      const interpreter = await reader(thora).for('COORDINATE_SUPPORT').asksOf(visits, PLAN);
      expect(interpreter.plan.actions).toEqual([
        { goal: 'Interpret at both visits.', recordedByAgency: { id: thora.agency.id } },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.7a',
      outcome: 'denied',
      that: 'what another agency put there, the plan’s aim and its actions, is not the provider’s to read',
    },
    async () => {
      const { plan } = await provider().asksOf(group, PLAN);
      expect(plan.objective).toBeNull();
      await given.changed(
        'episodes.plan_action',
        { episode_id: group.id, agency_id: greer.agency.id },
        { agency_id: earlyHelp.id },
      );
      const without = await provider().asksOf(group, PLAN);
      expect(without.plan.actions).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'granted',
      that: 'the agency that was refused reads the refusal with its code and the reasons given in writing',
    },
    async () => {
      const { informationRequests } = await reader(tom).asksOf(referred, REQUESTS);
      expect(informationRequests).toContainEqual({
        asked: 'Call-outs to the street in the last year.',
        state: 'REFUSED',
        refusalCode: 'NOT_PROPORTIONATE',
        reasons: expect.stringContaining('tells of many others'),
        askingAgency: { id: earlyHelp.id },
        holdingAgency: { id: constabulary.id },
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'denied',
      that: 'the explanation is the requesting partner’s: an agency that neither asked nor refused does not read it',
    },
    async () => {
      const { informationRequests } = await referrer().asksOf(referred, REQUESTS);
      expect(informationRequests).toEqual([
        expect.objectContaining({
          asked: 'Whether the family is registered.',
          state: 'ASKED',
          reasons: null,
        }),
      ]);
    },
  );
}
