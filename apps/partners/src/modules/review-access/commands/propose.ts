import { deadlineAfter } from '@postern/lifecycle';
import {
  begin,
  chosenPeriod,
  id,
  idempotencyKey,
  moment,
  reason,
  takingFor,
  title,
} from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireNobody } from '../guards/identifies-nobody.ts';
import { PARTS, requirePart, TAKING_PART } from '../guards/whose.ts';
import { reviewAccessMachine } from '../review-access.machine.ts';
import { REVIEW_KINDS } from '../review-access.table.ts';
import { addReview, holdsRole } from '../store/reviews.ts';
import { shown } from './steps.ts';

const input = z.strictObject({
  kind: z.enum(REVIEW_KINDS),
  practitioner: id,
  about: title,
  endsAt: moment,
  reason,
  idempotencyKey,
});

/** Proposes that one person looks at cases that are not their own, until a day (SHR-6a). */
export const proposeReviewAccess: Command<z.infer<typeof input>> = {
  roles: TAKING_PART,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { kind, practitioner, about, endsAt, reason: because } = call.input;
    requirePart({ kind }, 'proposes', principal);
    requireNobody(about);
    const { looks } = PARTS[kind];
    if (!(await holdsRole(transaction, { account: practitioner, role: looks }, now)))
      throw new CommandRefused('LOOKER_ROLE_MISSING', { about: [looks] });
    const latest = deadlineAfter(now, await chosenPeriod(transaction, 'AUDIT_LONGEST'));
    if (endsAt <= now || endsAt > latest)
      throw new CommandRefused('REVIEW_END_INVALID', { about: [latest.toISOString()] });
    const review = await addReview(transaction, {
      kind,
      accountId: practitioner,
      about,
      state: reviewAccessMachine.initial,
      proposedBy: principal.accountId,
      proposedAt: now,
      endsAt,
    });
    await begin(
      reviewAccessMachine,
      review,
      {
        move: 'PROPOSE',
        reason: because,
        onBehalfOf: 'AGENCY',
        about: { account: practitioner },
        details: { kind, endsAt: endsAt.toISOString() },
      },
      takingFor(call),
    );
    return shown(call, review);
  },
};
