import type { EvidenceKind, IssuerAgencyState } from '@postern/access-facts';
import {
  acceptance,
  accessGrant,
  account,
  agency,
  agencyEvidence,
  agencySignature,
  agencyStanding,
  issuerAgency,
  policyVersion,
  roleHolding,
  TRAINING_MODULES,
  training,
} from '@postern/access-facts';
import type { AgreementsInForce } from '@postern/policy';
import { FAMILY_ROLES, OVERRIDE_ROLE, trainingGrace, UNSIGNED_AGENCY_ROLES } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { acceptsOneOf, signsOneOf } from './agreements-in-force.ts';
import { childrenOf, personOf } from './kin.ts';
import { literal, literals } from './literal.ts';
import { civilDay, currentToday, liveBetween, NOW, validToday } from './live.ts';
import { unlessExempt } from './preconditions.ts';
import { grantRuns } from './running-grant.ts';
import { holdingRuns } from './running-holding.ts';

/** What a statement is told about the request; everything else it reads. */
export const requestParameters = {
  issuer: sql.placeholder('issuer'),
  subject: sql.placeholder('subject'),
  multiFactor: sql.placeholder('multiFactor'),
  now: sql.placeholder('now'),
  purpose: sql.placeholder('purpose'),
  policyVersion: sql.placeholder('policyVersion'),
  roles: sql.placeholder('roles'),
  unlocked: sql.placeholder('unlocked'),
  hiding: sql.placeholder('hiding'),
};

const SPEAKING: IssuerAgencyState = 'SPEAKING';
const ACTIVE_ACCOUNTS = ['ACTIVE', 'DORMANT_WARNING'];
const MANDATORY_EVIDENCE: readonly EvidenceKind[] = ['POLICIES', 'DATA_SPECIFICATION'];
const AGENCIES_IN_FORCE = ['SIGNED', 'ACTIVE', 'REVIEW_DUE', 'NOTICE_GIVEN'];

/**
 * Whose facts are asked, when and for what: SQL of the token's issuer and subject, a boolean, a moment and a purpose. A moment
 * that is null is the database's own: what one process wrote is over for another whatever the clocks of the two say.
 */
export interface Asking {
  readonly issuer: SQL;
  readonly subject: SQL;
  readonly multiFactor: SQL;
  readonly now: SQL;
  readonly purpose: SQL;
  /** Where many are asked about at once: the FROM of who they are. */
  readonly from?: SQL;
}

/** Who asks as the access token has it. */
export const theCaller: Asking = {
  issuer: sql`${requestParameters.issuer}`,
  subject: sql`${requestParameters.subject}`,
  multiFactor: sql`${requestParameters.multiFactor}`,
  now: sql`${requestParameters.now}`,
  purpose: sql`${requestParameters.purpose}`,
};

/** Whoever took an override has its role while one of theirs is live (SHR-3.5L-e). */
const holdsOverride: SQL = sql`EXISTS (SELECT 1 FROM ${accessGrant} WHERE ${accessGrant.accountId} = p.id
        AND ${accessGrant.basis} = 'OVERRIDE' AND ${grantRuns})`;

/**
 * The principal as one row: account, agency, roles, and each mandatory precondition as a column.
 * No row means that there is no account. A family member has a person and no agency: the agency of the account only
 * vouches for it.
 */
export function principalFacts(inForce: AgreementsInForce, asking: Asking): SQL {
  return sql`principal AS MATERIALIZED (
  SELECT p.id, p.agency_id AS vouching_agency_id, p.now, p.today, p.purpose,
    CASE WHEN p.works THEN p.agency_id END AS agency_id,
    CASE WHEN p.works THEN p.agency_kind END AS agency_kind,
    p.works AND 'PUBLIC_AUTHORITY' = ANY (held.standings) AS public_authority,
    CASE WHEN p.works THEN held.standings ELSE '{}' END AS standings,
    self.person_id, ${childrenOf} AS children,
    p.state AS account_state, p.second_factor_shown, p.state IN (${literals(ACTIVE_ACCOUNTS)}) AS account_active,
    EXISTS (SELECT 1 FROM ${issuerAgency} WHERE ${issuerAgency.issuerId} = p.issuer_id AND ${issuerAgency.agencyId} = p.agency_id
      AND ${issuerAgency.state} = ${literal(SPEAKING)}) AS issuer_for_agency,
    p.multi_factor,
    ${unlessExempt('TRAINING_VALID')}(SELECT array_agg(${training.module}) @> ARRAY[${literals(TRAINING_MODULES)}] FROM ${training}
      WHERE ${training.accountId} = p.id AND ${validToday(training.completedOn, training.expiresOn, trainingGrace(inForce))}) IS TRUE AS training_valid,
    EXISTS (SELECT 1 FROM ${acceptance} WHERE ${acceptance.accountId} = p.id
      AND ${acceptsOneOf(inForce, acceptance.version)} AND ${acceptance.acceptedAt} <= ${NOW}) AS accepted,
    CASE WHEN signature.live THEN p.agency_state IN (${literals(AGENCIES_IN_FORCE)})
      ELSE (p.agency_kind = 'CONTRACTOR' AND 'CONFIDENTIALITY_AGREEMENT' = ANY (evidence.kinds)) IS TRUE END AS agency_in_force,
    (evidence.kinds @> ARRAY[${literals(MANDATORY_EVIDENCE)}]) IS TRUE AS agency_evidence,
    p.works AND ('APPROPRIATE_POLICY_DOCUMENT' = ANY (evidence.kinds)) IS TRUE AS policy_document,
    ARRAY(SELECT DISTINCT ${roleHolding.role} FROM ${roleHolding} WHERE ${roleHolding.accountId} = p.id
      AND ${holdingRuns}
      AND p.works <> (${roleHolding.role} IN (${literals(FAMILY_ROLES)}))
      AND (signature.live OR ${roleHolding.role} IN (${literals(UNSIGNED_AGENCY_ROLES)}))
      UNION ALL SELECT ${literal(OVERRIDE_ROLE)} WHERE p.works AND signature.live AND ${holdsOverride} ORDER BY 1) AS roles,
    (SELECT max(${policyVersion.version}) FROM ${policyVersion} WHERE ${policyVersion.activatedAt} <= ${NOW}) AS policy_version
  FROM (
    SELECT ${account.id}, ${account.issuerId}, ${account.agencyId}, ${account.state}, ${account.kind} = 'PRACTITIONER' AS works,
      ${account.secondFactorAt} IS NOT NULL AS second_factor_shown,
      ${agency.kind} AS agency_kind, ${agency.state} AS agency_state,
      request.now, ${civilDay(sql`request.now`)} AS today, request.purpose, request.multi_factor
    FROM (SELECT ${asking.issuer}::text AS issuer, ${asking.subject}::text AS subject,
        ${asking.multiFactor}::boolean AS multi_factor, coalesce(${asking.now}::timestamptz, statement_timestamp()) AS now,
        ${asking.purpose}::text AS purpose${asking.from ?? sql``}) request
    JOIN ${account} ON ${account.issuerId} = request.issuer AND ${account.subject} = request.subject
    JOIN ${agency} ON ${agency.id} = ${account.agencyId}
  ) p
  CROSS JOIN LATERAL (SELECT array_agg(${agencyEvidence.kind}) AS kinds FROM ${agencyEvidence}
    WHERE ${agencyEvidence.agencyId} = p.agency_id AND ${validToday(agencyEvidence.validFrom, agencyEvidence.validUntil)}) evidence
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(${agencyStanding.standing}), '{}') AS standings FROM ${agencyStanding}
    WHERE ${agencyStanding.agencyId} = p.agency_id AND ${currentToday(agencyStanding.startsOn, agencyStanding.endsOn)}) held
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM ${agencySignature}
    WHERE ${agencySignature.agencyId} = p.agency_id AND ${signsOneOf(inForce, agencySignature)}
    AND ${liveBetween(agencySignature.effectiveFrom, agencySignature.endsAt)}) AS live OFFSET 0) signature
  CROSS JOIN LATERAL (SELECT ${personOf} AS person_id OFFSET 0) self
)`;
}
