import { Fault } from '@postern/errors';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { RecordRead } from '../vocabulary/reader.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, niamh, tom, rufus } = cast.practitioners;
const { families, agencies } = cast;
const okafor = families.okafor.episodes.current;
const { chidi } = families.okafor.persons;

interface Entry {
  readonly nature: string | null;
  readonly recordedAt: string | null;
  readonly recordedBy: { readonly id: string; readonly name: string } | null;
  readonly recordedByAgency: { readonly id: string; readonly name: string } | null;
}

/** Every item of a record that somebody wrote. */
function entriesOf(record: RecordRead): readonly Entry[] {
  const { assessment, needs, plan, meetings } = record;
  return [assessment, ...assessment.sections, ...needs, plan, ...plan.actions, ...meetings];
}

/** Tables in which workers make entries; each is tried with a column left out. */
const ENTRY_TABLES = [
  'episodes.assessment',
  'episodes.assessment_section',
  'episodes.need',
  'episodes.plan',
  'episodes.plan_action',
  'episodes.taf_meeting',
] as const;

interface Release {
  readonly agency_id: string;
  readonly purpose: string;
  readonly policy_versions: readonly number[];
  readonly grants: readonly string[];
  readonly justifications: readonly string[];
  readonly persons: readonly string[];
  readonly families: readonly string[];
  readonly episodes: readonly string[];
  readonly coordinates: Readonly<Record<string, number>>;
}

/** Whose entry it is, how sure, and the ledger of who read it. */
export function provenanceScenarios({ given, reader, readerOver, database }: Scene): void {
  async function noEntryIsSavedWithout(column: string): Promise<void> {
    const tries = [
      ...ENTRY_TABLES.map((table) => [table, { episode_id: okafor.id }] as const),
      ['families.person_entry', { id: okafor.entries.chidiAsthma }] as const,
    ];
    for (const [table, which] of tries) {
      const anonymous = given.changed(table, which, { [column]: null });
      await expect(anonymous, table).rejects.toMatchObject({ logged: { sqlstate: '23502' } });
    }
  }

  scenario(
    {
      clause: 'SHR-3.4.11b',
      outcome: 'granted',
      that: 'every item of the record names its worker and the agency that gave it, and each agency’s items trace to it',
    },
    async () => {
      const entries = entriesOf(await reader(grace).reads(okafor));
      expect(entries.length).toBeGreaterThanOrEqual(20);
      const agencyOf = new Map([tom, grace, niamh].map((each) => [each.id, each.agency]));
      for (const { recordedBy, recordedByAgency, recordedAt } of entries) {
        expect(recordedAt).not.toBeNull();
        const agency = agencyOf.get(recordedBy?.id ?? '');
        expect(recordedByAgency).toEqual({ id: agency?.id, name: agency?.name });
      }
      const givers = new Set(entries.map((entry) => entry.recordedByAgency?.name));
      expect(givers).toEqual(
        new Set([agencies.earlyHelp.name, agencies.fernhollow.name, agencies.marlValley.name]),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11b',
      outcome: 'denied',
      that: 'no entry is saved without its worker, agency or time, and no worker under the profile of another',
    },
    async () => {
      for (const column of ['recorded_by', 'agency_id', 'recorded_at'])
        await noEntryIsSavedWithout(column);
      const profile = { subject: grace.subject };
      const twice = given.changed('access.account', { id: rufus.id }, profile);
      await expect(twice).rejects.toMatchObject({ logged: { sqlstate: '23505' } });
    },
  );

  scenario(
    {
      clause: 'STA-2.2f',
      outcome: 'granted',
      that: 'every item disclosed is marked fact, opinion or both, classed items too',
    },
    async () => {
      const entries = entriesOf(await reader(niamh).reads(okafor));
      const natures = entries.map(({ nature }) => nature);
      expect(new Set(natures)).toEqual(new Set(['FACT', 'OPINION', 'MIXED']));
      const child = await reader(niamh).for('COORDINATE_SUPPORT').readsOf(chidi, okafor);
      expect(child.items('healthConditions')).toEqual([
        expect.objectContaining({ name: 'Asthma', nature: 'FACT' }),
      ]);
    },
  );

  scenario(
    {
      clause: 'STA-2.2f',
      outcome: 'denied',
      that: 'an entry that is not marked as fact, opinion or both is not saved, so that none can be disclosed',
    },
    async () => {
      await noEntryIsSavedWithout('nature');
    },
  );

  /** What the ledger holds of one reader's releases since the scenario began. */
  async function releasesTo(who: { readonly id: string }): Promise<readonly Release[]> {
    return await database().owner.run<Release>({
      text: `SELECT agency_id, purpose, policy_versions, grants, justifications, persons, families, episodes, coordinates
      FROM ledger.release WHERE account_id = $1 ORDER BY at DESC`,
      values: [who.id],
    });
  }

  scenario(
    {
      clause: 'PN-aud',
      outcome: 'granted',
      that: 'each reading can be audited: who, agency, purpose, policy, the grant and justification relied on, which record and fields',
    },
    async () => {
      const before = (await releasesTo(niamh)).length;
      await reader(niamh).for('COORDINATE_SUPPORT').readsOf(chidi, okafor);
      const releases = await releasesTo(niamh);
      expect(releases).toHaveLength(before + 1);
      expect(releases).toContainEqual(
        expect.objectContaining({
          agency_id: niamh.agency.id,
          purpose: 'COORDINATE_SUPPORT',
          policy_versions: [1],
          grants: expect.arrayContaining([okafor.grants.niamh]),
          justifications: [okafor.justifications.chidiHealth],
          persons: expect.arrayContaining([chidi.id]),
          families: [families.okafor.id],
          episodes: [okafor.id],
          coordinates: expect.objectContaining({
            'Person.healthConditions': 1,
            'HealthCondition.name': 1,
          }),
        }),
      );
    },
  );

  scenario(
    {
      clause: 'PN-aud',
      outcome: 'denied',
      that: 'what cannot be put on the ledger is not released, and what is on it can be neither changed nor taken away',
    },
    async () => {
      const unavailable = {
        record: () => Promise.reject(new Fault('LEDGER_UNAVAILABLE')),
        close: () => Promise.resolve(),
      };
      await readerOver(unavailable, grace, async (blind) => {
        const { status, body, text } = await blind.asks(
          '{ episodes { edges { node { reference } } } }',
        );
        expect(status).toBe(503);
        expect(body.errors?.[0]?.extensions['code']).toBe('LEDGER_UNAVAILABLE');
        expect(body.data ?? null).toBeNull();
        expect(text).not.toContain(okafor.reference);
      });
      await reader(grace).reads(okafor);
      for (const statement of [
        "UPDATE ledger.release SET purpose = 'SAFEGUARDING'",
        'DELETE FROM ledger.release',
        'TRUNCATE ledger.release',
      ])
        await expect(database().owner.script(statement)).rejects.toMatchObject({
          code: 'DATABASE_REFUSED',
        });
    },
  );
}
