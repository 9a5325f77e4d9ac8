import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { afterEach, expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { familiesFire } from '../vocabulary/due-work.ts';
import { Help } from '../vocabulary/living-record.ts';
import type { Scene } from '../vocabulary/scene.ts';
import type { Sent } from '../vocabulary/source-import.ts';
import { Importing, sentItem } from '../vocabulary/source-import.ts';

const { caspar, kwame, evander, halima, desmond, dev, prue } = cast.practitioners;
const { chidi } = cast.families.okafor.persons;
const OVER = ['IMPORT_POOL_OVER', 'MATCH_CANDIDATE_OVER'];
const HOME = { addressLine: '9 Heron Yard', postcode: 'MZ9 1ZZ' };
/** Twelve months before the county's present day. */
const A_YEAR_AGO = '2025-06-17';
const A_YEAR_AGO_TOMORROW = '2025-06-18';

/** How long what was sent waits, who has it under which law, and when a family is made known. */
export function poolScenarios(scene: Scene): void {
  const importing = new Importing(scene);
  afterEach(() => importing.clears());
  const owner = () => scene.database().owner;

  async function receivedOn(day: string): Promise<void> {
    await owner().script(
      `UPDATE families.import_batch SET received_on = '${day}'; UPDATE families.import_item SET received_on = '${day}';`,
    );
  }
  async function certificates(): Promise<readonly Answered[]> {
    return owner().run({
      text: 'SELECT source, cause, items, to_jsonb(certified) AS row FROM families.import_certificate certified WHERE agency_id IS NOT NULL',
      values: [],
    });
  }
  const receives = (item: Sent): Promise<string> =>
    importing.receives(caspar, 'SCHOOL_CENSUS', item);

  scenario(
    {
      clause: 'DEV-A3-12m',
      outcome: 'granted',
      that: 'what a source sent of a family under the threshold stays in the pool to the last day of twelve months, however often it is sent',
    },
    async () => {
      const sent = sentItem();
      const item = await receives(sent);
      await receivedOn(A_YEAR_AGO_TOMORROW);
      await importing.sends(caspar, 'SCHOOL_CENSUS', [{ ...sent, percentage: 12 }]);
      await familiesFire(scene, OVER);
      expect(await importing.inPool(item)).toMatchObject({
        receivedOn: A_YEAR_AGO_TOMORROW,
        keptUntil: dateFromNow(0),
      });
    },
  );

  scenario(
    {
      clause: 'DEV-A3-12m',
      outcome: 'denied',
      that: 'on the day twelve months later it is nobody’s any more; it is deleted with all that was said of it, and a certificate says how much and nothing of whom',
    },
    async () => {
      const sent = sentItem();
      const item = await receives(sent);
      const other = await receives(sentItem({ givenName: 'Tristan' }));
      await importing.sends(caspar, 'SCHOOL_CENSUS', [{ ...sent, percentage: 12 }]);
      await importing.links(item, other);
      const matched = await receives(await importing.about(chidi));
      await importing.decides(matched, { decision: 'MATCH', person: chidi.id });
      await receivedOn(A_YEAR_AGO);
      // Whether or not anything has deleted it yet.
      expect((await importing.pool()).items).toEqual([]);
      expect(await importing.decides(item, { decision: 'NO_MATCH', revision: 2 })).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
      await familiesFire(scene, OVER);
      const [left] = await owner().run({
        text: `SELECT (SELECT count(*) FROM families.import_item)::integer AS items, (SELECT count(*) FROM families.import_item_version)::integer AS versions,
          (SELECT count(*) FROM families.import_link)::integer AS links, (SELECT count(*) FROM families.match_candidate WHERE received_on <= $1)::integer AS candidates`,
        values: [A_YEAR_AGO],
      });
      expect(left).toEqual({ items: 0, versions: 0, links: 0, candidates: 0 });
      const certified = await certificates();
      expect(certified.map(({ items }) => items)).toEqual([1, 1, 1]);
      expect(certified[0]).toMatchObject({ source: 'SCHOOL_CENSUS', cause: 'TWELVE_MONTHS' });
      const text = JSON.stringify(certified);
      for (const word of ['Quillfeather', 'Isolde', '2015', sent.reference, item, chidi.id])
        expect(text).not.toContain(word);
      // What a person decided to be on the record is of the record, and what it said is there alone.
      expect(await importing.entriesOf(chidi)).toHaveLength(1);
      const [kept] = await owner().run<{ row: Answered }>({
        text: 'SELECT to_jsonb(matched) AS row FROM families.import_match matched',
        values: [],
      });
      expect(kept?.row).toMatchObject({ id: matched, person_id: chidi.id, decided_by: halima.id });
      expect(JSON.stringify(kept)).not.toMatch(/Chidi|Okafor|Autumn|ATTENDANCE/);
    },
  );

  scenario(
    {
      clause: 'SHR-2.2b',
      outcome: 'granted',
      that: 'data is matched to find families: a group that meets enough criteria is made known by a person, with each source apart',
    },
    async () => {
      await importing.speaksFor(kwame);
      const child = await receives(sentItem(HOME));
      await receives(sentItem({ ...HOME, kind: 'FINANCE', label: 'Free meals', percentage: null }));
      await importing.receives(
        kwame,
        'HOUSING',
        sentItem({ ...HOME, kind: 'HOUSING', label: 'Rent is behind', percentage: null }),
      );
      expect(await importing.makesKnown(child)).toEqual({
        made: 2,
        criteria: ['FINANCIAL_STABILITY', 'GOOD_EDUCATION', 'SECURE_HOUSING'],
      });
      const { body } = await scene
        .reader(halima)
        .for('MATCH_DATA')
        .asks(
          '{ matchCandidates(first: 100) { edges { node { givenName familyName criteria source receivedOn } } } }',
        );
      const known = { givenName: 'Isolde', familyName: 'Quillfeather', receivedOn: dateFromNow(0) };
      const nodes = body.data.matchCandidates.edges.map(({ node }: Answered) => node);
      expect(nodes).toContainEqual({
        ...known,
        source: 'School census',
        criteria: ['FINANCIAL_STABILITY', 'GOOD_EDUCATION'],
      });
      expect(nodes).toContainEqual({
        ...known,
        source: 'Housing providers and housing options',
        criteria: ['SECURE_HOUSING'],
      });
      expect(await importing.makesKnown(child)).toMatchObject({ code: 'KNOWN_ALREADY' });
      // Whoever is to offer help is at the front door: the family comes in there as any other.
      const waiting = async (): Promise<number> => {
        const { body: asked } = await scene
          .reader(prue)
          .for('ADMINISTRATION')
          .asks('{ contactsToScreen { episode } }');
        return asked.data.contactsToScreen.length;
      };
      const before = await waiting();
      await new Help(scene).triesToRefer(halima, {}, 'MATCH_DATA');
      expect(await waiting()).toBe(before + 1);
    },
  );

  scenario(
    {
      clause: 'SHR-2.2b',
      outcome: 'denied',
      that: 'under the threshold nobody is made known, by nobody else than the matcher, and for no other purpose',
    },
    async () => {
      const child = await receives(sentItem(HOME));
      await receives(sentItem({ ...HOME, kind: 'FINANCE', label: 'Free meals', percentage: null }));
      expect(await importing.makesKnown(child)).toMatchObject({
        code: 'BELOW_THRESHOLD',
        about: ['2', '3'],
      });
      for (const who of [caspar, dev])
        expect(['ROLE_NOT_PERMITTED', 'PURPOSE_NOT_PERMITTED']).toContain(
          await codeOf(importing.makesKnown(child, who)),
        );
      await scene
        .reader(halima)
        .for('UNDERSTAND_NEEDS')
        .isRefused('PURPOSE_NOT_PERMITTED', '{ importedItems { items { item } } }');
    },
  );

  scenario(
    {
      clause: 'DEV-A1-131',
      outcome: 'granted',
      that: 'what work and pensions sent is the council’s to match, and goes on the record under the law that it came under',
    },
    async () => {
      await importing.speaksFor(evander);
      const about = await importing.about(chidi, {
        ...{ kind: 'FINANCE', label: 'In receipt', percentage: null },
      });
      const item = await importing.receives(evander, 'WORK_AND_PENSIONS', about);
      await importing.decides(item, { decision: 'MATCH', person: chidi.id });
      expect(await importing.entriesOf(chidi)).toMatchObject([{ lock: 'WRA2012_S131' }]);
    },
  );

  scenario(
    {
      clause: 'DEV-A1-131',
      outcome: 'denied',
      that: 'a matcher of any other organisation finds none of it in the pool, and decides nothing of it',
    },
    async () => {
      await importing.speaksFor(evander);
      const open = await receives(sentItem());
      const sent = sentItem({ kind: 'FINANCE', label: 'In receipt', percentage: null });
      const item = await importing.receives(evander, 'WORK_AND_PENSIONS', sent);
      expect(await importing.inPool(open, desmond)).not.toBeNull();
      expect(await importing.inPool(item, desmond)).toBeNull();
      expect(await importing.proposals(item, desmond)).toMatchObject({ code: 'RECORD_UNKNOWN' });
      expect(await importing.decides(item, { decision: 'NO_MATCH' }, desmond)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
      expect(await importing.inPool(item)).toMatchObject({ state: 'WAITING' });
    },
  );
}

async function codeOf(answer: Promise<Answered>): Promise<unknown> {
  const { code, turnedAway } = await answer;
  return code ?? turnedAway?.code;
}
