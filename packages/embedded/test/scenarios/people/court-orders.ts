import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import { restrictedJustification } from '../vocabulary/justification.ts';
import { People } from '../vocabulary/people.ts';
import { enumOf, Recording } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh } = cast.practitioners;
const { ngozi: mother } = cast.familyAccounts;
const { okafor } = cast.families;
const { chidi } = okafor.persons;
const episode = okafor.episodes.current;

const WORDS = 'Lives with his mother, and with his father on Wednesdays.';
const ORDER = {
  kind: enumOf('CHILD_ARRANGEMENTS'),
  says: WORDS,
  seenBy: 'Tom Ashworth, the sealed copy',
  seenOn: '2026-06-15',
  startedOn: '2026-06-02',
  endedOn: '2030-03-01',
};

/** What a court ordered about a child: on the record as any other entry, and opened by why it is relevant. */
export function courtOrderScenarios(scene: Scene): void {
  const recording = new Recording(scene);
  const people = new People(scene);
  const writing = (courtOrder: object, more: object = {}) => ({
    episode: episode.id,
    person: chidi.id,
    entry: { courtOrder },
    nature: enumOf('FACT'),
    ...more,
  });
  const records = (courtOrder: object): Promise<Answered> =>
    recording.writes(
      tom,
      'recordPersonEntry',
      'courtOrder',
      writing(courtOrder),
      'kind says seenBy seenOn startedOn endedOn recordedBy { id }',
    );
  const READ = 'courtOrders { id kind says } withheld { coordinate code }';
  const reads = (who: Parameters<People['sends']>[0]): Promise<Answered> =>
    people.for('UNDERSTAND_NEEDS').reads(who, chidi, READ);

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'granted',
      that: 'an order of a court stands on the record with who saw it and when, is amended with what it said before, and is opened by why it is relevant',
    },
    async () => {
      const order = await records(ORDER);
      expect(order).toMatchObject({
        ...ORDER,
        kind: 'CHILD_ARRANGEMENTS',
        revision: 1,
        recordedBy: { id: tom.id },
      });
      await recording.writes(tom, 'amendPersonEntry', 'courtOrder', {
        id: order.id,
        expectedRevision: 1,
        entry: { courtOrder: { kind: enumOf('SPECIFIC_ISSUE'), endedOn: '2028-03-01' } },
        reason: 'The court varied it.',
      });
      const [kept] = await scene.database().owner.run<object>({
        text: `SELECT was FROM families.entry_version WHERE item_id = $1 AND revision = 2`,
        values: [order.id],
      });
      expect(kept).toEqual({ was: { label: 'CHILD_ARRANGEMENTS', ended_on: '2030-03-01' } });
      await scene.given.added(
        'access.justification',
        restrictedJustification({
          holder: niamh,
          person: chidi,
          episode,
          classes: ['RESTRICTED:SOCIAL_CARE'],
        }),
      );
      expect((await reads(niamh)).courtOrders).toContainEqual({
        id: order.id,
        kind: 'SPECIFIC_ISSUE',
        says: WORDS,
      });
    },
  );

  scenario(
    {
      clause: 'SHR-4.3-cond',
      outcome: 'denied',
      that: 'without that an order is withheld, from a parent until it was released; by hearsay, of no listed kind or by nobody who leads it is not recorded',
    },
    async () => {
      const order = await records(ORDER);
      for (const who of [grace, niamh]) {
        const found = await reads(who);
        expect(found.courtOrders).toBeNull();
        expect(found.withheld).toContainEqual({
          coordinate: 'Person.courtOrders',
          code: 'JUSTIFICATION_REQUIRED',
        });
      }
      const told = async (): Promise<readonly string[]> =>
        (
          await people.for('TRACK_OUTCOMES').reads(mother, chidi, 'courtOrders { id }')
        ).courtOrders.map(({ id }: Answered) => id);
      expect(await told()).not.toContain(order.id);
      await scene.given.changed(
        'families.person_entry',
        { id: order.id },
        { released_to_family: true },
      );
      expect(await told()).toContain(order.id);
      for (const missing of ['kind', 'seenBy', 'seenOn'])
        await recording.writesNothing(
          'ARGUMENT_INVALID',
          tom,
          'recordPersonEntry',
          'courtOrder',
          writing(Object.fromEntries(Object.entries(ORDER).filter(([field]) => field !== missing))),
        );
      const revealing = { ...ORDER, says: 'His father has schizophrenia.' };
      await recording.writesNothing(
        'FREE_TEXT_REVEALS',
        tom,
        'recordPersonEntry',
        'courtOrder',
        writing(revealing),
      );
      await recording
        .for('TRACK_OUTCOMES')
        .writesNothing(
          'RECORDING_NOT_PERMITTED',
          mother,
          'recordPersonEntry',
          'courtOrder',
          writing(ORDER),
        );
      await recording.writesNothing('RECORD_UNKNOWN', grace, 'amendPersonEntry', 'courtOrder', {
        id: order.id,
        expectedRevision: 1,
        entry: { courtOrder: { says: 'Nothing.' } },
        reason: 'Why not.',
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.2c',
      outcome: 'granted',
      that: 'what an order says of somebody’s health is split off under its own class, beside the order and with no kind that it is not of',
    },
    async () => {
      const order = await recording.writes(
        tom,
        'recordPersonEntry',
        'courtOrder',
        writing(ORDER, {
          splitOff: [
            {
              field: 'says',
              class: enumOf('HEALTH'),
              text: 'The report on his asthma was read.',
            },
          ],
        }),
      );
      const rows = await scene.database().owner.run<object>({
        text: `SELECT label, row_class AS class FROM families.person_entry
          WHERE person_id = $1 AND kind = 'COURT_ORDER' AND detail = 'The report on his asthma was read.' AND id <> $2`,
        values: [chidi.id, order.id],
      });
      expect(rows).toEqual([{ label: 'OTHER', class: 'SPECIAL_CATEGORY:HEALTH' }]);
    },
  );
}
