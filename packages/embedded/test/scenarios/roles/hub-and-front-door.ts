import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';

const { dev, conrad, hester, tom, ottilie } = cast.practitioners;
const { farrow, pargeter, quantock, okafor } = cast.families;
const contact = farrow.episodes.contact;
const consulted = pargeter.episodes.contact;
const current = quantock.episodes.current;

const BOTH_SYSTEMS = 'reason family { members { id socialCareStatus socialCare { status } } }';

interface Member {
  readonly id: string;
  readonly [field: string]: unknown;
}

function member(episode: { family: { members: readonly Member[] } }, who: { id: string }): Member {
  const found = episode.family.members.find(({ id }) => id === who.id);
  if (found === undefined) throw new Error('the person is not among the members');
  return found;
}

/** The front door, consultations and family hubs. */
export function hubAndFrontDoorScenarios({ given, reader }: Scene): void {
  scenario(
    {
      clause: 'SHR-3.5.6a',
      outcome: 'granted',
      that: 'an EHASt practitioner reads why a family came to early help and what social care knows, side by side',
    },
    async () => {
      const record = await reader(dev).asksOf(contact, BOTH_SYSTEMS);
      expect(record.reason).toBe(contact.facts.reason);
      expect(member(record, farrow.persons.child)['socialCare']).toEqual([
        { status: 'Assessment, no further action' },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.6a',
      outcome: 'denied',
      that: 'a hub worker, who is no EHASt practitioner, reads the early-help side and not the social-care side',
    },
    async () => {
      const record = await reader(hester).asksOf(current, BOTH_SYSTEMS);
      expect(record.reason).toBe(current.facts.reason);
      expect(member(record, quantock.persons.child)).toMatchObject({
        socialCareStatus: null,
        socialCare: null,
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.3',
      outcome: 'granted',
      that: 'whoever gives a consultation for children’s services reads early help and social care of the family asked about',
    },
    async () => {
      await given.changed(
        'families.person_entry',
        { kind: 'SOCIAL_CARE_STATUS', person_id: quantock.persons.child.id },
        { person_id: pargeter.persons.child.id, episode_id: consulted.id },
      );
      const advising = reader(conrad).for('PROFESSIONAL_CONVERSATION');
      const record = await advising.asksOf(consulted, BOTH_SYSTEMS);
      expect(record.reason).toBe(consulted.facts.reason);
      expect(member(record, pargeter.persons.child)['socialCareStatus']).toBe('NONE');
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.3',
      outcome: 'denied',
      that: 'of a family about which nobody asked, the same adviser reads neither',
    },
    async () => {
      const advising = reader(conrad).for('PROFESSIONAL_CONVERSATION');
      await advising.findsNothingOf(current);
      await advising.findsNothingOf(okafor.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.9',
      outcome: 'granted',
      that: 'a consultation about an identified family stands on its record, with who gave it',
    },
    async () => {
      const { caseNotes } = await reader(tom).asksOf(
        current,
        'caseNotes { kind subject text recordedBy { id } }',
      );
      expect(caseNotes).toContainEqual({
        kind: 'CONSULTATION',
        subject: 'Whether social care is needed',
        text: 'Not now; consult again if the child is found alone.',
        recordedBy: { id: conrad.id },
      });
    },
  );

  scenario(
    {
      clause: 'SHR-3.8.9',
      outcome: 'denied',
      that: 'who referred the family is not told what was said in a consultation with somebody else',
    },
    async () => {
      const { caseNotes } = await reader(ottilie)
        .for('ENGAGE_FAMILY')
        .asksOf(current, 'caseNotes { text }');
      expect(caseNotes).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.6.1',
      outcome: 'granted',
      that: 'a hub worker reads who the family is and where it lives, before a team is there and while it works',
    },
    async () => {
      for (const status of ['SCREENING', 'OPEN_TAF']) {
        await given.changed('episodes.episode', { id: current.id }, { status });
        const { family } = await reader(hester).reads(current);
        expect(family.address).toContain('Upper Green');
        expect(family.members).toHaveLength(2);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.6.1',
      outcome: 'denied',
      that: 'not of a family that did not come through the hub, and not once the episode has closed',
    },
    async () => {
      await reader(hester).findsNothingOf(consulted);
      await given.changed('episodes.episode', { id: current.id }, { status: 'CLOSED' });
      await reader(hester).findsNothingOf(current);
    },
  );
}
