import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { CastPractitioner } from './practitioner.ts';
import type { CastRole } from './role.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { recordId } from './written.ts';

/** One practitioner's access to one episode. */
export interface CastGrant {
  readonly to: CastPractitioner;
  readonly role: CastRole;
  readonly by: CastPractitioner;
  readonly relationship: string;
  /** Begins with the episode when not given. */
  readonly from?: Days;
  readonly until?: Days;
  readonly suspended?: Days;
  /** The persons it reaches; everybody of the episode when not given. */
  readonly persons?: readonly CastPerson[];
  /** What was written down where it was taken to protect somebody; `by` is then whoever took it. */
  readonly override?: { readonly reason: string; readonly noOtherWay: string };
  readonly revoked?: { readonly on: Days; readonly cause: string };
}

/** The row of a grant on an episode that opened on a given day. */
export function grantRow(
  of: CastGrant,
  within: { readonly id: string; readonly episodeId: string; readonly opened: Days },
  moment: Moment,
): Row {
  const instant = (days: Days | undefined): string | null =>
    days === undefined ? null : moment.instant(days);
  return row('access.access_grant', {
    id: within.id,
    account_id: of.to.id,
    episode_id: within.episodeId,
    role: of.role,
    working_relationship: of.relationship,
    granted_by: of.by.id,
    starts_at: moment.instant(of.from ?? within.opened + 1),
    ends_at: instant(of.until),
    suspended_at: instant(of.suspended),
    revoked_at: instant(of.revoked?.on),
    revoked_cause: of.revoked?.cause ?? null,
    persons: of.persons === undefined ? null : of.persons.map((who) => who.id),
    basis: of.override === undefined ? 'WORK' : 'OVERRIDE',
  });
}

/** The row of an override beside its grant: the family is still to be told. */
export function overrideRows(
  { to, override, persons = [], from = 0, until = 1 }: CastGrant,
  within: {
    readonly id: string;
    readonly episodeId: string;
    readonly familyId: string;
    readonly classes: readonly string[];
  },
  moment: Moment,
): readonly Row[] {
  if (override === undefined) return [];
  return [
    row('partners.safeguarding_override', {
      id: recordId(within.episodeId, 'override', within.id),
      account_id: to.id,
      agency_id: to.agency.id,
      grant_id: within.id,
      episode_id: within.episodeId,
      families: [within.familyId],
      persons: persons.map((who) => who.id),
      classes: within.classes,
      reason: override.reason,
      no_other_way: override.noOtherWay,
      state: 'USED',
      explanation: 'DUE',
      revision: 1,
      at: moment.instant(from),
      until: moment.instant(until),
      explain_by: moment.instant(from + 4),
    }),
  ];
}
