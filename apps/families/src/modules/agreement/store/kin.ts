import type { Statements } from '@postern/subgraph-kit';

/**
 * SQL: whether somebody is responsible for a child on a day, as far as evidence of it was seen; not where the child is protected
 * from them (PN-u13).
 */
export function isResponsible(holder: string, child: string, { day, at }: Moment): string {
  return `(EXISTS (SELECT FROM access.parental_responsibility kin WHERE kin.holder_id = ${holder} AND kin.child_id = ${child}
      AND kin.evidence ~ '[^[:space:]]' AND kin.starts_on <= ${day} AND (kin.ends_on IS NULL OR kin.ends_on > ${day}))
    AND NOT ${isProtectedFrom(child, holder, at)})`;
}

/** SQL: whether a child is protected from somebody at a moment. */
export function isProtectedFrom(child: string, person: string, at: string): string {
  return `EXISTS (SELECT FROM access.restriction safe WHERE safe.protected_person_id = ${child} AND safe.hidden_from_person_id = ${person}
    AND safe.starts_at <= ${at} AND (safe.ends_at IS NULL OR safe.ends_at > ${at}))`;
}

/** SQL of a day and of a moment. */
interface Moment {
  readonly day: string;
  readonly at: string;
}

/** What somebody is to a child. */
export interface Kinship {
  readonly isResponsible: boolean;
  readonly isKeptAway: boolean;
}

export async function kinship(
  statements: Statements,
  { holder, child }: { readonly holder: string; readonly child: string },
  { today, now }: { readonly today: string; readonly now: Date },
): Promise<Kinship> {
  const [found] = await statements.run<{ isResponsible: boolean; isKeptAway: boolean }>({
    text: `SELECT ${isResponsible('$1::uuid', '$2::uuid', { day: '$3::date', at: '$4::timestamptz' })} AS "isResponsible",
      ${isProtectedFrom('$2::uuid', '$1::uuid', '$4::timestamptz')} AS "isKeptAway"`,
    values: [holder, child, today, now.toISOString()],
  });
  return found ?? { isResponsible: false, isKeptAway: true };
}
