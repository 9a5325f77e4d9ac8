import { agency } from './model/agency.ts';

/** The agencies that the cast works for; every one is invented. */
export const agencies = {
  earlyHelp: agency('earlyHelp', {
    name: 'Marlshire Council Targeted Early Help',
    kind: 'COUNCIL',
  }),
  frontDoor: agency('frontDoor', {
    name: 'Marlshire Council Early Help and Support Team',
    kind: 'COUNCIL',
  }),
  insight: agency('insight', {
    name: 'Marlshire Council Insight and Performance',
    kind: 'COUNCIL',
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
  }),
  eastmarl: agency('eastmarl', {
    name: 'Eastmarl Mental Health NHS Trust',
    kind: 'HEALTH',
    bulkSeat: 2,
  }),
  constabulary: agency('constabulary', {
    name: 'Marlshire Constabulary',
    kind: 'POLICE',
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
} as const;
