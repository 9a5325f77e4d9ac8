import type { Enrolling, Enrolment } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdAccount, moveAccount } from '../store/account.ts';
import { advance } from '../store/advance.ts';
import { bind } from '../store/binding.ts';
import { leftBy, replaceFormer } from '../store/former.ts';
import { accountOfCode, useCode } from '../store/invitations.ts';
import { enrolmentAnswer, takingSelf } from './enrolment.ts';

const LONGEST_CODE = 100;
const input = z.strictObject({ code: z.string().max(LONGEST_CODE) });
type Given = z.output<typeof input>;

/**
 * Binds whoever signed in to the account that the code is good for. A code that is unknown, used, called off or too old
 * is none, and which of them it is is told to nobody. Whoever left an account comes with the same sign-in, and with nothing
 * else of it.
 */
export const acceptInvitation = {
  input,
  run: async (call: Enrolling<Given>) => {
    const { transaction, caller, now } = call;
    const { issuerId, subject } = caller;
    // Two codes in the hand of one person wait for each other.
    await transaction.run({
      text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7067)) IS NULL AS waited',
      values: [`${issuerId}\n${subject}`],
    });
    const former = await leftBy(transaction, { issuerId, subject });
    const account = await accountOfCode(transaction, call.input.code, now);
    if (account === null) throw new CommandRefused('INVITATION_INVALID');
    const held = await holdAccount(transaction, account);
    const isGood = await useCode(transaction, call.input.code, now);
    if (held.state !== 'INVITED' || !isGood) throw new CommandRefused('INVITATION_INVALID');
    const speaks = await transaction.run({
      text: `SELECT 1 AS speaks FROM access.issuer_agency WHERE issuer_id = $1 AND agency_id = $2 AND state = 'SPEAKING'`,
      values: [issuerId, held.agencyId],
    });
    if (speaks.length === 0) throw new CommandRefused('ISSUER_NOT_FOR_AGENCY');
    const taking = takingSelf(held, call);
    if (former !== null) await replaceFormer(former, held, taking);
    await bind(transaction, held.id, { issuerId, subject });
    const reason = 'The invitation was accepted.';
    const bound = await moveAccount({ ...held, secondFactorAt: null }, 'BIND', { reason }, taking);
    return enrolmentAnswer(await advance(bound, taking), call);
  },
} as Enrolment;
