import type { ConditionTemplate } from '@postern/policy';
import type { StoredRule } from '../../stored-rule.ts';
import { justified } from '../conditions.ts';
import {
  ASSESSMENT_DATES,
  ASSESSMENT_LISTS,
  DOCUMENT_CONTENT,
  DOCUMENT_OUTLINES,
  MEETING_LISTS,
  MEETING_ROW,
  MINUTES,
  PLAN_LISTS,
} from '../parts/episode-parts.ts';
import { classesOf, fieldsOf } from '../parts/part.ts';
import type { Reads } from '../role-rules.ts';

const ROWS = [
  'AssessmentSection',
  'Need',
  'Plan',
  'PlanAction',
  'CaseNote',
  'Activity',
  'Referral',
];

/**
 * What an episode holds, for whoever comes for named persons: that there is a record, and what it says where a
 * justification covers every person it concerns, so that nobody else's comes with it.
 */
export function ofNamedPersons(
  reads: Reads,
  reach: ConditionTemplate,
  clause: string,
): readonly StoredRule[] {
  return [
    ...reads(
      [
        ASSESSMENT_LISTS,
        PLAN_LISTS,
        MEETING_LISTS,
        fieldsOf('Episode', 'notes-and-referrals', ['caseNotes', 'activities', 'referrals']),
      ],
      reach,
      clause,
    ),
    ...reads(
      [ASSESSMENT_DATES, MEETING_ROW, ...ROWS.map((row) => fieldsOf(row, 'row', ['id']))],
      reach,
      clause,
    ),
    ...reads(DOCUMENT_OUTLINES, reach, clause),
    ...reads(
      [
        MINUTES,
        ...DOCUMENT_CONTENT,
        ...['Assessment', ...ROWS].map((row) => classesOf(row, 'PERSONAL')),
      ],
      justified(reach),
      clause,
    ),
  ];
}
