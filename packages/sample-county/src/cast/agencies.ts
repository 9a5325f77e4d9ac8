import { agency } from './model/agency.ts';

/** The agencies that the cast works for; every one is invented. */
export const agencies = {
  earlyHelp: agency('earlyHelp', {
    name: 'Marlshire Council Targeted Early Help',
    kind: 'COUNCIL',
    standings: ['DEA2017_SPECIFIED_PERSON'],
  }),
  frontDoor: agency('frontDoor', {
    name: 'Marlshire Council Early Help and Support Team',
    kind: 'COUNCIL',
    standings: ['DEA2017_SPECIFIED_PERSON'],
  }),
  insight: agency('insight', {
    name: 'Marlshire Council Insight and Performance',
    kind: 'COUNCIL',
    standings: ['DEA2017_SPECIFIED_PERSON'],
  }),
  fernhollow: agency('fernhollow', {
    name: 'Fernhollow Primary School',
    kind: 'SCHOOL',
    bulkSeat: 1,
  }),
  brackwater: agency('brackwater', { name: 'Brackwater High School', kind: 'SCHOOL', bulkSeat: 1 }),
  tolland: agency('tolland', { name: 'Tolland Green Primary School', kind: 'SCHOOL', bulkSeat: 1 }),
  littleOtters: agency('littleOtters', {
    name: 'Little Otters Nursery',
    kind: 'EARLY_YEARS',
    bulkSeat: 3,
  }),
  marlValley: agency('marlValley', {
    name: 'Marl Valley Community NHS Trust',
    kind: 'HEALTH',
    bulkSeat: 2,
    standings: ['CA2004_S11_BODY'],
  }),
  eastmarl: agency('eastmarl', {
    name: 'Eastmarl Mental Health NHS Trust',
    kind: 'HEALTH',
    bulkSeat: 2,
    standings: ['CA2004_S11_BODY'],
  }),
  constabulary: agency('constabulary', {
    name: 'Marlshire Constabulary',
    kind: 'POLICE',
    standings: ['DEA2017_SPECIFIED_PERSON', 'CA2004_S16E_AGENCY'],
    bulkSeat: 3,
  }),
  cobblewick: agency('cobblewick', { name: 'Cobblewick Homes', kind: 'HOUSING', bulkSeat: 3 }),
  lantern: agency('lantern', { name: 'Lantern Family Support', kind: 'VOLUNTARY', bulkSeat: 3 }),
  /** Has a single worker. */
  quayside: agency('quayside', { name: 'Quayside Listening Project', kind: 'VOLUNTARY' }),
  /** Has given its month's notice; its signature is in force for 20 more days. */
  hartsedge: agency('hartsedge', {
    name: 'Hartsedge Youth Club',
    kind: 'VOLUNTARY',
    state: 'NOTICE_GIVEN',
    signature: { from: -900, until: 20 },
  }),
  /** Has left; its signature ended with that. */
  stonebeck: agency('stonebeck', {
    name: 'Stonebeck Children’s Centre',
    kind: 'EARLY_YEARS',
    state: 'WITHDRAWN',
    signature: { from: -900, until: -40 },
  }),
  /** Still listed as active, though its signature ended. */
  pennyroyal: agency('pennyroyal', {
    name: 'Pennyroyal Housing Trust',
    kind: 'HOUSING',
    signature: { from: -900, until: -10 },
  }),
  /** Never sent evidence of its policies. */
  droversLane: agency('droversLane', {
    name: 'Drovers Lane Primary School',
    kind: 'SCHOOL',
    evidence: ['DATA_SPECIFICATION', 'APPROPRIATE_POLICY_DOCUMENT'],
  }),
  /** In force, but without the appropriate policy document that some conditions need (SOM-9). */
  millRace: agency('millRace', {
    name: 'Mill Race Advice Centre',
    kind: 'VOLUNTARY',
    evidence: ['POLICIES', 'DATA_SPECIFICATION'],
  }),
  /** Invited; has signed nothing. */
  oakapple: agency('oakapple', {
    name: 'Oakapple Dental Practice',
    kind: 'HEALTH',
    state: 'INVITED',
    signature: null,
    evidence: [],
  }),
  familyHubs: agency('familyHubs', {
    name: 'Marlshire Council Family Hubs',
    kind: 'COUNCIL',
    standings: ['DEA2017_SPECIFIED_PERSON'],
  }),
  childrensSocialCare: agency('childrensSocialCare', {
    name: 'Marlshire Council Children’s Social Care',
    kind: 'COUNCIL',
    standings: ['DEA2017_SPECIFIED_PERSON', 'CA2004_S16E_AGENCY'],
  }),
  governance: agency('governance', {
    name: 'Marlshire Council Information Governance',
    kind: 'COUNCIL',
  }),
  partnershipUnit: agency('partnershipUnit', {
    name: 'Marlshire Safeguarding Partnership Unit',
    kind: 'COUNCIL',
    standings: ['CA2004_S16E_AGENCY'],
  }),
  evaluation: agency('evaluation', {
    name: 'National Early Help Evaluation Office',
    kind: 'GOVERNMENT',
  }),
  /** Has not signed the agreement; holds a confidentiality agreement instead. */
  brightwater: agency('brightwater', {
    name: 'Brightwater Interpreting',
    kind: 'CONTRACTOR',
    state: 'INVITED',
    signature: null,
    evidence: ['POLICIES', 'DATA_SPECIFICATION', 'CONFIDENTIALITY_AGREEMENT'],
  }),
  /** Has signed neither the agreement nor a confidentiality agreement. */
  hollowell: agency('hollowell', {
    name: 'Hollowell Transport',
    kind: 'CONTRACTOR',
    state: 'INVITED',
    signature: null,
    evidence: ['POLICIES', 'DATA_SPECIFICATION'],
  }),
} as const;
