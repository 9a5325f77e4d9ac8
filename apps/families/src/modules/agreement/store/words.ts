import type { Statements } from '@postern/subgraph-kit';
import type { SigningMode } from '../agreement.table.ts';
import type { Agreement } from './agreements.ts';

/** Somebody's word for themselves, or for a child. */
export interface Word {
  readonly signer: string;
  readonly person: string;
  readonly signedOn: string;
  readonly mode: SigningMode;
  readonly witnessedBy: string | null;
  readonly inOwnSystem: boolean;
  readonly competence: string | null;
}

/** Writes it down; what the same person had said before for the same is over with it. */
export async function addWord(
  transaction: Statements,
  { id, episodeId }: Agreement,
  word: Word,
  at: Date,
): Promise<void> {
  const { signer, person, signedOn, mode, witnessedBy, inOwnSystem, competence } = word;
  const child = person === signer ? null : person;
  await transaction.run({
    text: `UPDATE families.agreement_signer SET ended_at = $4 WHERE agreement_id = $1 AND person_id = $2 AND for_person_id IS NOT DISTINCT FROM $3::uuid AND ended_at IS NULL`,
    values: [id, signer, child, at.toISOString()],
  });
  await transaction.run({
    text: `INSERT INTO families.agreement_signer (id, agreement_id, episode_id, person_id, signed_on, competence, for_person_id, mode, witnessed_by, in_own_system)
      VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [id, episodeId, signer, signedOn, competence, child, mode, witnessedBy, inOwnSystem],
  });
}

/** Ends what somebody said for themselves and for children, and what others said for them. */
export async function endWords(
  transaction: Statements,
  { id }: Agreement,
  person: string,
  at: Date,
): Promise<void> {
  await transaction.run({
    text: `UPDATE families.agreement_signer SET ended_at = $3 WHERE agreement_id = $1 AND (person_id = $2 OR for_person_id = $2) AND ended_at IS NULL`,
    values: [id, person, at.toISOString()],
  });
}

/** Who spoke for whom, as far as it stands or a responsibility is known. */
export async function speakersOf(
  transaction: Statements,
  { id }: Agreement,
): Promise<readonly { readonly signer: string; readonly person: string }[]> {
  return transaction.run<{ signer: string; person: string }>({
    text: `SELECT person_id AS signer, for_person_id AS person FROM families.agreement_signer
      WHERE agreement_id = $1 AND for_person_id IS NOT NULL AND ended_at IS NULL`,
    values: [id],
  });
}

/** Whether anybody ever gave their word for somebody, be it over. */
export async function wasSpokenFor(
  transaction: Statements,
  { id }: Agreement,
  person: string,
): Promise<boolean> {
  const found = await transaction.run({
    text: `SELECT 1 AS word FROM families.agreement_signer WHERE agreement_id = $1
      AND (for_person_id = $2 OR person_id = $2 AND for_person_id IS NULL) LIMIT 1`,
    values: [id, person],
  });
  return found.length > 0;
}
