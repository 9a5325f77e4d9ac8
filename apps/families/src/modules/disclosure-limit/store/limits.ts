import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { LimitLevel, LimitState } from '../disclosure-limit.machine.ts';

/** What holds of a young person now, and what would after an override. */
export interface Limit extends Held<LimitState> {
  /** The row that ends an override by itself; null where none is running. */
  readonly nextId: string | null;
}

/** Nothing was ever chosen: nothing is kept back. */
const OPEN = 'OPEN_TO_PARENTS';

/** As it stands; the agreement's part of the person has to be held already, so that two do not choose at once. */
export async function limitOf(transaction: Statements, person: string, now: Date): Promise<Limit> {
  const [found] = await transaction.run<{ level: LimitState; nextId: string | null }>({
    text: `SELECT held.level, (SELECT later.id FROM families.disclosure_limit later WHERE later.ends_override = held.id AND later.set_at > $2) AS "nextId"
      FROM families.disclosure_limit held WHERE held.person_id = $1 AND held.set_at <= $2 ORDER BY held.set_at DESC, held.id DESC LIMIT 1`,
    values: [person, now.toISOString()],
  });
  return { id: person, state: found?.level ?? OPEN, revision: 1, nextId: found?.nextId ?? null };
}

/** What was chosen for a young person, or by them. */
export interface NewLimit {
  readonly id: string;
  readonly person: string;
  readonly level: LimitState;
  readonly setAt: Date;
  readonly reason: string;
  readonly endsOverride?: string;
  readonly toldOn?: string | null;
  readonly notToldBecause?: string | null;
}

/** What is chosen holds from then on; of two who choose at once the later counts, be it that its moment was the earlier. */
export async function addLimit(
  transaction: Statements,
  limit: NewLimit,
  by: { readonly accountId: string; readonly agencyId: string; readonly at: Date },
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO families.disclosure_limit (id, person_id, level, set_at, recorded_by, agency_id, recorded_at, nature, reason, ends_override, told_on, not_told_because)
      VALUES ($1, $2::uuid, $3, greatest($4::timestamptz, (SELECT max(held.set_at) + interval '1 millisecond' FROM families.disclosure_limit held
        WHERE held.person_id = $2::uuid AND held.ends_override IS NULL)), $5, $6, $7, 'FACT', $8, $9, $10, $11)`,
    values: [
      limit.id,
      limit.person,
      limit.level,
      limit.setAt.toISOString(),
      by.accountId,
      by.agencyId,
      by.at.toISOString(),
      limit.reason,
      limit.endsOverride ?? null,
      limit.toldOn ?? null,
      limit.notToldBecause ?? null,
    ],
  });
}

/** What is to hold once an override has ended. */
export async function setNext(
  transaction: Statements,
  id: string,
  level: LimitLevel,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE families.disclosure_limit SET level = $2 WHERE id = $1',
    values: [id, level],
  });
}
