import type { Coordinate } from './dictionary.ts';

/** Stands for a family's one address where a restriction hides only an item of it. */
export const ADDRESS_IN_PART: Coordinate = 'Family.address.part';

/** Fields made of others, and lists from which a hidden whole could be put together again. */
const MADE_OF: ReadonlyMap<Coordinate, readonly Coordinate[]> = new Map([
  [
    'Family.address',
    [
      ADDRESS_IN_PART,
      'Family.households',
      'Household.id',
      'Household.addresses',
      'Address.id',
      'Address.line',
      'Address.town',
      'Address.postcode',
      'Address.uprn',
    ],
  ],
  // What is missing tells by the rest what is there.
  [
    'Episode.missingElements',
    [
      'Episode.assessment',
      'Assessment.id',
      'Assessment.completedOn',
      'Episode.plan',
      'Plan.id',
      'Plan.objective',
      'Plan.concerns',
      'Plan.actions',
      'PlanAction.id',
      'PlanAction.measure',
      'Episode.leadProfessional',
    ],
  ],
  ['Household.addresses', ['Family.address']],
  ['Address.uprn', ['Address.line']],
  ['Episode.agreementUploaded', ['Episode.documents', 'Document.id', 'Document.kind']],
  ['DocumentPart.id', ['Document.id']],
  ['DocumentPart.content', ['Document.title']],
  ['Person.age', ['Person.dateOfBirth']],
  ['Person.ageBand', ['Person.dateOfBirth']],
  ['Person.birthYear', ['Person.dateOfBirth']],
]);

/** Entries about a person: each kind in its list, and by the id of what was just recorded. */
const OF_PERSONS: Readonly<Record<string, string>> = {
  voice: 'Voice',
  safeguardingConcerns: 'SafeguardingConcern',
  safetyAlerts: 'SafetyAlert',
  groupWork: 'GroupWork',
  disabilities: 'Disability',
  healthConditions: 'HealthCondition',
  mentalHealth: 'MentalHealthNote',
  substanceUse: 'SubstanceUse',
  convictions: 'Conviction',
  investigations: 'Investigation',
  policeIncidents: 'PoliceIncident',
  youthJustice: 'YouthJusticeInvolvement',
  domesticAbuse: 'DomesticAbuseIncident',
  attendance: 'AttendanceRecord',
  exclusions: 'SchoolExclusion',
  behaviour: 'SchoolBehaviour',
  specialEducationalNeeds: 'SpecialEducationalNeed',
  housing: 'HousingCircumstance',
  employment: 'EmploymentStatus',
  finance: 'FinancialCircumstance',
  socialCare: 'SocialCareInvolvement',
  courtOrders: 'CourtOrder',
  caringRoles: 'CaringRole',
  careReceived: 'CareReceived',
};

/**
 * Records that are come by in more than one way, be it as the answer of the command that wrote them: hidden in this one, they
 * are hidden in every other.
 */
const HELD_BY: ReadonlyMap<string, Coordinate> = new Map<string, Coordinate>([
  ['Assessment', 'Episode.assessment'],
  ['AssessmentSection', 'Assessment.sections'],
  ['Need', 'Episode.needs'],
  ['Plan', 'Episode.plan'],
  ['PlanAction', 'Plan.actions'],
  ['TafMeeting', 'Episode.meetings'],
  ['CaseNote', 'Episode.caseNotes'],
  ['Activity', 'Episode.activities'],
  ['Referral', 'Episode.referrals'],
  ['Document', 'Episode.documents'],
  ['DocumentPart', 'Document.parts'],
  ['InformationRequest', 'Episode.informationRequests'],
  ['AccessGrant', 'Episode.grants'],
  ['FamilyAgreement', 'Family.agreement'],
  ['Household', 'Family.households'],
  ['Address', 'Household.addresses'],
  ['PersonName', 'Person.names'],
  ...Object.entries(OF_PERSONS).map(([list, type]): [string, Coordinate] => [
    type,
    `Person.${list}`,
  ]),
]);

/** The details whose hiding hides a field: itself, what it is made of, and what holds its record, and that one's, and so on. */
export function hiddenWith(coordinate: Coordinate): readonly Coordinate[] {
  const [type = ''] = coordinate.split('.');
  return [coordinate, ...(MADE_OF.get(coordinate) ?? []), ...holdersOf(type)];
}

function holdersOf(type: string): readonly Coordinate[] {
  const holder = holderOf(type);
  if (holder === undefined) return [];
  const [above = ''] = holder.split('.');
  return [holder, ...holdersOf(above)];
}

/** The detail that holds every record of a type; undefined where no one detail does. */
export function holderOf(type: string): Coordinate | undefined {
  return HELD_BY.get(type);
}
