import { column, columnOf } from '@postern/subgraph-kit';
import { asc, desc } from 'drizzle-orm';
import { children, entryResource } from '../entry-resource.ts';
import { assessment, assessmentSection } from './assessment.table.ts';

export const assessmentResource = entryResource(
  'Assessment',
  assessment,
  {
    startedOn: column('startedOn'),
    completedOn: column('completedOn'),
    reasons: column('reasons'),
    sections: children('MANY', 'AssessmentSection', 'assessmentId'),
  },
  (row) => [desc(columnOf(row, 'startedOn')), asc(columnOf(row, 'id'))],
);

export const assessmentSectionResource = entryResource(
  'AssessmentSection',
  assessmentSection,
  { area: column('area'), summary: column('summary'), strengths: column('strengths') },
  (row) => [asc(columnOf(row, 'area')), asc(columnOf(row, 'id'))],
);
