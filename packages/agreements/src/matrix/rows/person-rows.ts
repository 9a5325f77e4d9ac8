import { left, matrixRow, of, seen } from '../cell.ts';
import { NO_AGENCY, NO_COUNT, NO_EXTRACT, NOT_JUSTIFIABLE } from '../reasons.ts';
import {
  CASE_READERS,
  FAMILY,
  FOR_NAMED_PERSONS,
  FRONT_DOOR,
  REPORTING,
  TEAM,
  without,
} from '../roles.ts';

const NAMES = of('Person', 'givenName', 'familyName');
const BAND = of('Person', 'ageBand', 'birthYear');
const EXACT_AGE = of('Person', 'dateOfBirth', 'age', 'expectedOn', 'deceasedOn');
const SEX = of('Person', 'sex', 'gender');
const HOUSEHOLD = ['Family.households', ...of('Household', 'id', 'name', 'members')];
const ROW = ['Person.id', 'Family.members'];
const ADDRESS = ['Family.address', 'Household.addresses', 'Address'];
const NO_ADDRESS_LINE =
  'The one-line address is that of the family’s first household, which need not be that of the reader or of whom the access names.';
const NUMBERS = of('Person', 'nhsNumber', 'uniquePupilNumber');
const CANDIDATE = of('MatchCandidate', 'id', 'givenName', 'familyName', 'dateOfBirth');

export const PERSON_ROWS = [
  matrixRow(
    'IDENTITY',
    'Name, age, household',
    [...ROW, ...NAMES, ...BAND, ...EXACT_AGE, ...SEX, ...HOUSEHOLD],
    [
      [
        [...TEAM, ...FRONT_DOOR, 'HUB_WORKER', 'BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'],
        seen('FULL'),
      ],
      [
        ['PANEL_MEMBER', 'QA_AUDITOR'],
        seen('FULL', ...ROW, ...NAMES, ...BAND, ...SEX, ...HOUSEHOLD),
      ],
      [
        ['REFERRING_PRACTITIONER'],
        seen('STATUS', ...ROW, ...BAND),
        left('OWN', NO_AGENCY, ...NAMES, ...HOUSEHOLD),
      ],
      [['GROUP_WORK_PROVIDER', 'THIRD_PARTY'], seen('SCOPED', ...ROW, ...NAMES, ...BAND)],
      [['SAFEGUARDING_REVIEWER'], seen('STATUS', ...ROW, ...of('Person', 'ageBand', 'gender'))],
      [
        ['SOCIAL_CARE_WORKER'],
        seen('STATUS', ...ROW, ...BAND),
        seen('LIST', 'Family.households'),
        seen('PICKED', ...NAMES, ...EXACT_AGE, ...SEX, ...of('Household', 'id', 'name', 'members')),
      ],
      [FOR_NAMED_PERSONS, seen('SCOPED', ...ROW, ...NAMES, ...BAND, ...EXACT_AGE, ...SEX)],
      [['OVERRIDE_HOLDER'], seen('FULL', ...HOUSEHOLD)],
      [
        ['DATA_PROTECTION_OFFICER'],
        seen('STATUS', 'Justification.person', 'AgreementSigner.person', 'Exclusion.person'),
      ],
      [['DATA_HUB_ANALYST'], seen('FULL', ...CANDIDATE)],
      [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'ADDRESS',
    'Address, contact details',
    [...ADDRESS, 'Person.contactDetails'],
    [
      [
        [...TEAM, ...FRONT_DOOR, 'HUB_WORKER', 'BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'],
        seen('FULL'),
      ],
      [
        ['PANEL_MEMBER', 'QA_AUDITOR'],
        seen('JUSTIFIED', 'Person.contactDetails'),
        left('JUSTIFIED', NOT_JUSTIFIABLE, ...ADDRESS),
      ],
      [['REFERRING_PRACTITIONER', 'GROUP_WORK_PROVIDER'], left('OWN', NO_AGENCY)],
      [
        ['SOCIAL_CARE_WORKER'],
        seen('PICKED', 'Household.addresses', 'Address', 'Person.contactDetails'),
        left(
          'PICKED',
          'The one-line address is of a family, and addresses are picked one by one.',
          'Family.address',
        ),
      ],
      [FOR_NAMED_PERSONS, seen('SCOPED', 'Person.contactDetails')],
      // Where somebody may be found tonight; what a safety restriction hides stays hidden.
      [
        ['OVERRIDE_HOLDER'],
        seen('FULL', 'Household.addresses', 'Address'),
        left('FULL', NO_ADDRESS_LINE, 'Family.address'),
      ],
      [['DATA_HUB_ANALYST'], seen('FULL', 'MatchCandidate.postcode')],
      [
        FAMILY,
        seen('SELF', 'Household.addresses', 'Address', 'Person.contactDetails'),
        left('SELF', NO_ADDRESS_LINE, 'Family.address'),
      ],
    ],
  ),
  matrixRow(
    'SETTINGS',
    'School or nursery, GP practice',
    of('Person', 'educationSetting', 'gpPractice'),
    [
      [[...TEAM, ...FRONT_DOOR, 'HUB_WORKER', 'EARLY_HELP_MANAGER'], seen('FULL')],
      [FOR_NAMED_PERSONS, seen('SCOPED')],
      [FAMILY, seen('SELF')],
    ],
  ),
  matrixRow(
    'IDENTIFIERS',
    'NHS number, unique pupil number, National Insurance number',
    [...NUMBERS, 'Person.nationalInsuranceNumber'],
    [
      [['LEAD_PROFESSIONAL', 'SOCIAL_CARE_WORKER'], seen('JUSTIFIED', ...NUMBERS)],
      [['TAF_MEMBER', ...FOR_NAMED_PERSONS], seen('JUSTIFIED', ...NUMBERS)],
      [FRONT_DOOR, seen('FULL', ...NUMBERS)],
      [
        ['BUSINESS_SUPPORT', 'HUB_WORKER'],
        left('STATUS', 'No field says that a number is held without giving it.'),
      ],
      [
        ['DATA_HUB_ANALYST'],
        seen(
          'FULL',
          ...of('MatchCandidate', 'nhsNumber', 'uniquePupilNumber', 'nationalInsuranceNumber'),
        ),
      ],
      [['EVALUATOR'], left('STATUS', 'Linkage takes place outside this service (PN-eval).')],
      [
        FAMILY,
        seen('SELF', ...NUMBERS),
        left(
          'SELF',
          'It is held for matching and shown to the matcher alone.',
          'Person.nationalInsuranceNumber',
        ),
      ],
    ],
  ),
  matrixRow(
    'REVISIONS',
    'That details were changed',
    ['Person.revision', 'Household.revision'],
    [[['LEAD_PROFESSIONAL', 'BUSINESS_SUPPORT'], seen('FULL')]],
  ),
  matrixRow(
    'OTHER_NAMES',
    'Former, adopted and other names',
    ['Person.names', 'PersonName'],
    [[['LEAD_PROFESSIONAL', 'TAF_MEMBER', 'BUSINESS_SUPPORT'], seen('FULL')]],
  ),
  matrixRow(
    'SAME_PERSON',
    'That two records are of one person',
    of('Person', 'alsoRecordedAs', 'recordedUnder'),
    [[['LEAD_PROFESSIONAL', 'TAF_MEMBER', 'BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'], seen('FULL')]],
  ),
  matrixRow('CHARACTERISTICS', 'Ethnicity, religion', of('Person', 'ethnicity', 'religion'), [
    [without(CASE_READERS, 'HUB_WORKER'), seen('JUSTIFIED')],
    [['SOCIAL_CARE_WORKER', ...FOR_NAMED_PERSONS], seen('JUSTIFIED')],
    [['HUB_WORKER', ...REPORTING], left('COUNTS', NO_COUNT)],
    [['EVALUATOR'], left('STATUS', NO_EXTRACT)],
    [FAMILY, seen('SELF')],
  ]),
  matrixRow(
    'COMMUNICATION',
    'Language, communication needs',
    of('Person', 'languages', 'communicationNeeds'),
    [
      [[...CASE_READERS, 'BUSINESS_SUPPORT', 'SOCIAL_CARE_WORKER'], seen('FULL')],
      [['GROUP_WORK_PROVIDER', 'THIRD_PARTY', ...FOR_NAMED_PERSONS], seen('FULL')],
      [REPORTING, left('COUNTS', NO_COUNT)],
      [FAMILY, seen('SELF')],
    ],
  ),
];
