import { ascending, column, descending } from '@postern/subgraph-kit';

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
  [descending('startedOn')],
  ['startedOn', 'completedOn', 'reasons'],
);

export const assessmentSectionResource = entryResource(
  'AssessmentSection',
  assessmentSection,
  { area: column('area'), summary: column('summary'), strengths: column('strengths') },
  [ascending('area')],
  ['area', 'summary', 'strengths'],
);
