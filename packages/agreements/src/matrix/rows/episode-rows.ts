import { left, matrixRow, of, seen } from '../cell.ts';
import { NO_COUNT, NO_EXTRACT } from '../reasons.ts';
import { CASE_READERS, FAMILY, FOR_NAMED_PERSONS, REPORTING, without } from '../roles.ts';

const STATUS = [
  ...of('Episode', 'id', 'reference', 'status', 'allocatedAgency', 'family', 'leadProfessional'),
  ...of('Family', 'id', 'reference'),
];
/** Who wrote an entry, when, whether it is fact or opinion, and who changed it since. */
const WRITTEN = [
  ...['nature', 'recordedAt', 'recordedBy', 'recordedByAgency'],
  ...['revision', 'changedBy', 'changedAt'],
];
const TRANSITION = of(
  'LevelTransition',
  ...['id', 'direction', 'fromLevel', 'toLevel'],
  ...['nature', 'recordedAt', 'recordedBy', 'recordedByAgency'],
);
const HEADER = [
  ...STATUS,
  ...of('Episode', 'levelOfNeed', 'openedOn', 'closedOn', 'endReason', 'levelTransitions', 'team'),
  ...of('Episode', 'missingElements', 'revision'),
  'Episode.agreementUploaded',
  ...TRANSITION,
];
const MINUTES = of(
  'TafMeeting',
  ...['id', 'heldOn', 'outcome', 'minutes'],
  ...[...WRITTEN, 'concerns'],
);
/** That there is a document. */
const DOCUMENT_OUTLINE = [
  'Episode.documents',
  ...of('Document', 'id', 'kind', 'mediaType', 'bytes', 'state'),
];
const CONTENT_OF_ASSESSMENT = ['Assessment', 'AssessmentSection', 'Need'];

export const EPISODE_ROWS = [
  matrixRow(
    'HEADER',
    'Episode: reference, status, level, lead professional, agencies',
    [...HEADER, 'LevelTransition.reason'],
    [
      [[...CASE_READERS, 'BUSINESS_SUPPORT'], seen('FULL')],
      [
        [
          'REFERRING_PRACTITIONER',
          'GROUP_WORK_PROVIDER',
          'THIRD_PARTY',
          'SOCIAL_CARE_WORKER',
          ...FOR_NAMED_PERSONS,
        ],
        seen('STATUS', ...STATUS),
      ],
      [
        ['DATA_PROTECTION_OFFICER'],
        seen('STATUS', 'AccessGrant.episode', 'Justification.episode', 'FamilyAgreement.id'),
      ],
      [
        ['DATA_HUB_ANALYST'],
        left('STATUS', 'Matching comes before there is an episode; a candidate is linked to none.'),
      ],
      [REPORTING, seen('COUNTS', 'IndicatorTable')],
      [['EVALUATOR'], seen('COUNTS', 'IndicatorTable')],
      [FAMILY, seen('SELF', ...HEADER)],
    ],
  ),
  matrixRow(
    'EARLIER_ASSESSMENTS',
    'Assessments of the family’s earlier, closed episodes',
    of('Episode', 'earlierAssessments'),
    [[['LEAD_PROFESSIONAL', 'EHAST_PRACTITIONER'], seen('FULL')]],
  ),
  matrixRow(
    'ASSESSMENT',
    'Assessment, needs, strengths',
    [...of('Episode', 'assessment', 'needs', 'reason'), ...CONTENT_OF_ASSESSMENT],
    [
      [CASE_READERS, seen('FULL')],
      [
        ['REFERRING_PRACTITIONER'],
        seen('OWN', ...CONTENT_OF_ASSESSMENT),
        seen('LIST', ...of('Episode', 'assessment', 'needs')),
      ],
      [
        ['GROUP_WORK_PROVIDER'],
        seen('STATUS', 'Episode.assessment', ...of('Assessment', 'id', 'startedOn', 'completedOn')),
      ],
      [
        ['SOCIAL_CARE_WORKER'],
        seen('PICKED', ...CONTENT_OF_ASSESSMENT),
        seen('LIST', ...of('Episode', 'assessment', 'needs')),
      ],
      [
        FOR_NAMED_PERSONS,
        seen(
          'STATUS',
          ...of('Episode', 'assessment', 'needs'),
          ...of('Assessment', 'id', 'startedOn', 'completedOn'),
          ...['AssessmentSection.id', 'Need.id'],
        ),
        seen(
          'JUSTIFIED',
          ...of('Assessment', 'reasons', 'sections', 'concerns'),
          ...of('AssessmentSection', 'area', 'summary', 'strengths', 'concerns'),
          ...of(
            'Need',
            'outcome',
            'description',
            'identifiedOn',
            'metOn',
            'familyRank',
            'concerns',
          ),
          ...['Assessment', 'AssessmentSection', 'Need'].flatMap((type) => of(type, ...WRITTEN)),
        ),
      ],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
      [
        FAMILY,
        seen('SELF', ...of('Episode', 'assessment', 'needs'), ...CONTENT_OF_ASSESSMENT),
        left(
          'SELF',
          'Why help was asked for is said of the family as a whole, and nothing says whom it concerns.',
          'Episode.reason',
        ),
      ],
    ],
  ),
  matrixRow(
    'PLAN',
    'Plan, actions, progress',
    ['Episode.plan', 'Plan', 'PlanAction'],
    [
      [CASE_READERS, seen('FULL')],
      [
        ['GROUP_WORK_PROVIDER', 'THIRD_PARTY'],
        seen(
          'OWN',
          ...of('Plan', 'objective', 'agreedOn'),
          ...of('Plan', ...WRITTEN, 'concerns'),
          'PlanAction',
        ),
        // Another agency's plan leads to the actions of one's own.
        seen('STATUS', 'Plan.id'),
        seen('LIST', 'Episode.plan', 'Plan.actions'),
      ],
      [['SOCIAL_CARE_WORKER'], seen('PICKED', 'Plan', 'PlanAction'), seen('LIST', 'Episode.plan')],
      [
        FOR_NAMED_PERSONS,
        seen('STATUS', 'Episode.plan', 'Plan.id', 'PlanAction.id'),
        seen(
          'JUSTIFIED',
          ...of('Plan', 'objective', 'agreedOn', 'actions'),
          ...of(
            'PlanAction',
            'goal',
            'responsible',
            'dueOn',
            'measure',
            'status',
            'familyRating',
            'chosenByFamily',
          ),
          ...['Plan', 'PlanAction'].flatMap((type) => of(type, ...WRITTEN, 'concerns')),
        ),
      ],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'MINUTES',
    'Minutes of the team',
    ['Episode.meetings', ...MINUTES, 'TafMeeting.attendees'],
    [
      [without(CASE_READERS, 'HUB_WORKER', 'SAFEGUARDING_REVIEWER'), seen('FULL')],
      [
        ['HUB_WORKER', ...FOR_NAMED_PERSONS],
        seen('STATUS', 'Episode.meetings', 'TafMeeting.id'),
        seen(
          'JUSTIFIED',
          ...MINUTES.filter((field) => field !== 'TafMeeting.id'),
          'TafMeeting.attendees',
        ),
      ],
      [
        ['SAFEGUARDING_REVIEWER'],
        seen('FULL', 'Episode.meetings', ...MINUTES),
        left(
          'FULL',
          'A review works under pseudonyms, and who attended is a list of names (SOM-6.13.2).',
          'TafMeeting.attendees',
        ),
      ],
      [['SOCIAL_CARE_WORKER'], seen('PICKED', 'TafMeeting'), seen('LIST', 'Episode.meetings')],
      // The whole minutes where they concern nobody else; nobody reads as "the family".
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'NOTES',
    'Notes of consultations, the panel and the hub; appointments, visits and services',
    ['Episode.caseNotes', 'CaseNote', 'Episode.activities', 'Activity'],
    [
      [CASE_READERS, seen('FULL')],
      [
        ['REFERRING_PRACTITIONER'],
        seen('OWN', 'CaseNote', 'Activity'),
        seen('LIST', 'Episode.caseNotes', 'Episode.activities'),
      ],
      [
        FOR_NAMED_PERSONS,
        seen('STATUS', 'Episode.caseNotes', 'CaseNote.id', 'Episode.activities', 'Activity.id'),
        seen(
          'JUSTIFIED',
          ...of('CaseNote', 'kind', 'subject', 'text', 'passageOf', ...WRITTEN, 'concerns'),
          ...of('Activity', 'kind', 'subject', 'occursAt', 'attendance', 'notes'),
          ...of('Activity', ...WRITTEN, 'concerns'),
        ),
      ],
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'DOCUMENTS',
    'Documents and what they hold',
    ['Episode.documents', 'Document', 'DocumentPart'],
    [
      [without(CASE_READERS, 'HUB_WORKER', 'QA_AUDITOR', 'SAFEGUARDING_REVIEWER'), seen('FULL')],
      // Who looks on takes nothing away: no print, no download, nothing to forward (SOM-8.5).
      [
        ['QA_AUDITOR', 'SAFEGUARDING_REVIEWER'],
        seen('STATUS', ...DOCUMENT_OUTLINE, ...of('Document', 'recordedAt', 'recordedByAgency')),
      ],
      [
        ['HUB_WORKER', ...FOR_NAMED_PERSONS],
        seen(
          'STATUS',
          ...DOCUMENT_OUTLINE,
          ...of('Document', 'rowClass', 'received'),
          ...of('DocumentPart', 'id', 'number', 'bytes'),
        ),
        seen(
          'JUSTIFIED',
          ...of('Document', 'title', 'sha256', 'parts', ...WRITTEN, 'concerns'),
          'DocumentPart.content',
        ),
      ],
      [
        ['SOCIAL_CARE_WORKER'],
        seen('PICKED', 'Document', 'DocumentPart'),
        seen('LIST', 'Episode.documents'),
      ],
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'REFERRAL',
    'Referrals and what became of them',
    ['Episode.referrals', 'Referral'],
    [
      [CASE_READERS, seen('FULL')],
      [['REFERRING_PRACTITIONER'], seen('OWN', 'Referral'), seen('LIST', 'Episode.referrals')],
      [
        FOR_NAMED_PERSONS,
        seen('STATUS', 'Episode.referrals', 'Referral.id'),
        seen(
          'JUSTIFIED',
          ...of('Referral', 'reasons', 'outcome', 'recommendations', 'concerns'),
          'Referral.consultedBeforeDiscussion',
        ),
      ],
      [FAMILY, seen('SELF')],
    ],
  ),
];
