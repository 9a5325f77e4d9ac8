import type { Part } from './part.ts';
import { classesOf, fieldsOf } from './part.ts';

function record(resource: string): Part {
  return classesOf(resource, 'OPERATIONAL', 'PERSONAL');
}

const family = fieldsOf('Family', 'header', ['id', 'reference']);
const header = [
  'id',
  'reference',
  'status',
  'levelOfNeed',
  'openedOn',
  'closedOn',
  'endReason',
  'allocatedAgency',
  'family',
  'levelTransitions',
  'leadProfessional',
  'team',
  'missingElements',
  'revision',
  'agreementUploaded',
];
const transition = fieldsOf('LevelTransition', 'header', [
  'id',
  'direction',
  'fromLevel',
  'toLevel',
  'nature',
  'recordedAt',
  'recordedBy',
  'recordedByAgency',
]);
const transitionReason = fieldsOf('LevelTransition', 'reason', ['reason']);

/** Which episode it is, how it stands and who works on it. */
export const HEADER: readonly Part[] = [
  fieldsOf('Episode', 'header', header),
  transition,
  transitionReason,
  family,
];

/** The header as the family sees it: why a level was changed is what a professional thought of somebody. */
export const HEADER_FOR_FAMILY: readonly Part[] = [
  fieldsOf('Episode', 'header', header),
  transition,
  family,
];

/** That there is an episode, where it stands and who leads it. */
export const HEADER_STATUS: readonly Part[] = [
  fieldsOf('Episode', 'status', [
    'id',
    'reference',
    'status',
    'allocatedAgency',
    'family',
    'leadProfessional',
  ]),
  family,
];

export const ASSESSMENT_LINK = fieldsOf('Episode', 'assessment-link', ['assessment']);
export const ASSESSMENT_LISTS = fieldsOf('Episode', 'assessment', ['assessment', 'needs']);
export const ASSESSMENT_RECORDS: readonly Part[] = [
  record('Assessment'),
  record('AssessmentSection'),
  record('Need'),
];
/** The whole assessment, with the reason for the episode. */
export const ASSESSMENT: readonly Part[] = [
  ASSESSMENT_LISTS,
  fieldsOf('Episode', 'reason', ['reason']),
  ...ASSESSMENT_RECORDS,
];
/** Assessments of episodes that are over. */
export const EARLIER_ASSESSMENT_LIST = fieldsOf('Episode', 'earlier-assessments', [
  'earlierAssessments',
]);
export const EARLIER_ASSESSMENTS: readonly Part[] = [
  { ...record('Assessment'), called: 'earlier' },
  { ...record('AssessmentSection'), called: 'earlier' },
];
/** That there is an assessment, and when it was made. */
export const ASSESSMENT_DATES = fieldsOf('Assessment', 'dates', ['id', 'startedOn', 'completedOn']);

export const PLAN_LISTS = fieldsOf('Episode', 'plan', ['plan']);
export const PLAN_RECORDS: readonly Part[] = [record('Plan'), record('PlanAction')];
/** That there is a plan, for whoever reads only some of its actions. */
export const PLAN_OUTLINE = fieldsOf('Plan', 'outline', ['id', 'actions']);
export const PLAN: readonly Part[] = [PLAN_LISTS, ...PLAN_RECORDS];

export const MEETING_LISTS = fieldsOf('Episode', 'meetings', ['meetings']);
export const MEETING_RECORDS: readonly Part[] = [record('TafMeeting')];
export const MEETINGS: readonly Part[] = [MEETING_LISTS, ...MEETING_RECORDS];
/** That the team met. */
export const MEETING_ROW = fieldsOf('TafMeeting', 'row', ['id']);
const minutes = [
  ...['minutes', 'nature', 'recordedAt', 'recordedBy', 'recordedByAgency', 'concerns'],
  ...['revision', 'changedBy', 'changedAt'],
];
export const MINUTES_WITHOUT_ATTENDEES = fieldsOf('TafMeeting', 'minutes', [
  'heldOn',
  'outcome',
  ...minutes,
]);
export const MINUTES = fieldsOf('TafMeeting', 'content', [
  'heldOn',
  'outcome',
  'attendees',
  ...minutes,
]);
/** When the team met and what came of it, which a family is told in any case. */
export const MEETING_OUTCOME = fieldsOf('TafMeeting', 'outcome', ['id', 'heldOn', 'outcome']);
export const MINUTES_BEYOND_OUTCOME = fieldsOf('TafMeeting', 'minutes', ['attendees', ...minutes]);

export const NOTE_LISTS = fieldsOf('Episode', 'notes', ['caseNotes', 'activities']);
export const NOTE_RECORDS: readonly Part[] = [record('CaseNote'), record('Activity')];
export const NOTES: readonly Part[] = [NOTE_LISTS, ...NOTE_RECORDS];

export const REFERRAL_LISTS = fieldsOf('Episode', 'referrals', ['referrals']);
export const REFERRAL_RECORDS: readonly Part[] = [record('Referral')];
export const REFERRALS: readonly Part[] = [REFERRAL_LISTS, ...REFERRAL_RECORDS];

export const DOCUMENT_LISTS = fieldsOf('Episode', 'documents', ['documents']);
/** What is said of a document, which is what practitioners record. */
export const DOCUMENT_ENTRIES = record('Document');
export const DOCUMENT_RECORDS: readonly Part[] = [DOCUMENT_ENTRIES, record('DocumentPart')];
export const DOCUMENTS: readonly Part[] = [DOCUMENT_LISTS, ...DOCUMENT_RECORDS];
/** That there is a document, for whoever reads what it says only where it is justified. */
export const DOCUMENT_OUTLINES: readonly Part[] = [
  DOCUMENT_LISTS,
  fieldsOf('Document', 'outline', [
    ...['id', 'kind', 'mediaType', 'bytes', 'state', 'rowClass', 'received'],
  ]),
  fieldsOf('DocumentPart', 'outline', ['id', 'number', 'bytes']),
];
export const DOCUMENT_CONTENT: readonly Part[] = [
  classesOf('Document', 'PERSONAL'),
  classesOf('DocumentPart', 'PERSONAL'),
];
/** That there is a document, who has it from whom and since when: nothing that could be printed or forwarded (SOM-8.5). */
export const DOCUMENT_EXISTENCE: readonly Part[] = [
  DOCUMENT_LISTS,
  fieldsOf('Document', 'existence', [
    ...['id', 'kind', 'mediaType', 'bytes', 'state', 'recordedAt', 'recordedByAgency'],
  ]),
];

export const ACCURACY_ISSUES: readonly Part[] = [record('AccuracyIssue')];
/** That something is said to be wrong and how far it has got, without what it is. */
export const ACCURACY_STATUS = fieldsOf('AccuracyIssue', 'status', [
  ...[
    'id',
    'episode',
    'kind',
    'foundOn',
    'state',
    'revision',
    'raisedBy',
    'raisedByAgency',
    'raisedAt',
  ],
  ...['recordedBy', 'recordedByAgency', 'dueAt', 'correctedBy', 'correctedAt'],
]);

export const REQUEST_LISTS = fieldsOf('Episode', 'requests', ['informationRequests']);
export const REQUEST_RECORDS: readonly Part[] = [record('InformationRequest')];
export const REQUESTS: readonly Part[] = [REQUEST_LISTS, ...REQUEST_RECORDS];
/** That an agency asked another and how it ended, without what was asked or said. */
export const REQUEST_STATUS: readonly Part[] = [
  REQUEST_LISTS,
  classesOf('InformationRequest', 'OPERATIONAL'),
];

/** Where the episode stands, and why it ended. */
export const EPISODE_STATE = fieldsOf('Episode', 'state', ['status', 'endReason']);
export const EPISODE_LEVEL = fieldsOf('Episode', 'level', ['levelOfNeed']);
/** The family's own view of how the plan goes. */
export const FAMILY_RATING = fieldsOf('PlanAction', 'rating', ['familyRating']);
/** The order in which the family puts its needs, and what help it chose. */
export const FAMILY_RANK = fieldsOf('Need', 'rank', ['familyRank']);
export const FAMILY_CHOICE = fieldsOf('PlanAction', 'choice', ['chosenByFamily']);
