import type { RecordedType } from '@postern/recording';
import { amends, records } from '@postern/recording';
import { day, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { asPassage } from '../case-note/passage.ts';
import { LONGEST_TEXT } from '../longest-text.ts';
import { IN_EPISODE, partOf } from '../placing.ts';
import { assessmentResource, assessmentSectionResource } from './assessment.resource.ts';
import { ASSESSMENT_AREAS } from './assessment.table.ts';

const assessment: RecordedType = {
  resource: assessmentResource,
  called: 'assessment',
  placing: IN_EPISODE,
  fields: { startedOn: day, completedOn: day, reasons: text(LONGEST_TEXT) },
  required: ['startedOn'],
  texts: ['reasons'],
  splitting: asPassage,
};

/** What does not apply to a family leaves no area and no text (PN-blank). */
const section: RecordedType = {
  resource: assessmentSectionResource,
  called: 'section',
  placing: partOf(assessmentResource, 'assessment', 'assessment_id'),
  fields: {
    area: z.enum(ASSESSMENT_AREAS),
    summary: text(LONGEST_TEXT),
    strengths: text(LONGEST_TEXT),
  },
  required: ['area'],
  texts: ['summary', 'strengths'],
  splitting: asPassage,
};

/** The whole-family assessment (SHR-1.2a, PN-wfa). */
export const assessmentCommands: Readonly<Record<string, Command>> = {
  recordAssessment: records(assessment) as Command,
  amendAssessment: amends(assessment) as Command,
  recordAssessmentSection: records(section) as Command,
  amendAssessmentSection: amends(section) as Command,
};
