import { SOURCES } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { afterEach, expect } from 'vitest';
import type { Scene } from '../vocabulary/scene.ts';
import { Importing, sentItem } from '../vocabulary/source-import.ts';

const { caspar, rhona, niamh, kwame, grace, halima, evander, prue } = cast.practitioners;
const { chidi } = cast.families.okafor.persons;

/** Who sends what: only sources, of these only what families are told that they send. */
export function sendingScenarios(scene: Scene): void {
  const importing = new Importing(scene);
  afterEach(() => importing.clears());

  scenario(
    {
      clause: 'PN-src',
      outcome: 'granted',
      that: 'each source sends the categories that it is named for: school census, police, housing and work and pensions',
    },
    async () => {
      for (const who of [rhona, kwame, evander]) await importing.speaksFor(who);
      for (const [who, source] of [
        [caspar, 'SCHOOL_CENSUS'],
        [rhona, 'POLICE'],
        [kwame, 'HOUSING'],
        [evander, 'WORK_AND_PENSIONS'],
      ] as const) {
        const kinds = Object.keys(SOURCES[source].categories);
        const items = kinds.map((kind) => sentItem({ kind, label: 'As held', percentage: null }));
        expect(await importing.sends(who, source, items)).toEqual({
          added: kinds.length,
          amended: 0,
          unchanged: 0,
          refused: [],
        });
      }
      const { items } = await importing.pool();
      expect(items).toContainEqual(
        expect.objectContaining({
          source: 'POLICE',
          kind: 'DOMESTIC_ABUSE',
          agency: { name: 'Marlshire Constabulary' },
        }),
      );
    },
  );

  scenario(
    {
      clause: 'PN-src',
      outcome: 'denied',
      that: 'a source sends nothing of another’s categories, and an agency nothing as a source that it is not',
    },
    async () => {
      await importing.speaksFor(rhona);
      const health = sentItem({ kind: 'HEALTH_CONDITION', label: 'As held', percentage: null });
      expect(await importing.sends(caspar, 'SCHOOL_CENSUS', [sentItem(), health])).toEqual({
        added: 1,
        amended: 0,
        unchanged: 0,
        refused: [
          {
            line: 2,
            code: 'CATEGORY_NOT_OF_SOURCE',
            part: 'kind',
            expected: Object.keys(SOURCES.SCHOOL_CENSUS.categories).join(', '),
          },
        ],
      });
      for (const [who, source] of [
        [caspar, 'POLICE'],
        [rhona, 'SCHOOL_CENSUS'],
        [rhona, 'WORK_AND_PENSIONS'],
      ] as const)
        expect(await importing.sends(who, source, [sentItem()])).toMatchObject({
          code: 'SOURCE_NOT_YOURS',
          about: SOURCES[source].agencyKinds,
        });
    },
  );

  scenario(
    {
      clause: 'DEV-A7c',
      outcome: 'granted',
      that: 'the declared categories come in: health, substance misuse, attendance and behaviour, police, violence at home, employment',
    },
    async () => {
      for (const who of [niamh, rhona, evander]) await importing.speaksFor(who);
      for (const [who, source, kinds] of [
        [niamh, 'HEALTH', ['HEALTH_CONDITION', 'SUBSTANCE_USE']],
        [caspar, 'SCHOOL_CENSUS', ['ATTENDANCE', 'SCHOOL_BEHAVIOUR']],
        [rhona, 'POLICE', ['POLICE_INCIDENT', 'DOMESTIC_ABUSE']],
        [evander, 'WORK_AND_PENSIONS', ['EMPLOYMENT']],
      ] as const) {
        const items = kinds.map((kind) => sentItem({ kind, label: 'As held', percentage: null }));
        expect((await importing.sends(who, source, items)).added).toBe(kinds.length);
      }
    },
  );

  scenario(
    {
      clause: 'DEV-A7c',
      outcome: 'denied',
      that: 'what is not declared is not taken, whoever sends it: religion, ethnicity, convictions, or what there is no name for',
    },
    async () => {
      await importing.speaksFor(rhona);
      const kinds = [
        'RELIGION',
        'ETHNICITY',
        'CONVICTION',
        'VOICE',
        'SHOE_SIZE',
        '__proto__',
        'constructor',
      ];
      for (const [who, source] of [
        [caspar, 'SCHOOL_CENSUS'],
        [rhona, 'POLICE'],
      ] as const) {
        const items = kinds.map((kind) => sentItem({ kind, percentage: null }));
        const { added, refused } = await importing.sends(who, source, items);
        expect(added).toBe(0);
        expect(refused.map(({ code }: { code: string }) => code)).toEqual(
          kinds.map(() => 'CATEGORY_NOT_DECLARED'),
        );
      }
      expect((await importing.pool()).items).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'DEV-A4-1',
      outcome: 'granted',
      that: 'the agency that holds data sends its list, sends it anew, and takes an item back; the same list again changes nothing',
    },
    async () => {
      const list = [sentItem(), sentItem({ givenName: 'Tristan' })];
      const [first, second] = list;
      if (first === undefined || second === undefined) throw new Error('two are sent');
      const key = crypto.randomUUID();
      const taken = { added: 2, amended: 0, unchanged: 0, refused: [] };
      expect(await importing.sends(caspar, 'SCHOOL_CENSUS', list, key)).toEqual(taken);
      expect(await importing.sends(caspar, 'SCHOOL_CENSUS', list, key)).toEqual(taken);
      expect(await importing.sends(caspar, 'SCHOOL_CENSUS', list)).toEqual({
        ...{ added: 0, amended: 0, unchanged: 2, refused: [] },
      });
      const anew = [first, { ...second, percentage: 64 }];
      expect(await importing.sends(caspar, 'SCHOOL_CENSUS', anew)).toEqual({
        ...{ added: 0, amended: 1, unchanged: 1, refused: [] },
      });
      const item = await importing.itemOf(second.reference);
      const versions = await scene.database().owner.run({
        text: `SELECT revision, was ->> 'percentage' AS percentage FROM families.import_item_version WHERE item_id = $1`,
        values: [item],
      });
      expect(versions).toEqual([{ revision: 1, percentage: '71' }]);
      expect(await importing.withdraws(caspar, 'SCHOOL_CENSUS', second.reference)).toEqual({
        withdrawn: true,
      });
      expect(await importing.inPool(item)).toBeNull();
      expect(await importing.itemOf(second.reference)).toBe('none');
    },
  );

  scenario(
    {
      clause: 'DEV-A4-1',
      outcome: 'denied',
      that: 'nobody else sends a list: no teacher, no host and no matcher; and nobody takes back what another agency sent',
    },
    async () => {
      for (const who of [grace, prue, halima])
        expect(['ROLE_NOT_PERMITTED', 'PURPOSE_NOT_PERMITTED']).toContain(
          await refusalOf(importing.sends(who, 'SCHOOL_CENSUS', [sentItem()])),
        );
      const sent = sentItem();
      const item = await importing.receives(caspar, 'SCHOOL_CENSUS', sent);
      await importing.speaksFor(cast.practitioners.bea);
      const other = cast.practitioners.bea;
      expect(await importing.withdraws(other, 'SCHOOL_CENSUS', sent.reference)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
      // The same reference of another agency is another item.
      expect(await importing.sends(other, 'SCHOOL_CENSUS', [sent])).toMatchObject({ added: 1 });
      expect(await importing.inPool(item)).toMatchObject({ state: 'WAITING', revision: 1 });
    },
  );

  scenario(
    {
      clause: 'PN-collect',
      outcome: 'granted',
      that: 'what other agencies hold is collected electronically, by their systems or as a table, with where it came from',
    },
    async () => {
      const csv = [
        'reference,givenName,familyName,dateOfBirth,kind,label,percentage',
        'T-1,Isolde,Quillfeather,2015-03-04,ATTENDANCE,Autumn term,71',
      ].join('\n');
      expect(await importing.sendsCsv(caspar, 'SCHOOL_CENSUS', csv)).toMatchObject({ added: 1 });
      const { id } = chidi;
      const item = await importing.receives(caspar, 'SCHOOL_CENSUS', await importing.about(chidi));
      await importing.decides(item, { decision: 'MATCH', person: id });
      expect(await importing.entriesOf(chidi)).toMatchObject([
        { agency: caspar.agency.id, recordedBy: caspar.id, lock: null, label: 'Autumn term' },
      ]);
    },
  );

  scenario(
    {
      clause: 'PN-collect',
      outcome: 'denied',
      that: 'a sender says neither from whom it is, nor for what it may be used, nor how it is classed: that follows from the source',
    },
    async () => {
      for (const field of ['agency', 'purposeLock', 'rowClass', 'receivedOn', 'person'])
        expect(
          await refusalOf(
            importing.sends(caspar, 'SCHOOL_CENSUS', [sentItem({ [field]: chidi.id })]),
          ),
        ).toBe('BAD_USER_INPUT');
      const csv = `reference,givenName,familyName,dateOfBirth,kind,label,purposeLock\nT-2,Isolde,Quillfeather,2015-03-04,ATTENDANCE,Autumn term,\n`;
      expect(await importing.sendsCsv(caspar, 'SCHOOL_CENSUS', csv)).toMatchObject({
        code: 'CSV_NOT_READABLE',
      });
      expect((await importing.pool()).items).toEqual([]);
    },
  );
}

async function refusalOf(
  answer: Promise<{ readonly code?: string; readonly turnedAway?: { readonly code: string } }>,
): Promise<string | undefined> {
  const { code, turnedAway } = await answer;
  return code ?? turnedAway?.code;
}
