import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import type { Asking } from '../county-fixture.ts';

const { prue, gideon, dorothea, adaline, caspar, grace, tom, hester } = cast.practitioners;
const { halima, desmond, ursula } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const id = (which: number): string => `00000000-0000-4000-8000-0000000008${which}`;

/** What is planted to be told of. */
export const PLANTED = {
  ...{ WAITING: id(11), REFUSED: id(12), COVER: id(13), REMOVAL: id(14), OVERRIDE: id(15) },
  ...{ REVIEW: id(16), TRANSFER: id(17), EXTRACTS: id(18), MEETING: id(19), CASE: id(20) },
  ...{ THEME: id(21), SENT: id(22), OVERDUE: id(23), NOBODY: id(99) },
} as const;
const { WAITING, REFUSED, COVER, REMOVAL, OVERRIDE, REVIEW, TRANSFER, EXTRACTS } = PLANTED;
const { MEETING, CASE, THEME, SENT, OVERDUE } = PLANTED;

/** What a question tells of others, and by which clause; who may ask, and who is turned away. */
export interface Told {
  readonly clause: string;
  readonly query: string;
  readonly to: Asking & { readonly id: string };
  readonly of: readonly string[];
  readonly refused: readonly (readonly [Asking, string])[];
  readonly purpose?: Purpose;
  /** The episodes that it tells of. */
  readonly episodes?: readonly string[];
}

/** Every question that tells of others. */
export const TOLD: Readonly<Record<string, Told>> = {
  accountOf: {
    clause: 'SHR-8.3.8f',
    query: `{ accountOf(practitioner: "${grace.id}") { state missing holdings { role } } }`,
    to: prue,
    of: [grace.id],
    refused: [
      [dorothea, 'RECORD_UNKNOWN'],
      [tom, 'PURPOSE_NOT_PERMITTED'],
    ],
  },
  accessRequestsToAnswer: {
    clause: 'SHR-8.2.1e',
    query: '{ accessRequestsToAnswer { request givenName familyName dateOfBirth } }',
    to: prue,
    of: [WAITING],
    refused: [
      [dorothea, 'ROLE_NOT_PERMITTED'],
      [caspar, 'ROLE_NOT_PERMITTED'],
    ],
  },
  matchingEpisodes: {
    clause: 'SHR-8.2.1e',
    query: `{ matchingEpisodes(request: "${WAITING}") { episode agrees } }`,
    to: prue,
    of: [WAITING],
    refused: [
      [dorothea, 'ROLE_NOT_PERMITTED'],
      [caspar, 'ROLE_NOT_PERMITTED'],
    ],
  },
  accessRefusals: {
    clause: 'SHR-3.3.8',
    query: '{ accessRefusals { request reasons } }',
    to: dorothea,
    of: [REFUSED],
    refused: [
      [prue, 'ROLE_NOT_PERMITTED'],
      [adaline, 'ROLE_NOT_PERMITTED'],
    ],
  },
  coversToDecide: {
    clause: 'SHR-8.2.1g',
    query: '{ coversToDecide { cover reason practitioner { id } } }',
    to: gideon,
    of: [COVER],
    refused: [
      [dorothea, 'ROLE_NOT_PERMITTED'],
      [caspar, 'ROLE_NOT_PERMITTED'],
    ],
  },
  removalsToTell: {
    clause: 'SHR-8.2.1i',
    query: '{ removalsToTell { removal dueAt practitioner { id } } }',
    to: prue,
    of: [REMOVAL],
    episodes: [okafor.id],
    refused: [
      [dorothea, 'ROLE_NOT_PERMITTED'],
      [caspar, 'ROLE_NOT_PERMITTED'],
    ],
  },
  overrides: {
    clause: 'SHR-8.3.7i',
    query: '{ overrides { override reason practitioner { id } } }',
    to: dorothea,
    of: [OVERRIDE],
    refused: [
      [prue, 'ROLE_NOT_PERMITTED'],
      [adaline, 'ROLE_NOT_PERMITTED'],
    ],
  },
  reviewAccess: {
    clause: 'SHR-6a',
    query: '{ reviewAccess { id about practitioner { id } } }',
    to: gideon,
    of: [REVIEW],
    refused: [],
  },
  transfers: {
    clause: 'SHR-3.4.10c',
    query: '{ transfers { transfer need proposedBy { id } } }',
    to: gideon,
    of: [TRANSFER],
    episodes: [okafor.id],
    refused: [
      [dorothea, 'ROLE_NOT_PERMITTED'],
      [caspar, 'ROLE_NOT_PERMITTED'],
    ],
  },
  extractAgreements: {
    clause: 'SHR-3.3.4d',
    query: '{ extractAgreements { agreement title } }',
    to: dorothea,
    of: [EXTRACTS],
    refused: [
      [prue, 'ROLE_NOT_PERMITTED'],
      [caspar, 'ROLE_NOT_PERMITTED'],
    ],
  },
  extractPart: {
    clause: 'DEV-A7d',
    query: `{ extractPart(extract: "${SENT}") { csv } }`,
    to: halima,
    of: [SENT, EXTRACTS],
    purpose: 'MATCH_DATA',
    refused: [
      [desmond, 'PURPOSE_NOT_PERMITTED'],
      [dorothea, 'ROLE_NOT_PERMITTED'],
    ],
  },
  overdueExtracts: {
    clause: 'DEV-A7d',
    query: '{ overdueExtracts { extract destroyBy } }',
    to: dorothea,
    of: [OVERDUE],
    refused: [
      [gideon, 'ROLE_NOT_PERMITTED'],
      [caspar, 'ROLE_NOT_PERMITTED'],
    ],
  },
  researchThemes: {
    clause: 'SOM-6.16.6',
    query: '{ researchThemes { theme question } }',
    to: ursula,
    of: [THEME],
    refused: [
      [prue, 'ROLE_NOT_PERMITTED'],
      [adaline, 'ROLE_NOT_PERMITTED'],
    ],
  },
  agencyMeetings: {
    clause: 'SHR-3.7.6b',
    query: '{ agencyMeetings { id note } }',
    to: gideon,
    of: [MEETING],
    refused: [],
  },
  panelCases: {
    clause: 'SHR-3.7.6b',
    query: '{ panelCases { id reference state } }',
    to: hester,
    of: [CASE],
    episodes: [okafor.id],
    purpose: 'COORDINATE_SUPPORT',
    refused: [],
  },
};
