import type { TermKind } from '@postern/access-facts';
import type { Agreement } from '@postern/agreements';

/** A row of `access.agreement_term` without its ids. */
export interface TermRow {
  readonly kind: TermKind;
  readonly name: string;
  readonly says?: string | null;
  readonly clause?: string | null;
  readonly valid_from?: string;
  readonly value?: number | null;
  readonly chosen?: number | null;
  readonly unit?: string;
  readonly days?: string | null;
  readonly starts_at?: string | null;
  readonly configurable?: boolean;
}

/** Everything that an agreement says, one thing a row; figures with what the partnership chose. */
export function termsOf(
  agreement: Agreement,
  chosen: Readonly<Record<string, number>>,
): readonly TermRow[] {
  const { bases, review } = agreement;
  return [
    ...agreement.versions.map(
      ({ version, from, reason }): TermRow => ({
        kind: 'VERSION',
        name: version,
        says: reason,
        valid_from: from,
      }),
    ),
    ...agreement.parties.map(
      ({ name, kind, clause }): TermRow => ({ kind: 'PARTY', name, says: kind, clause }),
    ),
    ...cited('PURPOSE', agreement.purposes),
    ...cited('BASIS', bases.article6, 'Article 6'),
    ...cited('BASIS', bases.article9, 'Article 9'),
    ...cited('BASIS', bases.schedule1, 'Schedule 1'),
    ...cited('BASIS', bases.gateways, 'Gateway'),
    ...cited('ITEM', agreement.items),
    ...Object.entries(agreement.roles).map(
      ([name, { clause, grants }]): TermRow => ({
        kind: 'ROLE',
        name,
        says: grants === null ? null : `gives access by ${grants}`,
        clause,
      }),
    ),
    ...(review?.asks ?? []).map(
      (name): TermRow => ({ kind: 'REVIEW_QUESTION', name, clause: review?.clause ?? null }),
    ),
    ...agreement.controllers.map(
      ({ of, role, who, clause }): TermRow => ({
        kind: 'CONTROLLER',
        name: role,
        says: `${of}: ${who}`,
        clause,
      }),
    ),
    ...agreement.contacts.map((contact): TermRow => ({ kind: 'CONTACT', ...contact })),
    ...agreement.terms.map((term): TermRow => ({ kind: 'TERM', ...term })),
    ...agreement.timers.map(
      ({ id, says, value, unit, days, startsAt, clause, configurable, ...timer }): TermRow => ({
        kind: 'TIMER',
        name: id,
        says,
        clause,
        value,
        chosen: chosen[id] ?? timer.default,
        unit,
        days,
        starts_at: startsAt,
        configurable,
      }),
    ),
  ];
}

function cited(
  kind: TermKind,
  clauses: Readonly<Record<string, string | undefined>>,
  says: string | null = null,
): readonly TermRow[] {
  return Object.entries(clauses).map(([name, clause]) => ({
    kind,
    name,
    says,
    clause: clause ?? null,
  }));
}
