import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { solveig, thora, tobias } = cast.practitioners;
const { brightwater } = cast.agencies;
const { mundy, ravenhill, okafor } = cast.families;
const transferred = mundy.episodes.steppedUp;
const visited = ravenhill.episodes.current;

const PICKED =
  'needs { outcome } meetings { minutes } plan { objective } assessment { id } family { address members { id givenName safeguardingConcerns { concern } voice { words } } }';

/** A transfer to social care, and third parties under a confidentiality agreement. */
export function transferAndThirdPartyScenarios({ given, reader }: Scene): void {
  const socialCare = () => reader(solveig).for('SAFEGUARDING');

  scenario(
    {
      clause: 'SHR-3.4.10b',
      outcome: 'granted',
      that: 'once a transfer for a safeguarding risk was sent, social care reads the worry for which it was made',
    },
    async () => {
      const { family } = await socialCare().asksOf(transferred, PICKED);
      expect(family.members).toContainEqual(
        expect.objectContaining({
          id: mundy.persons.child.id,
          safeguardingConcerns: [{ concern: 'Left alone after school on two days' }],
        }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10b',
      outcome: 'denied',
      that: 'not while the transfer is only proposed, not for another family, and not for early help’s own purposes',
    },
    async () => {
      await given.changed(
        'access.proceeding',
        { episode_id: transferred.id, kind: 'TRANSFER', state: 'SENT' },
        { state: 'PROPOSED' },
      );
      await socialCare().findsNothingOf(transferred);
      await socialCare().findsNothingOf(okafor.episodes.current);
      await reader(solveig).for('COORDINATE_SUPPORT').isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10c',
      outcome: 'granted',
      that: 'what was picked by hand goes over: one need of three, the minutes, the child’s words',
    },
    async () => {
      const { needs, meetings, family } = await socialCare().asksOf(transferred, PICKED);
      expect(needs).toEqual([{ outcome: 'FAMILY_RELATIONSHIPS' }]);
      expect(meetings).toHaveLength(1);
      expect(family.members).toContainEqual(
        expect.objectContaining({ voice: [{ words: 'I want mornings without shouting.' }] }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.10c',
      outcome: 'denied',
      that: 'nothing goes by itself: not the plan, not a name or address, not what a second transfer only proposes',
    },
    async () => {
      const { plan, family } = await socialCare().asksOf(transferred, PICKED);
      expect(plan).toBeNull();
      expect(family.address).toBeNull();
      for (const person of family.members) expect(person.givenName).toBeNull();
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.4b',
      outcome: 'granted',
      that: 'an interpreter whose agency signed its confidentiality agreement reads whom the work is for',
    },
    async () => {
      const { family } = await reader(thora)
        .for('COORDINATE_SUPPORT')
        .asksOf(visited, 'family { members { id givenName } }');
      expect(family.members).toEqual([
        { id: ravenhill.persons.parent.id, givenName: ravenhill.persons.parent.givenName },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.4b',
      outcome: 'denied',
      that: 'a third party without one is turned away, and so is the interpreter when hers is no longer there',
    },
    async () => {
      await reader(tobias).for('COORDINATE_SUPPORT').isRefused('AGENCY_NOT_IN_FORCE');
      await given.removed('access.agency_evidence', {
        agency_id: brightwater.id,
        kind: 'CONFIDENTIALITY_AGREEMENT',
      });
      await reader(thora).for('COORDINATE_SUPPORT').isRefused('AGENCY_NOT_IN_FORCE');
    },
  );
}
