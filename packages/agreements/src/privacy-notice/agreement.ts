import type { Agreement, Party } from '../terms/agreement.ts';
import { citing } from '../terms/agreement.ts';
import { timer } from '../terms/timer.ts';

function recipients(kind: Party['kind'], ...names: readonly string[]): readonly Party[] {
  return names.map((name) => ({ name, kind, clause: 'PN-share' }));
}

/** What families of Shropshire are told. The notice bears no date or version; it is held from the agreement's. */
export const PRIVACY_NOTICE: Agreement = {
  id: 'SHROPSHIRE_PRIVACY_NOTICE',
  title: 'Shropshire early help: privacy notice',
  kind: 'NOTICE',
  versions: [{ version: '2024-10', from: '2024-10-01', reason: 'Held with the agreement' }],
  until: null,
  parties: [
    { name: 'Shropshire Council', kind: 'COUNCIL', clause: 'PN-who' },
    ...recipients('POLICE', 'Police'),
    ...recipients('COUNCIL', 'Children’s services', 'Youth offending teams'),
    ...recipients('EARLY_YEARS', 'Nurseries'),
    ...recipients('SCHOOL', 'Schools and colleges'),
    ...recipients('HEALTH', 'Health services'),
    ...recipients('HOUSING', 'Housing associations and landlords'),
    ...recipients('VOLUNTARY', 'Voluntary organisations'),
    ...recipients('GOVERNMENT', 'Probation', 'Department for Work and Pensions'),
  ],
  purposes: {
    ...citing(
      'PN-purp',
      'UNDERSTAND_NEEDS',
      'ENGAGE_FAMILY',
      'CHOOSE_SUPPORT',
      'COORDINATE_SUPPORT',
      'TRACK_OUTCOMES',
      'PROFESSIONAL_CONVERSATION',
      'PLANNING_AND_REPORTING',
    ),
    MATCH_DATA: 'PN-ident',
    EVALUATION: 'PN-res',
    SAFEGUARDING: 'PN-s11',
    RIGHTS: 'PN-r-acc',
  },
  bases: {
    article6: citing('PN-law', 'A6_1_C_LEGAL_OBLIGATION', 'A6_1_E_PUBLIC_TASK'),
    // The notice cites 9(2)(i) for what 9(2)(h) says.
    article9: citing(
      'PN-law',
      'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
      'A9_2_H_HEALTH_OR_SOCIAL_CARE',
    ),
    schedule1: {},
    gateways: {
      CA2004_S11: 'PN-s11',
      ...citing(
        'PN-s10',
        'CA2004_S10',
        'CHILDCARE2006_S1',
        'LOCALISM2011_S1',
        'CFA2014_S23',
        'CFA2014_S25',
        'SEND_REGS_2014',
      ),
      DEA2017_S35: 'PN-res',
    },
  },
  items: {
    ...citing(
      'PN-wfa',
      'Person.givenName',
      'Person.familyName',
      'Person.dateOfBirth',
      'Person.contactDetails',
      'Person.nationalInsuranceNumber',
      'Person.nhsNumber',
      'Person.ethnicity',
      'Person.languages',
      'Person.healthConditions',
      'Family.address',
      'Episode.reason',
      'Episode.plan',
    ),
    'Episode.assessment': 'PN-areas',
    'Episode.earlierAssessments': 'PN-prev',
    ...citing(
      'PN-src',
      'Person.policeIncidents',
      'Person.domesticAbuse',
      'Person.youthJustice',
      'Person.attendance',
      'Person.exclusions',
      'Person.specialEducationalNeeds',
      'Person.socialCare',
      'Person.employment',
      'Person.finance',
      'Person.housing',
    ),
  },
  roles: {},
  timers: [
    timer('PERMISSION_ONLINE', 'Younger children need a parent’s permission online', 'PN-u13', {
      value: 13,
      unit: 'YEARS_OF_AGE',
    }),
  ],
  review: null,
  controllers: [
    { of: 'what the notice is about', role: 'SOLE', who: 'Shropshire Council', clause: 'PN-who' },
  ],
  contacts: [
    {
      name: 'Data protection officer, Shropshire Council',
      says: 'Shirehall, Abbey Foregate, Shrewsbury, SY2 6ND; information.request@shropshire.gov.uk',
      clause: 'PN-who',
    },
    { name: 'Information Commissioner', says: 'independent advice; ico.org.uk', clause: 'PN-cmp' },
  ],
  terms: [
    { name: 'Promise', says: 'never sold or rented, never for marketing', clause: 'PN-nosell' },
    { name: 'Promise', says: 'no automated decisions', clause: 'PN-auto' },
    {
      name: 'Promise',
      says: 'need to know; not every practitioner of the family',
      clause: 'PN-need',
    },
  ],
  termination: null,
  userAgreement: null,
};
