import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { healthJustification } from '../vocabulary/justification.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, niamh, tom, dev, bea, kwame } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;
const { chidi, ada } = families.okafor.persons;
const yarrow = families.yarrow.episodes.current;
const { jack } = families.yarrow.persons;

/** Six of the seven purposes listed; the seventh, matching data to find families, is not the team's. */
const TEAM_PURPOSES: readonly Purpose[] = [
  'UNDERSTAND_NEEDS',
  'ENGAGE_FAMILY',
  'CHOOSE_SUPPORT',
  'COORDINATE_SUPPORT',
  'TRACK_OUTCOMES',
  'PROFESSIONAL_CONVERSATION',
];

/** Purposes by a name that the agreement does not have. */
const NO_PURPOSES = ['CURIOSITY', 'understand_needs'] as readonly string[] as readonly Purpose[];

/** Purposes of use: what the record may be read for. */
export function purposeScenarios({ given, reader }: Scene): void {
  scenario(
    {
      clause: 'SHR-2.1',
      outcome: 'granted',
      that: 'to safeguard children and families, everybody who works with the family reads its record',
    },
    async () => {
      for (const who of [tom, grace, niamh]) await reader(who).for('SAFEGUARDING').reads(okafor);
      await reader(dev).for('SAFEGUARDING').reads(families.farrow.episodes.contact);
    },
  );

  scenario(
    {
      clause: 'SHR-2.1',
      outcome: 'denied',
      that: 'without a purpose, or for one that serves no family, nobody reads anything; nor does safeguarding alone open a family',
    },
    async () => {
      await reader(grace).for(null).isRefused('PURPOSE_REQUIRED');
      for (const purpose of NO_PURPOSES)
        await reader(grace).for(purpose).isRefused('PURPOSE_UNKNOWN');
      await reader(bea).for('SAFEGUARDING').findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-2.2b',
      outcome: 'granted',
      that: 'the team uses the record for each of the six listed purposes that are its own',
    },
    async () => {
      for (const purpose of TEAM_PURPOSES) await reader(grace).for(purpose).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-2.2b',
      outcome: 'denied',
      that: 'the team does not match data to find families, the front door does not track outcomes, and what is no purpose is refused',
    },
    async () => {
      await reader(grace).for('MATCH_DATA').isRefused('PURPOSE_NOT_PERMITTED');
      await reader(tom).for('MATCH_DATA').isRefused('PURPOSE_NOT_PERMITTED');
      await reader(dev).for('TRACK_OUTCOMES').isRefused('PURPOSE_NOT_PERMITTED');
      for (const purpose of NO_PURPOSES)
        await reader(grace).for(purpose).isRefused('PURPOSE_UNKNOWN');
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.12',
      outcome: 'granted',
      that: 'the health visitor’s entries are reused by school and lead for assessing, planning and choosing wider support',
    },
    async () => {
      for (const who of [grace, tom])
        for (const purpose of [
          'UNDERSTAND_NEEDS',
          'COORDINATE_SUPPORT',
          'CHOOSE_SUPPORT',
        ] as const) {
          const { assessment, plan } = await reader(who).for(purpose).reads(okafor);
          for (const items of [assessment.sections, plan.actions])
            expect(items).toContainEqual(
              expect.objectContaining({ recordedBy: expect.objectContaining({ id: niamh.id }) }),
            );
        }
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.12',
      outcome: 'denied',
      that: 'not for matching data or for planning services, which are not reuse by the team',
    },
    async () => {
      await reader(grace).for('MATCH_DATA').isRefused('PURPOSE_NOT_PERMITTED');
      await reader(grace).for('PLANNING_AND_REPORTING').isRefused('PURPOSE_UNKNOWN');
      const reporting = reader(grace).atReporting().for('PLANNING_AND_REPORTING');
      await reporting.isRefused(
        'CONTRACT_NOT_PERMITTED',
        '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough } }',
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.1',
      outcome: 'granted',
      that: 'for the objective that the justification states, the one item that it needs is given',
    },
    async () => {
      const child = await reader(niamh).for('COORDINATE_SUPPORT').readsOf(chidi, okafor);
      child.gives('healthConditions', ['Asthma']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.1',
      outcome: 'denied',
      that: 'not for another objective, not another class of the same child, not the same class of a sibling',
    },
    async () => {
      for (const objective of TEAM_PURPOSES.filter((each) => each !== 'COORDINATE_SUPPORT')) {
        const child = await reader(niamh).for(objective).readsOf(chidi, okafor);
        child.withholds('healthConditions');
      }
      const stated = reader(niamh).for('COORDINATE_SUPPORT');
      const child = await stated.readsOf(chidi, okafor);
      for (const field of ['convictions', 'attendance', 'nhsNumber']) child.withholds(field);
      (await stated.readsOf(ada, okafor)).withholds('healthConditions');
    },
  );

  scenario(
    {
      clause: 'PN-ehm',
      outcome: 'granted',
      that: 'a partner with a part in the early help of a family reads its record, and an item it needs to know',
    },
    async () => {
      await reader(kwame).reads(yarrow);
      const need = healthJustification({ holder: kwame, person: jack, episode: yarrow });
      await given.added('access.justification', need);
      (await reader(kwame).readsOf(jack, yarrow)).gives('healthConditions', ['Asthma', 'Tics']);
    },
  );

  scenario(
    {
      clause: 'PN-ehm',
      outcome: 'denied',
      that: 'not a partner without a part in it, not for anything but early help, and no item that it has no need to know',
    },
    async () => {
      await reader(bea).findsNothingOf(yarrow);
      await reader(kwame).for('PLANNING_AND_REPORTING').isRefused('PURPOSE_UNKNOWN');
      (await reader(kwame).readsOf(jack, yarrow)).withholds('healthConditions');
    },
  );
}
