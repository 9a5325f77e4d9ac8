import type { AgencyKind, AgencyState, EvidenceKind } from '@postern/access-facts';
import { countyId } from '../../county-id.ts';
import type { Days, Moment } from './moment.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** An agency of the cast, with its signature and evidence. */
export interface CastAgency {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly state: AgencyState;
  readonly publicAuthority: boolean;
  /** What it is in law beside its kind, e.g. `DEA2017_SPECIFIED_PERSON`, held since long ago. */
  readonly standings: readonly string[];
  /** Null for an agency that never signed. */
  readonly signature: { readonly from: Days; readonly until: Days | null } | null;
  readonly evidence: readonly EvidenceKind[];
  /** The seat of bulk teams that this agency also takes: 1 school, 2 health, 3 another partner; null for none. */
  readonly bulkSeat: 1 | 2 | 3 | null;
}

const ALL_EVIDENCE: readonly EvidenceKind[] = [
  'POLICIES',
  'DATA_SPECIFICATION',
  'APPROPRIATE_POLICY_DOCUMENT',
];

const NOT_PUBLIC: readonly AgencyKind[] = ['HOUSING', 'VOLUNTARY', 'EARLY_YEARS', 'CONTRACTOR'];

type Facts = Pick<CastAgency, 'name' | 'kind'> & Partial<CastAgency>;

/** An agency in force with all its evidence, unless `facts` say otherwise. */
export function agency(key: string, facts: Facts): CastAgency {
  return {
    id: countyId(`cast-agency:${key}`),
    state: 'ACTIVE',
    publicAuthority: !NOT_PUBLIC.includes(facts.kind),
    standings: [],
    signature: { from: -1199, until: null },
    evidence: ALL_EVIDENCE,
    bulkSeat: null,
    ...facts,
  };
}

const THREE_YEARS: Days = 1096;

/** The rows that make an agency. */
export function agencyRows(of: CastAgency, moment: Moment): readonly Row[] {
  return [
    row('access.agency', {
      id: of.id,
      name: of.name,
      kind: of.kind,
      state: of.state,
      leaves_at: leavesAt(of, moment),
    }),
    ...[...(of.publicAuthority ? ['PUBLIC_AUTHORITY'] : []), ...of.standings].map((standing) =>
      row('access.agency_standing', {
        id: countyId(`${of.id}:${standing}`),
        agency_id: of.id,
        standing,
        starts_on: moment.date(-1199),
        ends_on: null,
      }),
    ),
    ...signatureRows(of, moment),
    ...of.evidence.map((kind) =>
      row('access.agency_evidence', {
        id: countyId(`${of.id}:${kind}`),
        agency_id: of.id,
        kind,
        valid_from: moment.date(-400),
        valid_until: moment.date(THREE_YEARS),
      }),
    ),
  ];
}

/** An agency that gave notice leaves, or left, with its signature. */
function leavesAt({ state, signature }: CastAgency, moment: Moment): string | null {
  const until = signature?.until ?? null;
  return until !== null && ['NOTICE_GIVEN', 'WITHDRAWN'].includes(state)
    ? moment.instant(until)
    : null;
}

function signatureRows(of: CastAgency, moment: Moment): readonly Row[] {
  if (of.signature === null) return [];
  return [
    row('access.agency_signature', {
      id: countyId(`${of.id}:signature`),
      agency_id: of.id,
      agreement: 'SHROPSHIRE_ISA',
      version: '1.1',
      signatory_name: 'Rosalind Achebe',
      signatory_title: 'Accountable officer',
      signed_on: moment.date(of.signature.from - 1),
      effective_from: moment.instant(of.signature.from),
      ends_at: of.signature.until === null ? null : moment.instant(of.signature.until),
    }),
  ];
}
