import type { Actor } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { ProposalKind } from '../agency-record.table.ts';

export interface Proposal {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly proposedBy: string;
  readonly proposedByAgency: string;
}

/** What waits for a decision about an agency; one thing at most. */
export async function pendingProposal(
  transaction: Statements,
  agency: string,
): Promise<Proposal | null> {
  const [pending] = await transaction.run<Proposal>({
    text: `SELECT id, kind, proposed_by AS "proposedBy", proposed_by_agency AS "proposedByAgency"
      FROM partners.suspension_proposal WHERE agency_id = $1 AND decided_at IS NULL`,
    values: [agency],
  });
  return pending ?? null;
}

export async function propose(
  transaction: Statements,
  {
    agency,
    kind,
    by,
  }: { readonly agency: string; readonly kind: ProposalKind; readonly by: Actor },
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.suspension_proposal (agency_id, kind, proposed_by, proposed_by_agency, proposed_at)
      VALUES ($1, $2, $3, $4, $5)`,
    values: [agency, kind, by.accountId, by.agencyId, by.at.toISOString()],
  });
}

export async function decide(
  transaction: Statements,
  { id }: Proposal,
  outcome: 'AGREED' | 'REFUSED',
  now: Date,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE partners.suspension_proposal SET outcome = $2, decided_at = $3 WHERE id = $1',
    values: [id, outcome, now.toISOString()],
  });
}
