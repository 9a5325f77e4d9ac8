import type { EvidenceKind } from '@postern/access-facts';
import { civilDay } from '@postern/policy';
import type { Statements } from '@postern/subgraph-kit';

/** What an agency has to have before it signs and takes part; each by the part of the input that a finding names. */
export interface Papers {
  readonly POLICIES: boolean;
  readonly DATA_SPECIFICATION: boolean;
  readonly CONTACT_OFFICER: boolean;
  readonly SIGNATURE: boolean;
}

const KINDS: readonly EvidenceKind[] = ['POLICIES', 'DATA_SPECIFICATION'];

/** Which of them there are on the day of a moment. */
export async function papersOf(
  transaction: Statements,
  agency: string,
  now: Date,
): Promise<Papers> {
  const evidence = await transaction.run<{ kind: string }>({
    text: `SELECT kind FROM access.agency_evidence WHERE agency_id = $1 AND valid_from <= $2::date AND valid_until >= $2::date`,
    values: [agency, civilDay(now)],
  });
  const [has] = await transaction.run<{ contact: boolean; signature: boolean }>({
    text: `SELECT EXISTS (SELECT FROM partners.agency_contact WHERE agency_id = $1 AND ended_at IS NULL) AS contact,
      EXISTS (SELECT FROM access.agency_signature WHERE agency_id = $1 AND effective_from <= $2::timestamptz
        AND (ends_at IS NULL OR ends_at > $2::timestamptz)) AS signature`,
    values: [agency, now.toISOString()],
  });
  const held = new Set(evidence.map(({ kind }) => kind));
  const [policies, specification] = KINDS.map((kind) => held.has(kind));
  return {
    POLICIES: policies === true,
    DATA_SPECIFICATION: specification === true,
    CONTACT_OFFICER: has?.contact === true,
    SIGNATURE: has?.signature === true,
  };
}
