import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { enumOf, Recording } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, callum } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const { amara, chidi, ngozi } = cast.families.okafor.persons;

const NEED = {
  episode: okafor.id,
  need: { outcome: enumOf('GOOD_EDUCATION'), identifiedOn: '2026-06-16' },
  nature: enumOf('FACT'),
  concerns: [amara.id],
};

/** The record of the work: assessment, needs, plan, meetings and notes, written by whoever works on it. */
export function workScenarios(scene: Scene): void {
  const recording = new Recording(scene);
  const assessed = (startedOn = '2026-06-15'): Promise<{ readonly id: string }> =>
    recording.writes(tom, 'recordAssessment', 'assessment', {
      episode: okafor.id,
      assessment: { startedOn, reasons: 'Mornings, and what the rent letters say.' },
      nature: enumOf('MIXED'),
      concerns: [amara.id, chidi.id, ngozi.id],
    });

  scenario(
    {
      clause: 'SHR-1.2a',
      outcome: 'granted',
      that: 'whoever leads assesses the whole family, area by area, and says of each need whose it is',
    },
    async () => {
      const assessment = await assessed('2026-06-16');
      for (const area of ['EDUCATION_AND_SKILLS', 'LIVING_STANDARDS'])
        await recording.writes(tom, 'recordAssessmentSection', 'section', {
          assessment: assessment.id,
          section: { area: enumOf(area), summary: 'As it is now.', strengths: 'As it was before.' },
          nature: enumOf('OPINION'),
          concerns: [amara.id],
        });
      const need = await recording.writes(
        tom,
        'recordNeed',
        'need',
        NEED,
        'outcome nature recordedBy { id } recordedByAgency { id } concerns { id }',
      );
      expect(need).toMatchObject({
        revision: 1,
        nature: 'FACT',
        recordedBy: { id: tom.id },
        recordedByAgency: { id: tom.agency.id },
        concerns: [{ id: amara.id }],
      });
      const { assessment: read } = await scene
        .reader(grace)
        .for('COORDINATE_SUPPORT')
        .asksOf(okafor, 'assessment { id sections { area } }');
      expect(read.id).toBe(assessment.id);
      expect(read.sections).toHaveLength(2);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2a',
      outcome: 'denied',
      that: 'nobody writes who does not work with the family: not by its id, nor for somebody of another family',
    },
    async () => {
      const [first, second] = [
        await recording.writesNothing('RECORD_UNKNOWN', callum, 'recordNeed', 'need', NEED),
        await recording.writesNothing('RECORD_UNKNOWN', callum, 'recordNeed', 'need', {
          ...NEED,
          episode: '00000000-0000-4000-8000-000000000999',
        }),
      ];
      expect(first).toEqual(second);
      await recording.writesNothing('ARGUMENT_INVALID', tom, 'recordNeed', 'need', {
        ...NEED,
        concerns: [cast.families.yarrow.persons.jack.id],
      });
    },
  );

  scenario(
    {
      clause: 'PN-blank',
      outcome: 'granted',
      that: 'what does not apply to a family is left out, and leaves no area and no text',
    },
    async () => {
      const assessment = await assessed('2026-06-17');
      const section = await recording.writes(
        tom,
        'recordAssessmentSection',
        'section',
        {
          assessment: assessment.id,
          section: {
            area: enumOf('LIVING_WELL'),
            summary: 'Sleep is what matters.',
            strengths: null,
          },
          nature: enumOf('OPINION'),
          concerns: [amara.id],
        },
        'strengths',
      );
      expect(section.strengths).toBeNull();
      const { assessment: read } = await scene
        .reader(tom)
        .for('COORDINATE_SUPPORT')
        .asksOf(okafor, 'assessment { sections { area } }');
      expect(read.sections).toEqual([{ area: 'LIVING_WELL' }]);
    },
  );

  scenario(
    {
      clause: 'PN-blank',
      outcome: 'denied',
      that: 'a text that says nothing is not recorded in place of none',
    },
    async () => {
      const assessment = await assessed();
      for (const summary of ['', '   ', '--', '\u200B'])
        await recording.writesNothing(
          'ARGUMENT_INVALID',
          tom,
          'recordAssessmentSection',
          'section',
          {
            assessment: assessment.id,
            section: { area: enumOf('LIVING_WELL'), summary },
            nature: enumOf('OPINION'),
            concerns: [amara.id],
          },
        );
    },
  );
}
