import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { afterEach, expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';
import { Importing, sentItem } from '../vocabulary/source-import.ts';

const { caspar, grace, tom, halima, dev, prue, desmond, evander } = cast.practitioners;
const { okafor } = cast.families;
const { chidi, ada } = okafor.persons;
const COUNTS =
  '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough cells { value } } }';
const HOME = { addressLine: '9 Heron Yard', postcode: 'MZ9 1ZZ' };

/** A person of the data hub says whose an item is; nothing else does. */
export function matchingScenarios(scene: Scene): void {
  const importing = new Importing(scene);
  afterEach(() => importing.clears());
  const { reader } = scene;

  const sent = async (over: Readonly<Record<string, string | number | null>> = {}) =>
    importing.receives(caspar, 'SCHOOL_CENSUS', sentItem(over));
  const sentAbout = async (person: { readonly id: string }, over = {}) =>
    importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(person, over));
  const periods = async (): Promise<readonly unknown[]> => {
    const person = await reader(grace).readsOf(chidi, okafor.episodes.current);
    return person.items('attendance').map(({ period, percentage }) => [period, percentage]);
  };
  const said = { label: 'Term of the census', percentage: 58 };
  const entry = ['Term of the census', 58];

  scenario(
    {
      clause: 'SHR-3.5.6b',
      outcome: 'granted',
      that: 'the data hub says whose an item is; from then on whoever may read it on the record does, with the school that sent it',
    },
    async () => {
      const item = await sentAbout(chidi, said);
      expect(await importing.proposals(item)).toEqual([
        { person: chidi.id, agrees: ['NAME', 'DATE_OF_BIRTH'], support: 'NOW' },
      ]);
      expect(await importing.decides(item, { decision: 'MATCH', person: chidi.id })).toEqual({
        item,
        state: 'MATCHED',
        revision: 2,
      });
      expect(await periods()).toContainEqual(entry);
      const person = await reader(grace).readsOf(chidi, okafor.episodes.current);
      expect(person.items('attendance')).toContainEqual(
        expect.objectContaining({
          period: said.label,
          recordedByAgency: expect.objectContaining({ id: caspar.agency.id }),
        }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.5.6b',
      outcome: 'denied',
      that: 'before that it is on no record; nobody else sees it, says whose it is or takes that back, and nobody is matched who was not proposed',
    },
    async () => {
      const item = await sentAbout(chidi, said);
      expect(await periods()).not.toContainEqual(entry);
      for (const who of [caspar, grace, tom, dev, prue]) {
        expect((await importing.pool('', who)).code).toMatch(/NOT_PERMITTED/);
        expect((await importing.proposals(item, who)).code).toMatch(/NOT_PERMITTED/);
        const tried = await importing.decides(item, { decision: 'MATCH', person: chidi.id }, who);
        expect(tried.code ?? tried.turnedAway.code).toMatch(/NOT_PERMITTED/);
      }
      const { body } = await reader(grace).asks('{ importedItems { items { item } } }');
      expect(body.data?.importedItems ?? null).toBeNull();
      for (const person of [ada.id, crypto.randomUUID(), 'nobody'])
        expect(await importing.decides(item, { decision: 'MATCH', person })).toMatchObject({
          code: 'RECORD_UNKNOWN',
        });
      expect(await importing.inPool(item)).toMatchObject({ state: 'WAITING', revision: 1 });
      expect(await periods()).not.toContainEqual(entry);
    },
  );

  scenario(
    {
      clause: 'PN-auto',
      outcome: 'granted',
      that: 'a person decides, leaves open what cannot be told, and takes back what was wrong: it is off the record, and who decided what stays known',
    },
    async () => {
      const item = await sentAbout(chidi, said);
      expect(await importing.decides(item, { decision: 'UNCLEAR' })).toMatchObject({
        state: 'UNCLEAR',
      });
      await importing.decides(item, { decision: 'MATCH', person: chidi.id, revision: 2 });
      expect(await periods()).toContainEqual(entry);
      expect(await importing.takesBack(item, 3)).toEqual({ item, state: 'WAITING', revision: 4 });
      expect(await periods()).not.toContainEqual(entry);
      const steps = await scene.database().owner.run({
        text: `SELECT move, after, actor_id AS actor, reason FROM partners.access_event WHERE subject_id = $1 ORDER BY position`,
        values: [item],
      });
      expect(steps).toEqual([
        {
          move: 'RECEIVE',
          after: 'WAITING',
          actor: caspar.id,
          reason: 'Received from its source.',
        },
        ...[
          { move: 'LEAVE_UNCLEAR', after: 'UNCLEAR', reason: 'Compared by hand.' },
          { move: 'MATCH', after: 'MATCHED', reason: 'Compared by hand.' },
          { move: 'TAKE_BACK', after: 'WAITING', reason: 'It was the cousin.' },
        ].map((step) => ({ ...step, actor: halima.id })),
      ]);
    },
  );

  scenario(
    {
      clause: 'PN-auto',
      outcome: 'denied',
      that: 'nothing is matched because everything agrees; and what a source says of somebody else now is decided anew',
    },
    async () => {
      const about = await importing.about(chidi, { ...said, uprn: '999000000014' });
      const item = await importing.receives(caspar, 'SCHOOL_CENSUS', about);
      const [proposal] = await importing.proposals(item);
      expect(proposal.agrees).toEqual(['NAME', 'DATE_OF_BIRTH', 'ADDRESS']);
      expect(await importing.entriesOf(chidi)).toEqual([]);
      await importing.decides(item, { decision: 'MATCH', person: chidi.id });
      // What its source puts right of the same child is right on the record, too.
      await importing.sends(caspar, 'SCHOOL_CENSUS', [{ ...about, percentage: 61 }]);
      expect(await importing.entriesOf(chidi)).toMatchObject([{ percentage: 61, revision: 2 }]);
      await importing.sends(caspar, 'SCHOOL_CENSUS', [{ ...about, givenName: 'Chike' }]);
      expect(await importing.entriesOf(chidi)).toEqual([]);
      expect(await importing.inPool(item)).toMatchObject({ state: 'WAITING', givenName: 'Chike' });
      expect(await importing.proposals(item)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'DEV-A4-2',
      outcome: 'granted',
      that: 'families are grouped by address first, and then by a professional’s view of who elsewhere matters, with author and reason',
    },
    async () => {
      const child = await sent(HOME);
      const brother = await sent({
        ...HOME,
        givenName: 'Tristan',
        addressLine: '9  heron yard',
        postcode: 'mz91zz',
      });
      const elsewhere = { givenName: 'Morwenna', familyName: 'Tamblyn', dateOfBirth: '1952-01-02' };
      const grandmother = await sent({
        ...elsewhere,
        kind: 'FINANCE',
        label: 'As held',
        percentage: null,
      });
      const { link } = await importing.links(child, grandmother);
      const { members } = await importing.group(brother);
      expect(members).toHaveLength(3);
      expect(members).toEqual(
        expect.arrayContaining([
          { item: child, basis: 'ADDRESS', link: null, reason: null, author: null },
          { item: brother, basis: 'ADDRESS', link: null, reason: null, author: null },
          {
            item: grandmother,
            basis: 'PROFESSIONAL_VIEW',
            link,
            reason: 'Her grandmother brings her up.',
            author: { id: halima.id, name: halima.name },
          },
        ]),
      );
      expect(await importing.unlinks(link)).toEqual({ link, stands: false });
      expect((await importing.group(brother)).members).toHaveLength(2);
    },
  );

  scenario(
    {
      clause: 'DEV-A4-2',
      outcome: 'denied',
      that: 'a surname or a postcode makes no family, and no view counts without a reason or of what one may not see',
    },
    async () => {
      const child = await sent(HOME);
      await sent({ postcode: HOME.postcode });
      await sent({ ...HOME, addressLine: '11 Heron Yard' });
      const last = await sent({ givenName: 'Tristan' });
      expect((await importing.group(child)).members).toHaveLength(1);
      expect((await importing.group(last)).members).toHaveLength(1);
      expect(await importing.links(child, crypto.randomUUID())).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
      expect(await importing.links(child, child)).toMatchObject({ code: 'ARGUMENT_INVALID' });
      const query = `mutation { linkImportedItem(item: "${child}", other: "${last}", reason: " ", idempotencyKey: "blank") { ... on CommandRefusal { code } } }`;
      expect(await importing.matches(halima, 'linkImportedItem', query, {})).toEqual({
        code: 'ARGUMENT_INVALID',
      });
      expect((await importing.group(child)).members).toHaveLength(1);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-sys',
      outcome: 'granted',
      that: 'the system serves its five uses: to match, to record, to share, to evaluate, and to compare those supported with those who are not',
    },
    async () => {
      for (const person of Object.values(okafor.persons)) {
        const item = await sentAbout(person, said);
        const [proposal] = await importing.proposals(item);
        await importing.decides(item, { decision: 'MATCH', person: proposal.person });
      }
      for (let child = 0; child < 6; child += 1)
        await importing.decides(await sent({ givenName: `Isolde ${child}` }), {
          decision: 'NO_MATCH',
        });
      expect(await importing.entriesOf(chidi)).toHaveLength(1);
      expect(await periods()).toContainEqual(entry);
      const counts = await reader(evander).atReporting().for('EVALUATION').asks(COUNTS);
      expect(counts.body.data.episodeCounts.cells.length).toBeGreaterThan(0);
      expect(await importing.compares()).toEqual([
        { criterion: 'GOOD_EDUCATION', supported: 5, unsupported: 6 },
      ]);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-sys',
      outcome: 'denied',
      that: 'and no other: each is used by who it is for, for its purpose, and few people are not compared',
    },
    async () => {
      const item = await sentAbout(chidi, said);
      await importing.decides(item, { decision: 'MATCH', person: chidi.id });
      expect(await importing.compares()).toEqual([
        { criterion: 'GOOD_EDUCATION', supported: null, unsupported: null },
      ]);
      for (const who of [caspar, grace, dev, prue])
        expect((await importing.compares(who)).code).toMatch(/NOT_PERMITTED/);
      await reader(halima).for('EVALUATION').isRefused('PURPOSE_NOT_PERMITTED');
      await reader(halima)
        .for('COORDINATE_SUPPORT')
        .isRefused('PURPOSE_NOT_PERMITTED', '{ importedSupport { criterion } }');
      await reader(evander).for('EVALUATION').isRefused('CONTRACT_NOT_PERMITTED');
      await reader(grace).for('MATCH_DATA').isRefused('PURPOSE_NOT_PERMITTED');
    },
  );

  scenario(
    {
      clause: 'PN-prev',
      outcome: 'granted',
      that: 'before anybody is offered support the matcher sees whether somebody has it, had it or never had it',
    },
    async () => {
      const supportOf = async (person: { readonly id: string }): Promise<unknown> => {
        const [proposal] = await importing.proposals(await sentAbout(person));
        return proposal.support;
      };
      expect(await supportOf(chidi)).toBe('NOW');
      await scene.given.changed('access.episode', { family_id: okafor.id }, { status: 'CLOSED' });
      expect(await supportOf(chidi)).toBe('BEFORE');
      await scene.given.changed('access.episode', { family_id: okafor.id }, { status: 'CONTACT' });
      expect(await supportOf(chidi)).toBe('NONE');
      await scene.given.removed('access.episode_person', { person_id: chidi.id });
      expect(await supportOf(chidi)).toBe('NONE');
    },
  );

  scenario(
    {
      clause: 'PN-prev',
      outcome: 'denied',
      that: 'that is all: not which service it was, no record goes with it, and nobody asks but the matcher, of whoever data came of',
    },
    async () => {
      const item = await sentAbout(chidi);
      const { body, text } = await reader(halima)
        .for('MATCH_DATA')
        .asks(`{ importProposals(item: "${item}") { person agrees support } }`);
      expect(Object.keys(body.data.importProposals[0])).toEqual(['person', 'agrees', 'support']);
      for (const word of [okafor.reference, okafor.episodes.current.reference, 'Priory'])
        expect(text).not.toContain(word);
      await reader(halima).for('MATCH_DATA').findsNothingOf(okafor.episodes.current);
      for (const who of [caspar, desmond])
        expect((await importing.proposals(chidi.id, who)).code).toMatch(
          /NOT_PERMITTED|RECORD_UNKNOWN/,
        );
    },
  );
}
