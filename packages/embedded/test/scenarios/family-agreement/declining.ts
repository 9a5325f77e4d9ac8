import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { oneProof } from '../vocabulary/one-proof.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { agreeing, SEEN } from './agreeing.ts';

const { noel } = cast.practitioners;
const { tarrant, marsh, okafor } = cast.families;

/** A family says no, or is not asked, since a law stands in for its answer. */
export function decliningScenarios(scene: Scene): void {
  const { reader } = scene;
  const { parent, child } = tarrant.persons;
  const ofTarrant = () => agreeing(scene, tarrant.episodes.current);
  const ofMarsh = () => agreeing(scene, marsh.episodes.current);

  scenario(
    {
      clause: 'SHR-3.4.2c',
      outcome: 'granted',
      that: 'a family says no, and that is where it ends; told again later, it may say yes',
    },
    async () => {
      const { lead, asks, signs } = ofTarrant();
      const no = { reason: 'They do not want this now.' };
      await lead('recordDecline', { person: parent.id, ...no });
      const declined = await lead('recordDecline', { person: child.id, ...no });
      expect(declined.agreement.status).toBe('DECLINED');
      await asks([parent, child]);
      expect((await signs(parent, [parent, child], SEEN)).agreement.status).toBe('SIGNED');
    },
  );
  scenario(
    {
      clause: 'SHR-3.4.2c',
      outcome: 'denied',
      that: 'nobody says no for a child for whom another parent says yes, nor for somebody who signed: they withdraw for themselves',
    },
    async () => {
      const { lead } = agreeing(scene, okafor.episodes.current);
      const { ngozi } = okafor.persons;
      const answer = await lead('recordDecline', { person: ngozi.id, reason: 'She says no.' });
      expect(answer.code).toBe('STEP_NOT_POSSIBLE');
      const { signs, lead: other } = ofTarrant();
      await signs(parent, [child], SEEN);
      const declined = await other('recordDecline', { person: child.id, reason: 'No.' });
      expect(declined.code).toBe('SPOKEN_FOR_BY_ANOTHER');
    },
  );

  oneProof(
    {
      clauses: ['SHR-3.8.2c', 'SHR-3.7.2b'],
      outcome: 'granted',
      that: 'without agreement the law is written down, and why somebody was consulted before anything was discussed: then the record opens',
    },
    async () => {
      await reader(noel).findsNothingOf(marsh.episodes.current);
      const answer = await ofMarsh().lead('recordBasisWithoutAgreement', {
        persons: [marsh.persons.parent.id, marsh.persons.child.id],
        basis: 'Children Act 2004 s10: the school and the clinic saw the same injuries.',
        explained: false,
        notExplainedBecause: 'It would put the child at risk.',
        consultedBefore: 'Nobody works with the family yet, and the child may be hurt.',
      });
      expect(answer.agreement).toMatchObject({ status: 'NOT_DISCUSSED' });
      expect(answer.agreement.basisWhenNoAgreement).toContain('Children Act 2004');
      await reader(noel).reads(marsh.episodes.current);
    },
  );
  oneProof(
    {
      clauses: ['SHR-3.8.2c', 'SHR-3.7.2b'],
      outcome: 'denied',
      that: 'a basis that says nothing, or of which neither anything was explained nor why not, opens nothing',
    },
    async () => {
      const basis = { persons: [marsh.persons.parent.id], explained: true, basis: ' ' };
      for (const left of [{}, { basis: 'A law.', explained: false }])
        expect(
          (await ofMarsh().lead('recordBasisWithoutAgreement', { ...basis, ...left })).code,
        ).toBe('ARGUMENT_INVALID');
      await reader(noel).findsNothingOf(marsh.episodes.current);
    },
  );
}
