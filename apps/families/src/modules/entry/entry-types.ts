import { column, columnOf, releaseDecision } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';
import type { EntryResource } from './entry-type.ts';
import { entryType } from './entry-type.ts';

const releasedToFamily = releaseDecision('releasedToFamily');

/** Every type of entry about a person: the kind of row it is, and the columns its own fields come from. */
export const entryTypes: readonly EntryResource[] = [
  entryType('Disability', 'DISABILITY', { name: column('label'), detail: column('detail') }),
  entryType('HealthCondition', 'HEALTH_CONDITION', {
    name: column('label'),
    detail: column('detail'),
  }),
  entryType('MentalHealthNote', 'MENTAL_HEALTH', {
    summary: column('label'),
    detail: column('detail'),
  }),
  entryType('SubstanceUse', 'SUBSTANCE_USE', {
    substance: column('label'),
    detail: column('detail'),
  }),
  entryType('Conviction', 'CONVICTION', {
    offence: column('label'),
    disposal: column('detail'),
    releasedToFamily,
  }),
  entryType('Investigation', 'INVESTIGATION', {
    allegation: column('label'),
    status: column('status'),
    releasedToFamily,
  }),
  entryType('PoliceIncident', 'POLICE_INCIDENT', {
    description: column('label'),
    role: column('status'),
    releasedToFamily,
  }),
  entryType('YouthJusticeInvolvement', 'YOUTH_JUSTICE', {
    description: column('label'),
    status: column('status'),
    releasedToFamily,
  }),
  entryType('DomesticAbuseIncident', 'DOMESTIC_ABUSE', {
    description: column('label'),
    role: column('status'),
    releasedToFamily,
  }),
  entryType('AttendanceRecord', 'ATTENDANCE', {
    period: column('label'),
    percentage: column('percentage'),
  }),
  entryType('SchoolExclusion', 'SCHOOL_EXCLUSION', {
    kind: column('label'),
    reason: column('detail'),
  }),
  entryType('SchoolBehaviour', 'SCHOOL_BEHAVIOUR', {
    summary: column('label'),
    detail: column('detail'),
  }),
  entryType('SpecialEducationalNeed', 'SPECIAL_EDUCATIONAL_NEED', {
    need: column('label'),
    provision: column('detail'),
  }),
  entryType('HousingCircumstance', 'HOUSING', {
    circumstance: column('label'),
    detail: column('detail'),
  }),
  entryType('EmploymentStatus', 'EMPLOYMENT', {
    status: column('label'),
    detail: column('detail'),
  }),
  entryType('FinancialCircumstance', 'FINANCE', {
    circumstance: column('label'),
    detail: column('detail'),
  }),
  entryType('SocialCareInvolvement', 'SOCIAL_CARE', {
    status: column('label'),
    detail: column('detail'),
  }),
  entryType('Voice', 'VOICE', { words: column('label'), detail: column('detail') }),
  entryType('SafeguardingConcern', 'SAFEGUARDING_CONCERN', {
    concern: column('label'),
    detail: column('detail'),
    status: column('status'),
    releasedToFamily,
  }),
  entryType('SafetyAlert', 'SAFETY_ALERT', {
    alert: column('label'),
    action: column('detail'),
    releasedToFamily,
  }),
  entryType('GroupWork', 'GROUP_WORK', {
    group: column('label'),
    progress: column('detail'),
    attended: column('percentage'),
  }),
  entryType('CourtOrder', 'COURT_ORDER', {
    kind: column('label'),
    says: column('detail'),
    seenBy: column('status'),
    seenOn: column('seenOn'),
    releasedToFamily,
  }),
  entryType('CaringRole', 'CARING_ROLE', {
    does: column('label'),
    often: column('status'),
    effectOnSchool: column('detail'),
    // Each is decided as the entry that it is: by what the reader may know of whoever is cared for.
    caresFor: {
      kind: 'MANY',
      type: 'CareReceived',
      join: (role, care) => sql`${columnOf(care, 'caringRoleId')} = ${columnOf(role, 'id')}`,
    },
  }),
  entryType('CareReceived', 'CARE_RECEIVED', { need: column('label'), detail: column('detail') }),
];
