import { deadlineAfter } from '@postern/lifecycle';
import { civilDay } from '@postern/policy';
import type { Due, Statements } from '@postern/scheduler';
import { startOfDay } from '@postern/steps';

/** The signature by which a review is due: when it took effect, when the agreement was last reviewed, and its figures. */
interface Reviewed {
  readonly agency: string;
  readonly signedOn: string;
  readonly reviewedOn: string | null;
  readonly first: number;
  readonly every: number;
  readonly enteredAt: Date | null;
}

/** When the agency came into the state it is in: what was due before, and had happened, is due anew from then on. */
const ENTERED_AT = `(SELECT max(entered.at) FROM partners.access_event entered WHERE entered.subject_id = agency.id
  AND entered.machine = 'AGENCY' AND entered.after = agency.state AND entered.before IS DISTINCT FROM agency.state)`;

/** Active agencies of which an agreement is due for review by now, the earliest first. */
export async function reviewsDue(
  statements: Statements,
  now: Date,
  limit: number,
  only: string | null = null,
): Promise<readonly Due[]> {
  const signed = await statements.run<Reviewed>({
    text: `SELECT DISTINCT ON (agency.id, signed.agreement) agency.id AS agency, signed.signed_on AS "signedOn",
        (SELECT max(held_on) FROM partners.agency_review review
          WHERE review.agency_id = agency.id AND review.agreement = signed.agreement) AS "reviewedOn",
        terms.first_review_after_months AS first, terms.review_every_months AS every,
        ${ENTERED_AT} AS "enteredAt"
      FROM access.agency JOIN access.agency_signature signed ON signed.agency_id = agency.id
      JOIN access.agreement terms ON terms.key = signed.agreement
      WHERE agency.state = 'ACTIVE' AND ($2::uuid IS NULL OR agency.id = $2::uuid) AND signed.effective_from <= $1::timestamptz
        AND (signed.ends_at IS NULL OR signed.ends_at > $1::timestamptz)
        AND terms.first_review_after_months IS NOT NULL AND terms.review_every_months IS NOT NULL
      ORDER BY agency.id, signed.agreement, signed.signed_on DESC`,
    values: [now.toISOString(), only],
  });
  const due = signed.map((one) => ({ subjectId: one.agency, dueAt: reviewDueAt(one) }));
  const earliest = new Map<string, Date>();
  for (const { subjectId, dueAt } of due)
    if (dueAt <= now && dueAt < (earliest.get(subjectId) ?? new Date(8.64e15)))
      earliest.set(subjectId, dueAt);
  return [...earliest]
    .map(([subjectId, dueAt]) => ({ subjectId, dueAt }))
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
    .slice(0, limit);
}

function reviewDueAt({ signedOn, reviewedOn, first, every, enteredAt }: Reviewed): Date {
  // A review held before the signature is none of what was signed.
  const isReviewed = reviewedOn !== null && reviewedOn >= signedOn;
  const start = new Date(`${isReviewed ? reviewedOn : signedOn}T12:00:00Z`);
  const months = isReviewed ? every : first;
  const due = deadlineAfter(start, { value: months, unit: 'MONTH', days: null });
  return enteredAt !== null && enteredAt > due ? enteredAt : due;
}

/** Agencies whose signatures are all of versions that count no longer, since the day from which they do not. */
export function signaturesOutdated(
  statements: Statements,
  now: Date,
  limit: number,
  only: string | null = null,
): Promise<readonly Due[]> {
  return statements.run<Due>({
    text: `SELECT agency.id AS "subjectId", greatest(${startOfDay('max(terms.sign_again_by)')}, ${ENTERED_AT}) AS "dueAt"
      FROM access.agency JOIN access.agency_signature signed ON signed.agency_id = agency.id
      JOIN access.agreement terms ON terms.key = signed.agreement
      WHERE agency.state IN ('SIGNED', 'ACTIVE', 'REVIEW_DUE') AND ($3::uuid IS NULL OR agency.id = $3::uuid) AND signed.effective_from <= $1::timestamptz
        AND (signed.ends_at IS NULL OR signed.ends_at > $1::timestamptz)
      GROUP BY agency.id, agency.state
      HAVING bool_and(terms.sign_again_by IS NOT NULL AND signed.version <> terms.version
        AND terms.sign_again_by <= $4::date)
        AND coalesce(${ENTERED_AT}, '-infinity') <= $1::timestamptz
      ORDER BY 2 LIMIT $2`,
    values: [now.toISOString(), limit, only, civilDay(now)],
  });
}

/** Agencies under notice whose time is over. */
export function leaving(
  statements: Statements,
  now: Date,
  limit: number,
  only: string | null = null,
): Promise<readonly Due[]> {
  return statements.run<Due>({
    text: `SELECT id AS "subjectId", leaves_at AS "dueAt" FROM access.agency
      WHERE state IN ('NOTICE_GIVEN', 'SUSPENDED') AND leaves_at <= $1::timestamptz
        AND ($3::uuid IS NULL OR id = $3::uuid) ORDER BY leaves_at LIMIT $2`,
    values: [now.toISOString(), limit, only],
  });
}
