import type { Statements } from '@postern/subgraph-kit';
import type { Part } from '../law/part.ts';
import type { Agreement, Author } from './agreements.ts';
import { isResponsible } from './kin.ts';

/** SQL: the id of a person's part, the same whenever it is written. */
export function partId(agreement: string, person: string): string {
  return `md5(${agreement}::text || ${person}::text)::uuid`;
}

/**
 * The parts of everybody whom the episode concerns. An agreement that was recorded as a whole has the parts that it says: who
 * signed for themselves, and for whom of the children those who signed are responsible. Whoever joined later was not asked yet.
 */
export async function openParts(
  transaction: Statements,
  agreement: Agreement,
  { today, ownWordFrom }: { readonly today: string; readonly ownWordFrom: number },
  by: Author,
): Promise<void> {
  const [{ known } = { known: true }] = await transaction.run<{ known: boolean }>({
    text: 'SELECT EXISTS (SELECT FROM families.agreement_part WHERE agreement_id = $1) AS known',
    values: [agreement.id],
  });
  if (!known && (agreement.state.startsWith('SIGNED') || agreement.state === 'PARTIAL'))
    await spreadWords(transaction, agreement, { today, ownWordFrom }, by);
  await transaction.run({
    text: `INSERT INTO families.agreement_part (id, agreement_id, episode_id, person_id, state, agrees, form_version, notice_explained_on,
        competence, competence_reason, competence_by, basis, changed_at, recorded_by, agency_id, recorded_at, nature)
      SELECT ${partId('held.id', 'of.person_id')}, held.id, of.episode_id, of.person_id, as_is.state, as_is.state LIKE 'SIGNED%',
        CASE WHEN $2::boolean THEN held.form_version END, CASE WHEN $2::boolean THEN held.notice_explained_on END,
        CASE WHEN own.competence IS NOT NULL THEN 'COMPETENT' END, own.competence, CASE WHEN own.competence IS NOT NULL THEN held.recorded_by END,
        CASE WHEN $2::boolean THEN held.basis_when_no_agreement END, $3::timestamptz, $4, $5, $3::timestamptz, 'FACT'
      FROM families.family_agreement held JOIN access.episode_person of ON of.episode_id = held.episode_id
      LEFT JOIN LATERAL (SELECT signer.competence FROM families.agreement_signer signer WHERE signer.agreement_id = held.id
          AND signer.person_id = of.person_id AND signer.for_person_id IS NULL LIMIT 1) own ON true
      CROSS JOIN LATERAL (SELECT CASE WHEN NOT $2::boolean THEN 'NOT_DISCUSSED' WHEN held.state <> 'PARTIAL' THEN held.state
          WHEN EXISTS (SELECT FROM families.agreement_signer signer WHERE signer.agreement_id = held.id AND signer.ended_at IS NULL
            AND (signer.person_id = of.person_id AND signer.for_person_id IS NULL OR signer.for_person_id = of.person_id
              AND NOT EXISTS (SELECT FROM families.person who WHERE who.id = of.person_id AND who.date_of_birth + make_interval(years => $6::integer) <= $7::date)))
            THEN 'SIGNED' ELSE 'OFFERED' END AS state) as_is
      WHERE held.id = $1 ON CONFLICT DO NOTHING`,
    values: [
      agreement.id,
      !known,
      by.at.toISOString(),
      by.accountId,
      by.agencyId,
      ownWordFrom,
      today,
    ],
  });
}

/** The word of whoever signed stands for the children they are responsible for; where nobody is known to be, that of every adult. */
async function spreadWords(
  transaction: Statements,
  { id, episodeId }: Agreement,
  { today }: { readonly today: string; readonly ownWordFrom: number },
  { at }: Author,
): Promise<void> {
  const moment = { day: '$3::date', at: '$4::timestamptz' };
  await transaction.run({
    text: `INSERT INTO families.agreement_signer (id, agreement_id, episode_id, person_id, signed_on, for_person_id)
      SELECT gen_random_uuid(), $1::uuid, $2::uuid, signer.person_id, signer.signed_on, child.id
      FROM families.agreement_signer signer JOIN families.person adult ON adult.id = signer.person_id
        AND (adult.date_of_birth IS NULL OR adult.date_of_birth + interval '18 years' <= $3::date)
      JOIN access.episode_person of ON of.episode_id = $2::uuid
      JOIN families.person child ON child.id = of.person_id AND (child.date_of_birth + interval '18 years' > $3::date OR child.date_of_birth IS NULL AND child.expected_on IS NOT NULL)
      WHERE signer.agreement_id = $1::uuid AND signer.for_person_id IS NULL AND signer.ended_at IS NULL
        AND (${isResponsible('adult.id', 'child.id', moment)} OR NOT EXISTS (SELECT FROM access.episode_person other
          WHERE other.episode_id = $2::uuid AND ${isResponsible('other.person_id', 'child.id', moment)}))`,
    values: [id, episodeId, today, at.toISOString()],
  });
}

/** Every part of an agreement, held until the transaction ends. */
export async function holdParts(
  transaction: Statements,
  { id, revision }: Pick<Agreement, 'id' | 'revision'>,
  now: Date,
): Promise<readonly Part[]> {
  const parts = await transaction.run<Part & Record<string, unknown>>({
    text: `SELECT part.id, part.state, part.person_id AS "personId", part.agrees, part.basis, part.form_version AS "formVersion", part.competence,
        part.directly_supported AS "directlySupported", part.co_signature_due AS "coSignatureDue",
        who.date_of_birth::text AS "bornOn", who.date_of_birth IS NULL AND who.expected_on IS NOT NULL AS "isUnborn",
        EXISTS (SELECT FROM families.agreement_signer word WHERE word.agreement_id = part.agreement_id AND word.ended_at IS NULL
          AND word.person_id = part.person_id AND word.for_person_id IS NULL) AS "ownWord",
        EXISTS (SELECT FROM families.agreement_signer word WHERE word.agreement_id = part.agreement_id AND word.ended_at IS NULL
          AND word.for_person_id = part.person_id) AS "othersWord",
        EXISTS (SELECT FROM families.exclusion kept WHERE kept.episode_id = part.episode_id AND part.person_id = ANY (kept.asked_by)
          AND (kept.ends_at IS NULL OR kept.ends_at > $2)) AS excludes
      FROM families.agreement_part part JOIN families.person who ON who.id = part.person_id
      WHERE part.agreement_id = $1 ORDER BY part.person_id FOR UPDATE OF part`,
    values: [id, now.toISOString()],
  });
  return parts.map((part) => ({ ...part, revision }));
}

/** What a step changes of a part. */
export interface PartChange {
  readonly state?: Part['state'];
  readonly agrees?: boolean;
  readonly formVersion?: string;
  readonly noticeExplainedOn?: string;
  readonly competence?: string;
  readonly competenceReason?: string;
  readonly competenceBy?: string;
  readonly directlySupported?: boolean;
  readonly coSignatureDue?: boolean;
  readonly reviewDue?: boolean;
  readonly basis?: string | null;
  readonly consultedBefore?: string;
  readonly followUpPermission?: boolean;
}

const COLUMNS: Readonly<Record<keyof PartChange, string>> = {
  state: 'state',
  agrees: 'agrees',
  formVersion: 'form_version',
  noticeExplainedOn: 'notice_explained_on',
  competence: 'competence',
  competenceReason: 'competence_reason',
  competenceBy: 'competence_by',
  directlySupported: 'directly_supported',
  coSignatureDue: 'co_signature_due',
  reviewDue: 'review_due',
  basis: 'basis',
  consultedBefore: 'consulted_before',
  followUpPermission: 'follow_up_permission',
};

export async function writePart(
  transaction: Statements,
  id: string,
  change: PartChange,
  at: Date,
): Promise<void> {
  const names = (Object.keys(COLUMNS) as (keyof PartChange)[]).filter(
    (name) => change[name] !== undefined,
  );
  const set = names.map((name, index) => `, ${COLUMNS[name]} = $${index + 3}`).join('');
  await transaction.run({
    text: `UPDATE families.agreement_part SET changed_at = $2${set} WHERE id = $1`,
    values: [id, at.toISOString(), ...names.map((name) => change[name] ?? null)],
  });
}
