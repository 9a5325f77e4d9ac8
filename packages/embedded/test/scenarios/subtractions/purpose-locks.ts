import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow } from '../vocabulary/county-words.ts';
import type { Reader } from '../vocabulary/reader.ts';
import type { Scene } from '../vocabulary/scene.ts';
import type { WholeRecord } from '../vocabulary/whole-record.ts';
import { wholeRecord } from '../vocabulary/whole-record.ts';

const { tom, rhona, kwame, sigrid, halima, desmond } = cast.practitioners;
const { gresham } = cast.families;
const { tabitha: account } = cast.familyAccounts;
const { tabitha } = gresham.persons;
const MATCHED = [
  'Free school meals unclaimed, as the match showed.',
  'Out of work and behind with council tax, as the match showed.',
];
const BENEFIT = 'Housing benefit ended in March.';
const PLAIN = 'A break each week.';
const LEARNED = 'What the services knew before the match, for the learning review.';
const POOL = '{ matchCandidates(first: 50) { totalCount edges { node { familyName } } } }';

/** Entries that came under a law which fixes what they may be used for, and by whom. */
export function purposeLockScenarios({ given, reader }: Scene): void {
  const recordFor = (who: Reader): Promise<WholeRecord> =>
    wholeRecord(who, gresham.episodes.current);
  const debts = (record: WholeRecord): readonly unknown[] => record.entries(tabitha, 'finance');

  async function poolOf(who: Reader): Promise<readonly string[]> {
    const { body } = await who.for('MATCH_DATA').asks(POOL);
    const { totalCount, edges } = body.data.matchCandidates;
    expect(edges).toHaveLength(totalCount);
    return edges.map(({ node }: { node: { familyName: string } }) => node.familyName);
  }

  scenario(
    {
      clause: 'SHR-3.5L-g',
      outcome: 'granted',
      that: 'data matched under the Digital Economy Act serves to understand needs, to choose and to coordinate support, and to find families',
    },
    async () => {
      for (const purpose of ['UNDERSTAND_NEEDS', 'CHOOSE_SUPPORT', 'COORDINATE_SUPPORT'] as const) {
        const { needs } = await recordFor(reader(rhona).for(purpose));
        expect(needs).toEqual(expect.arrayContaining(MATCHED));
      }
      expect(await poolOf(reader(halima))).toContain('Fosse');
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-g',
      outcome: 'denied',
      that: 'not to safeguard, to engage or to talk a case over, which the Act’s objectives do not name',
    },
    async () => {
      for (const purpose of [
        'SAFEGUARDING',
        'ENGAGE_FAMILY',
        'PROFESSIONAL_CONVERSATION',
      ] as const) {
        const { needs } = await recordFor(reader(rhona).for(purpose));
        expect(needs).toEqual([PLAIN]);
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-h',
      outcome: 'granted',
      that: 'a listed partner with a justification reads the matched debt for the purpose it was matched for',
    },
    async () => {
      const record = await recordFor(reader(rhona).for('COORDINATE_SUPPORT'));
      expect(debts(record)).toEqual(['Catalogue debt', 'Council tax arrears']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-h',
      outcome: 'denied',
      that: 'a partner that is not listed reads no matched entry, and nothing tells that one is there',
    },
    async () => {
      const record = await recordFor(reader(kwame).for('COORDINATE_SUPPORT'));
      expect(debts(record)).toEqual(['Catalogue debt']);
      expect(record.needs).toEqual([PLAIN]);
      expect(record.noticesOn(tabitha)).not.toContain('Person.finance');
      expect(record.text).not.toContain('as the match showed');
      expect(await poolOf(reader(desmond))).not.toContain('Fosse');
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-i',
      outcome: 'granted',
      that: 'a partner reads what was matched from the moment it is published as listed, and before that what has another basis',
    },
    async () => {
      const who = reader(kwame).for('COORDINATE_SUPPORT');
      expect(debts(await recordFor(who))).toEqual(['Catalogue debt']);
      await given.added('access.agency_standing', {
        id: '00000000-0000-4000-8000-000000000701',
        agency_id: kwame.agency.id,
        standing: 'DEA2017_SPECIFIED_PERSON',
        starts_on: dateFromNow(0),
      });
      const record = await recordFor(who);
      expect(debts(record)).toEqual(['Catalogue debt', 'Council tax arrears']);
      expect(record.needs).toEqual(expect.arrayContaining(MATCHED));
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-i',
      outcome: 'denied',
      that: 'a partner taken off the list reads it no more, the lead professional’s own team neither',
    },
    async () => {
      for (const who of [rhona, tom]) {
        const listed = { agency_id: who.agency.id, standing: 'DEA2017_SPECIFIED_PERSON' };
        await given.changed('access.agency_standing', listed, { ends_on: dateFromNow(0) });
        const record = await recordFor(reader(who).for('COORDINATE_SUPPORT'));
        expect(record.text).not.toContain('as the match showed');
        expect(debts(record)).not.toContain('Council tax arrears');
      }
    },
  );

  scenario(
    {
      clause: 'DEV-A1-131',
      outcome: 'granted',
      that: 'what came under the Welfare Reform Act is read by the council, to help a household and to find one',
    },
    async () => {
      const record = await recordFor(reader(tom).for('COORDINATE_SUPPORT'));
      expect(record.needs).toContain(BENEFIT);
      expect(debts(record)).toContain('Benefit claim under review');
      expect(await poolOf(reader(halima))).toContain('Ganton');
    },
  );

  scenario(
    {
      clause: 'DEV-A1-131',
      outcome: 'denied',
      that: 'no other partner reads it, listed under another Act or not, nor the council for another purpose',
    },
    async () => {
      for (const who of [rhona, kwame]) {
        const record = await recordFor(reader(who).for('COORDINATE_SUPPORT'));
        for (const word of [BENEFIT, 'Benefit claim']) expect(record.text).not.toContain(word);
      }
      const { needs } = await recordFor(reader(tom).for('SAFEGUARDING'));
      expect(needs).toEqual([PLAIN]);
      expect(await poolOf(reader(desmond))).not.toContain('Ganton');
    },
  );

  scenario(
    {
      clause: 'SOM-5.1',
      outcome: 'granted',
      that: 'a reviewer reads for the review what was gathered for it',
    },
    async () => {
      const { minutes } = await recordFor(reader(sigrid).for('REVIEW'));
      expect(minutes).toEqual([LEARNED]);
    },
  );

  scenario(
    {
      clause: 'SOM-5.1',
      outcome: 'denied',
      that: 'a reviewer reads it for no other purpose, and what is locked to a purpose that nobody knows is read by nobody',
    },
    async () => {
      for (const purpose of ['UNDERSTAND_NEEDS', 'AUDIT', 'PLANNING_AND_REPORTING'] as const) {
        const { body } = await reader(sigrid).for(purpose).asks('{ episodes { totalCount } }');
        expect(body.data ?? null).toBeNull();
      }
      for (const who of [reader(sigrid).for('REVIEW'), reader(tom)])
        expect((await recordFor(who)).text).not.toContain('a lock that nobody knows');
    },
  );

  scenario(
    {
      clause: 'SOM-5.2',
      outcome: 'granted',
      that: 'what was not gathered for the review stays with the team: unlocked, the minutes are read by it',
    },
    async () => {
      const locked = { episode_id: gresham.episodes.current.id, purpose_lock: 'LEARNING_REVIEW' };
      await given.changed('episodes.taf_meeting', locked, { purpose_lock: null });
      for (const who of [tom, kwame]) {
        const { minutes } = await recordFor(reader(who));
        expect(minutes).toEqual([LEARNED]);
      }
    },
  );

  scenario(
    {
      clause: 'SOM-5.2',
      outcome: 'denied',
      that: 'nothing of it leaves the review: not for the lead professional who recorded it, the team or the family',
    },
    async () => {
      const readers = [tom, rhona, kwame].map((who) => reader(who));
      for (const who of [...readers, reader(account).for('RIGHTS')]) {
        const { episode, text } = await recordFor(who);
        expect(episode.meetings).toEqual([]);
        expect(text).not.toContain(LEARNED);
      }
    },
  );

  scenario(
    {
      clause: 'PN-r-acc',
      outcome: 'granted',
      that: 'a lock keeps nothing from whom the entry is about, and about nobody else',
    },
    async () => {
      const own = await recordFor(reader(account).for('RIGHTS'));
      expect(debts(own)).toHaveLength(3);
      expect(own.needs).toEqual([PLAIN, BENEFIT, MATCHED[1]]);
    },
  );
}
