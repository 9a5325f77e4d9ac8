import type { AgreementState } from '@postern/access-facts';
import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';

/** The agreement of an episode, held until the transaction ends. */
export interface Agreement extends Held<AgreementState> {
  readonly episodeId: string;
  readonly familyId: string;
  readonly formVersion: string;
  readonly basisWhenNoAgreement: string | null;
  readonly signedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

const COLUMNS = `id, state, revision, episode_id AS "episodeId", family_id AS "familyId", form_version AS "formVersion",
  basis_when_no_agreement AS "basisWhenNoAgreement", signed_at AS "signedAt", withdrawn_at AS "withdrawnAt"`;

/** The latest agreement of an episode; null where nothing was ever said of one. */
export async function holdAgreement(
  transaction: Statements,
  episode: string,
): Promise<Agreement | null> {
  const [held] = await transaction.run<Agreement & Record<string, unknown>>({
    text: `SELECT ${COLUMNS} FROM families.family_agreement WHERE episode_id = $1 ORDER BY recorded_at DESC, id LIMIT 1 FOR UPDATE`,
    values: [episode],
  });
  return held ?? null;
}

/** Who records something, for which agency and when. */
export interface Author {
  readonly accountId: string;
  readonly agencyId: string;
  readonly at: Date;
}

/** The agreement of an episode of which nothing was said yet; null where there is no such episode. */
export async function addAgreement(
  transaction: Statements,
  { episode, formVersion }: { readonly episode: string; readonly formVersion: string },
  by: Author,
): Promise<Agreement | null> {
  const [added] = await transaction.run<Agreement & Record<string, unknown>>({
    text: `INSERT INTO families.family_agreement (id, family_id, episode_id, state, form_version, recorded_by, agency_id, recorded_at, nature)
      SELECT gen_random_uuid(), of_family.family_id, of_family.id, 'NOT_DISCUSSED', $2, $3, $4, $5, 'FACT' FROM access.episode of_family WHERE of_family.id = $1
      RETURNING ${COLUMNS}`,
    values: [episode, formVersion, by.accountId, by.agencyId, by.at.toISOString()],
  });
  return added ?? null;
}

/** Where an agreement stands after a step of one of its parts. */
export type Stands = Pick<Agreement, 'basisWhenNoAgreement' | 'signedAt' | 'state' | 'withdrawnAt'>;

/** Writes where it stands, and with it that something changed. */
export async function writeAgreement(
  transaction: Statements,
  id: string,
  { state, signedAt, withdrawnAt, basisWhenNoAgreement }: Stands,
): Promise<void> {
  await transaction.run({
    text: `UPDATE families.family_agreement held SET revision = revision + 1, state = $2, signed_at = $3, withdrawn_at = $4, basis_when_no_agreement = $5,
        form_version = coalesce((SELECT max(part.form_version) FROM families.agreement_part part WHERE part.agreement_id = held.id), form_version),
        notice_explained_on = coalesce(notice_explained_on, (SELECT min(part.notice_explained_on) FROM families.agreement_part part WHERE part.agreement_id = held.id))
      WHERE id = $1`,
    values: [
      id,
      state,
      signedAt === null ? null : new Date(signedAt).toISOString(),
      withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
      basisWhenNoAgreement,
    ],
  });
}
