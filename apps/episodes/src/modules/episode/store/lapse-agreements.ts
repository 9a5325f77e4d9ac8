import type { Statements } from '@postern/subgraph-kit';

/** What the family agreed to for an episode, and what stood in for its word, counts no longer; what was agreed stays on the record. */
export async function lapseAgreements(transaction: Statements, episode: string): Promise<void> {
  await transaction.run({ text: 'SELECT access.lapse_agreements($1::uuid)', values: [episode] });
}
