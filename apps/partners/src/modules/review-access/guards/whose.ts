import { requireRevision } from '@postern/steps';
import type { CommandCall, Principal } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import type { ReviewKind } from '../review-access.table.ts';
import { casesOf } from '../store/cases.ts';
import type { ReviewAccess } from '../store/reviews.ts';
import { holdReview } from '../store/reviews.ts';

/** Who has which part in an audit or a review: whoever looks proposes or is proposed, and others let them. */
interface Parts {
  readonly looks: string;
  readonly proposes: readonly string[];
  readonly accepts: readonly string[];
  readonly opens: readonly string[];
  /** Beside who looks; nobody whose work is looked at. */
  readonly completes: readonly string[];
}

export const PARTS: Readonly<Record<ReviewKind, Parts>> = {
  AUDIT: {
    looks: 'QA_AUDITOR',
    proposes: ['QA_AUDITOR', 'EARLY_HELP_MANAGER'],
    accepts: ['EARLY_HELP_MANAGER'],
    opens: ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'],
    completes: ['DATA_PROTECTION_OFFICER'],
  },
  REVIEW: {
    looks: 'SAFEGUARDING_REVIEWER',
    proposes: ['BUSINESS_UNIT'],
    accepts: ['DATA_PROTECTION_OFFICER'],
    opens: ['BUSINESS_UNIT'],
    completes: ['BUSINESS_UNIT'],
  },
};

/** The roles that have any part. */
export const TAKING_PART: readonly string[] = [
  ...new Set(
    Object.values(PARTS).flatMap(({ looks, ...parts }) => [looks, ...Object.values(parts).flat()]),
  ),
];

/** The kinds that somebody manages, and so lists all of. */
export function managedBy({ roles }: Pick<Principal, 'roles'>): readonly ReviewKind[] {
  return (Object.keys(PARTS) as ReviewKind[]).filter((kind) =>
    roles.some((role) => {
      const { accepts, opens, completes } = PARTS[kind];
      return [...accepts, ...opens, ...completes].includes(role);
    }),
  );
}

type Step = { readonly reviewAccess: string; readonly expectedRevision: number };

/**
 * Holds one that the caller looks in or manages, as it was when they read it. To whoever has a relationship with the family
 * of one of its cases it is none, in whichever part (SHR-1.2g).
 * @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED
 */
export async function holdOwn(call: CommandCall<Step>): Promise<ReviewAccess> {
  const { transaction, principal, input } = call;
  const review = await holdReview(transaction, input.reviewAccess);
  const { proposes } = PARTS[review.kind];
  const isManaged =
    managedBy(principal).includes(review.kind) ||
    (review.proposedBy === principal.accountId &&
      principal.roles.some((role) => proposes.includes(role)));
  if (review.accountId !== principal.accountId && !isManaged)
    throw new CommandRefused('RECORD_UNKNOWN');
  const cases = await casesOf(transaction, review.id);
  await requireMayKnow(
    call,
    cases.map(({ episodeId }) => episodeId),
  );
  requireRevision(review, input.expectedRevision);
  return review;
}

/** @throws CommandRefused ROLE_NOT_PERMITTED naming the roles that are */
export function requirePart(
  { kind }: Pick<ReviewAccess, 'kind'>,
  part: 'accepts' | 'completes' | 'opens' | 'proposes',
  { roles }: Pick<Principal, 'roles'>,
): void {
  const may = PARTS[kind][part];
  if (!roles.some((role) => may.includes(role)))
    throw new CommandRefused('ROLE_NOT_PERMITTED', { about: may });
}

/** Whoever looks, or else one of these roles. @throws CommandRefused ROLE_NOT_PERMITTED naming the roles that are */
export function requireLookerOr(
  part: 'completes' | 'proposes',
  review: ReviewAccess,
  principal: Principal,
): void {
  if (review.accountId !== principal.accountId) requirePart(review, part, principal);
}

/** Nobody lets themselves look. @throws CommandRefused OWN_ACCESS */
export function requireOther(
  { accountId }: Pick<ReviewAccess, 'accountId'>,
  principal: Pick<Principal, 'accountId'>,
): void {
  if (accountId === principal.accountId) throw new CommandRefused('OWN_ACCESS');
}
