import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { dateFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { Extracting } from '../vocabulary/extracting.ts';
import { enumOf } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { Importing, sentItem } from '../vocabulary/source-import.ts';

const { halima, desmond, dorothea, gideon, caspar, evander, tom } = cast.practitioners;
const PSEUDONYM = /^[0-9a-f]{64}$/;

/** What government is given for evaluation, of whom, and what never comes of it. */
export function evaluationScenarios(scene: Scene): void {
  const ways = new Extracting(scene);
  const importing = new Importing(scene);
  const national = { flow: enumOf('NATIONAL_EVALUATION') };

  scenario(
    {
      clause: 'DEV-A7d',
      outcome: 'granted',
      that: 'for research, lines under pseudonyms are given to the analysts named, nobody like fewer than nine others; on its day what is kept here is destroyed with its key, officers and analyst are told, and the officer sees it as overdue until it is certified',
    },
    async () => {
      const agreed = await ways.signed();
      const extract = await ways.sent(agreed);
      const [headings, ...lines] = await ways.lines(extract);
      expect(headings).toEqual(['PSEUDONYM', 'LEVEL_OF_NEED', 'NEEDS_MET']);
      expect(lines.length).toBeGreaterThan(30);
      expect(new Set(lines.map(([pseudonym]) => pseudonym)).size).toBe(lines.length);
      for (const [pseudonym] of lines) expect(pseudonym).toMatch(PSEUDONYM);
      for (const alike of Map.groupBy(lines, ([, level]) => level).values())
        expect(alike.length).toBeGreaterThanOrEqual(10);
      expect(await ways.left(extract)).toEqual({ lines: lines.length, keys: 1 });
      await fires(scene, ['EXTRACT_NEAR_ITS_END'], at(14));
      expect(await toldOf(scene, 'EXTRACT_NEAR_ITS_END')).toContain(halima.id);
      await fires(scene, ['EXTRACT_TO_DESTROY'], at(22));
      expect(await toldOf(scene, 'EXTRACT_TO_DESTROY')).toEqual(
        expect.arrayContaining([halima.id, dorothea.id, gideon.id]),
      );
      expect(await ways.left(extract)).toEqual({ lines: 0, keys: 0 });
      expect(await overdue()).toContain(extract);
      expect(carriedOut(await ways.destroys(extract, 3)).state).toBe('DESTROYED');
      expect(await overdue()).not.toContain(extract);
    },
  );

  scenario(
    {
      clause: 'DEV-A7d',
      outcome: 'denied',
      that: 'not before it is sent, not after its day and to nobody else; nothing of it is taken back into a record, and nothing here is found by it',
    },
    async () => {
      const agreed = await ways.signed();
      const extract = await ways.made(agreed);
      expect((await ways.part(halima, extract)).code).toBe('EXTRACT_NOT_THERE');
      carriedOut(await ways.sends(extract));
      expect((await ways.part(desmond, extract)).code).toBe('RECORD_UNKNOWN');
      for (const who of [dorothea, gideon, tom])
        expect((await ways.part(who, extract)).code).toMatch(/ROLE_NOT_PERMITTED|PURPOSE/);
      await scene.reader(evander).for('EVALUATION').isRefused('CONTRACT_NOT_PERMITTED');
      const { csv } = await ways.part(halima, extract);
      const [, [pseudonym = ''] = []] = await ways.lines(extract);
      const taken = await importing.sendsCsv(caspar, 'SCHOOL_CENSUS', csv);
      expect(taken.added ?? 0).toBe(0);
      for (const field of ['reference', 'label', 'detail', 'status', 'givenName', 'familyName'])
        expect(
          await importing.sends(caspar, 'SCHOOL_CENSUS', [sentItem({ [field]: pseudonym })]),
        ).toMatchObject({ added: 0, refused: [{ code: 'ARGUMENT_INVALID', part: field }] });
      const { body } = await scene
        .reader(halima)
        .for('MATCH_DATA')
        .asks(`{ episode(reference: "${pseudonym}") { id } }`);
      expect(body.data?.episode ?? null).toBeNull();
      await fires(scene, ['EXTRACT_TO_DESTROY'], at(22));
      expect((await ways.part(halima, extract)).code).toBe('EXTRACT_NOT_THERE');
    },
  );

  scenario(
    {
      clause: 'PN-eval',
      outcome: 'granted',
      that: 'for the national evaluation each body is given lines of its own, from which identity is gone as they are made, so that no two of them can be joined here',
    },
    async () => {
      const seen = new Set<string>();
      for (const body of ['DWP', 'MOJ', 'DFE', 'HMRC', 'NHS_ENGLAND']) {
        const agreed = await ways.signed({ ...national, body: enumOf(body) });
        const extract = await ways.sent(agreed);
        const [, ...lines] = await ways.lines(extract);
        for (const [pseudonym = ''] of lines) {
          expect(seen).not.toContain(pseudonym);
          seen.add(pseudonym);
        }
        await ways.destroyed(extract);
      }
    },
  );

  scenario(
    {
      clause: 'PN-eval',
      outcome: 'denied',
      that: 'no name, identifier, day or text can be listed for it, nobody who stands out is in it, neither is a family of whom something is hidden, and no two extracts tell of the same month',
    },
    async () => {
      const names = [
        'Person.givenName',
        'NHS_NUMBER',
        'POSTCODE',
        'DATE_OF_BIRTH',
        'REASON',
        'GROUP',
      ];
      for (const name of names.map((each) => enumOf(each.replace('.', '_'))))
        expect((await ways.records({ ...national, fields: [name] })).turnedAway?.code).toBe(
          'GRAPHQL_VALIDATION_FAILED',
        );
      const [before] = await population();
      const family = cast.families.nettlefold;
      await scene.given.added('access.exclusion', {
        ...{ id: crypto.randomUUID(), episode_id: family.episodes.current.id },
        ...{ agency_id: tom.agency.id, scope: 'DETAILS', coordinates: ['Need.outcome'] },
        starts_at: '2026-01-01T00:00:00Z',
      });
      expect(await population()).toEqual([Number(before) - 1]);
      const few = await ways.signed(national);
      expect((await ways.makes(few, { from: '2026-05', to: '2026-05' })).code).toBe(
        'EXTRACT_NOT_ANONYMOUS',
      );
      const extract = await ways.sent(few);
      const apart = { from: '2019-01', to: '2019-12' };
      for (const months of [{}, { from: '2019-12', to: '2020-01' }, { from: '2026-05' }])
        expect((await ways.makes(few, months)).code).toBe('EXTRACT_OVERLAPS');
      expect((await ways.makes(few, apart)).code).toBe('EXTRACT_NOT_ANONYMOUS');
      carriedOut(await ways.destroys(extract, 2));
      await ways.made(few);
    },
  );

  scenario(
    {
      clause: 'DEV-A7e',
      outcome: 'granted',
      that: 'where the agreement says so, families whom help could have reached and never did are in it as a group of their own',
    },
    async () => {
      await turnedAway(14);
      const agreed = await ways.signed({ comparisonGroup: true });
      const extract = await ways.sent(agreed, { fields: [enumOf('LEVEL_OF_NEED')] });
      const [headings, ...lines] = await ways.lines(extract);
      expect(headings).toEqual(['PSEUDONYM', 'GROUP', 'LEVEL_OF_NEED']);
      const groups = Map.groupBy(lines, ([, group]) => group);
      expect(groups.get('COMPARISON')?.length).toBeGreaterThanOrEqual(14);
      expect(groups.get('SUPPORTED')?.length).toBeGreaterThan(30);
    },
  );

  scenario(
    {
      clause: 'DEV-A7e',
      outcome: 'denied',
      that: 'by any other agreement they are not in it, and too few of them are in none',
    },
    async () => {
      const agreed = await ways.signed();
      const fields = [enumOf('LEVEL_OF_NEED')];
      const extract = await ways.sent(agreed, { fields });
      const [headings, ...lines] = await ways.lines(extract);
      expect(headings).toEqual(['PSEUDONYM', 'LEVEL_OF_NEED']);
      const [supported] = await population();
      expect(lines.length).toBeLessThanOrEqual(Number(supported));
      await ways.destroyed(extract);
      // Fewer than a class: they are left out, and the rest is made.
      const few = await ways.signed({ comparisonGroup: true, smallestClass: 30 });
      const [, ...others] = await ways.lines(await ways.sent(few, { fields }));
      expect(new Set(others.map(([, group]) => group))).toEqual(new Set(['SUPPORTED']));
    },
  );

  const at = (days: number): Date => new Date(`${dateFromNow(days)}T09:00:00Z`);

  async function overdue(): Promise<readonly string[]> {
    const { body } = await scene
      .reader(dorothea)
      .for('ADMINISTRATION')
      .asks('{ overdueExtracts { extract destroyBy state } }');
    expect(body.errors).toBeUndefined();
    return body.data.overdueExtracts.map(({ extract }: { extract: string }) => extract);
  }

  /** How many supported families an extract can be of. */
  async function population(): Promise<readonly number[]> {
    const rows = await scene.database().owner.run<{ families: number }>({
      text: `SELECT count(*)::int AS families FROM extracts.population('FAMILY', '2020-01-01', '2026-05-31', false)`,
      values: [],
    });
    return rows.map(({ families }) => families);
  }

  /** So many families who came in, were looked at, and were helped elsewhere or not at all. */
  async function turnedAway(count: number): Promise<void> {
    const { owner } = scene.database();
    for (let each = 0; each < count; each += 1) {
      const family = crypto.randomUUID();
      await owner.run({
        text: `INSERT INTO families.family (id, reference) VALUES ($1::uuid, 'FA-' || $1::uuid)`,
        values: [family],
      });
      await owner.run({
        text: `INSERT INTO episodes.episode (id, reference, family_id, status, level_of_need, opened_on, closed_on, allocated_agency_id, never_opened)
          VALUES ($1::uuid, 'EH-' || $1::uuid, $2, 'NO_FURTHER_ACTION', 2, '2026-02-02', '2026-02-09', $3, true)`,
        values: [crypto.randomUUID(), family, tom.agency.id],
      });
    }
  }
}
