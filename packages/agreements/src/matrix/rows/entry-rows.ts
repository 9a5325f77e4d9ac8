import { left, matrixRow, of, seen } from '../cell.ts';
import { NO_COUNT, NO_EXTRACT } from '../reasons.ts';
import type { Role } from '../roles.ts';
import { CASE_READERS, FAMILY, FOR_NAMED_PERSONS, FRONT_DOOR, REPORTING, TEAM } from '../roles.ts';

const FLAGS = seen('STATUS', 'MatchCandidate.criteria');
/** Those who see items of source systems only with a justification, whatever the kind of item. */
const JUSTIFIERS: readonly Role[] = [
  ...TEAM,
  'HUB_WORKER',
  'PANEL_MEMBER',
  'QA_AUDITOR',
  'SAFEGUARDING_REVIEWER',
  'SOCIAL_CARE_WORKER',
  ...FOR_NAMED_PERSONS,
];
const OFFICER: readonly Role[] = ['INFORMATION_GOVERNANCE_OFFICER'];

const HEALTH = [
  ...of('Person', 'disabilities', 'healthConditions', 'mentalHealth', 'substanceUse'),
  ...['Disability', 'HealthCondition', 'MentalHealthNote', 'SubstanceUse'],
];
const OFFENCES = [
  ...of('Person', 'convictions', 'investigations', 'policeIncidents'),
  ...of('Person', 'youthJustice', 'domesticAbuse'),
  ...['Conviction', 'Investigation', 'PoliceIncident'],
  ...['YouthJusticeInvolvement', 'DomesticAbuseIncident'],
];
const EDUCATION = [
  ...of('Person', 'attendance', 'exclusions', 'behaviour', 'specialEducationalNeeds'),
  ...['AttendanceRecord', 'SchoolExclusion', 'SchoolBehaviour', 'SpecialEducationalNeed'],
];
const LIVELIHOOD = [
  ...of('Person', 'housing', 'employment', 'finance'),
  ...['HousingCircumstance', 'EmploymentStatus', 'FinancialCircumstance'],
];
const CONTACT = of('Person', 'socialCareStatus', 'socialCareContact');
const INVOLVEMENT = ['Person.socialCare', 'SocialCareInvolvement'];

const ORDERS = ['Person.courtOrders', 'CourtOrder'];
const CARING = ['Person.caringRoles', 'CaringRole'];
const CARE_RECEIVED = ['Person.careReceived', 'CareReceived'];

export const ENTRY_ROWS = [
  matrixRow('HEALTH', 'Disability, health, mental health, substance use', HEALTH, [
    [[...JUSTIFIERS, ...FRONT_DOOR, 'EARLY_HELP_MANAGER'], seen('JUSTIFIED')],
    [['DATA_HUB_ANALYST'], FLAGS],
    [REPORTING, left('COUNTS', NO_COUNT)],
    [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
    [FAMILY, seen('SELF')],
  ]),
  matrixRow('OFFENCES', 'Convictions, investigations, incidents', OFFENCES, [
    [[...JUSTIFIERS, ...FRONT_DOOR, 'EARLY_HELP_MANAGER'], seen('JUSTIFIED')],
    [['DATA_HUB_ANALYST'], FLAGS],
    [REPORTING, left('COUNTS', NO_COUNT)],
    [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
    // Once the lead professional has checked for third parties and released the entry.
    [FAMILY, seen('SELF')],
  ]),
  matrixRow('EDUCATION', 'Attendance, exclusion, behaviour, special needs', EDUCATION, [
    [JUSTIFIERS, seen('JUSTIFIED')],
    [FRONT_DOOR, seen('FULL')],
    [['DATA_HUB_ANALYST'], FLAGS],
    [REPORTING, left('COUNTS', NO_COUNT)],
    [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
    [FAMILY, seen('SELF')],
  ]),
  matrixRow('LIVELIHOOD', 'Employment, benefits, finance, housing', LIVELIHOOD, [
    [[...JUSTIFIERS, ...FRONT_DOOR], seen('JUSTIFIED')],
    [['DATA_HUB_ANALYST'], FLAGS],
    [REPORTING, left('COUNTS', NO_COUNT)],
    [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
    [FAMILY, seen('SELF')],
  ]),
  matrixRow(
    'SOCIAL_CARE',
    'Social care: status and history',
    [...CONTACT, ...INVOLVEMENT],
    [
      // That social care is involved, and whom to ring, is known to the team.
      [TEAM, seen('STATUS', ...CONTACT), seen('JUSTIFIED', ...INVOLVEMENT)],
      [['HUB_WORKER', 'EARLY_HELP_MANAGER', 'PANEL_MEMBER', 'QA_AUDITOR'], seen('JUSTIFIED')],
      [FOR_NAMED_PERSONS, seen('JUSTIFIED')],
      [[...FRONT_DOOR, 'SAFEGUARDING_REVIEWER', 'SOCIAL_CARE_WORKER'], seen('FULL')],
      [['DATA_HUB_ANALYST'], FLAGS],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow('COURT_ORDERS', 'Orders of a court about a child', ORDERS, [
    [[...JUSTIFIERS, ...FRONT_DOOR], seen('JUSTIFIED')],
    // Once the lead professional has checked for whom it protects and released the entry.
    [FAMILY, seen('SELF')],
  ]),
  matrixRow('CARING', 'Young carers: what they do', CARING, [
    [[...JUSTIFIERS, ...FRONT_DOOR], seen('JUSTIFIED')],
    [FAMILY, seen('SELF')],
  ]),
  matrixRow('CARE_RECEIVED', 'Young carers: for whom, and why', CARE_RECEIVED, [
    [[...JUSTIFIERS, ...FRONT_DOOR], seen('JUSTIFIED')],
    [FAMILY, seen('SELF')],
  ]),
  matrixRow(
    'VOICE',
    'What a child or adult said',
    ['Person.voice', 'Voice'],
    [
      [[...TEAM, ...FRONT_DOOR, 'QA_AUDITOR'], seen('FULL')],
      [
        ['EARLY_HELP_MANAGER', 'HUB_WORKER', 'PANEL_MEMBER', 'SAFEGUARDING_REVIEWER'],
        seen('JUSTIFIED'),
      ],
      [['OVERRIDE_HOLDER'], seen('JUSTIFIED')],
      [['GROUP_WORK_PROVIDER'], seen('OWN', 'Voice'), seen('LIST', 'Person.voice')],
      [['SOCIAL_CARE_WORKER'], seen('PICKED', 'Voice'), seen('LIST', 'Person.voice')],
      [OFFICER, seen('SCOPED')],
      // A parent reads a child's words where the young person opened them.
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'CONCERNS',
    'Safeguarding concerns',
    ['Person.safeguardingConcerns', 'SafeguardingConcern'],
    [
      [[...TEAM, ...FRONT_DOOR, 'EARLY_HELP_MANAGER'], seen('FULL')],
      [['SAFEGUARDING_REVIEWER', 'SOCIAL_CARE_WORKER'], seen('FULL')],
      [['HUB_WORKER', 'PANEL_MEMBER', 'QA_AUDITOR'], seen('JUSTIFIED')],
      [
        ['REFERRING_PRACTITIONER', 'GROUP_WORK_PROVIDER'],
        seen('OWN', 'SafeguardingConcern'),
        seen('LIST', 'Person.safeguardingConcerns'),
      ],
      [FOR_NAMED_PERSONS, seen('SCOPED')],
      [REPORTING, left('COUNTS', NO_COUNT)],
      // Nothing until the lead professional releases the entry.
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'ALERTS',
    'Safety alerts',
    ['Person.safetyAlerts', 'SafetyAlert'],
    [
      [[...CASE_READERS, 'BUSINESS_SUPPORT', 'SOCIAL_CARE_WORKER'], seen('FULL')],
      [['GROUP_WORK_PROVIDER', 'THIRD_PARTY'], seen('FULL')],
      [FOR_NAMED_PERSONS, seen('SCOPED')],
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'GROUP_WORK',
    'Group work: attendance, progress',
    ['Person.groupWork', 'GroupWork'],
    [
      [CASE_READERS, seen('FULL')],
      [['GROUP_WORK_PROVIDER'], seen('OWN', 'GroupWork'), seen('LIST', 'Person.groupWork')],
      [['OVERRIDE_HOLDER'], seen('JUSTIFIED')],
      [OFFICER, seen('SCOPED')],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [FAMILY, seen('SELF')],
    ],
  ),
];
