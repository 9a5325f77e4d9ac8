import type { Statements } from '@postern/subgraph-kit';
import { requirePersonalMailbox } from '../guards/mailbox.ts';
import type { HeldAccount } from '../store/account.ts';
import { sendInvitation } from '../store/invitations.ts';

/**
 * Sends a code by which somebody takes an account, to an address that is theirs alone by what is known today (SHR-8.1c).
 * Answers until when it is good. @throws CommandRefused ARGUMENT_INVALID, EMAIL_IN_USE
 */
export async function sendCode(
  transaction: Statements,
  { id, agencyId: agency }: HeldAccount,
  now: Date,
): Promise<Date> {
  const [person] = await transaction.run<{ email: string }>({
    text: 'SELECT lower(email) AS email FROM partners.practitioner WHERE id = $1',
    values: [id],
  });
  await requirePersonalMailbox(transaction, { email: person?.email ?? '', agency, besides: id });
  return sendInvitation(transaction, id, now);
}
