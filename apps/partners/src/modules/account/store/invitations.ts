import { createHash, randomBytes } from 'node:crypto';
import { deadlineAfter } from '@postern/lifecycle';
import { callOffNotices, postNotice } from '@postern/scheduler';
import { chosenPeriod, dayOf } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';

const BYTES_OF_CODE = 20;
/** Without letters and digits that are taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** What is kept of a code. */
export function digestOf(code: string): string {
  const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(plain).digest('hex');
}

function freshCode(): string {
  const letters = [...randomBytes(BYTES_OF_CODE * 2)]
    // What is beyond the last whole round of the alphabet would make some letters likelier.
    .filter((byte) => byte < ALPHABET.length * Math.floor(256 / ALPHABET.length))
    .slice(0, BYTES_OF_CODE + 5)
    .map((byte) => ALPHABET[byte % ALPHABET.length]);
  return letters.join('').replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** Sends a code to the address of the account; codes sent before are good no longer. */
export async function sendInvitation(
  transaction: Statements,
  account: string,
  now: Date,
): Promise<Date> {
  const expiresAt = deadlineAfter(now, await chosenPeriod(transaction, 'INVITATION_VALID'));
  const code = freshCode();
  await callOff(transaction, account, now);
  const [person] = await transaction.run<{ email: string; agency: string }>({
    text: `SELECT person.email, agency.name AS agency FROM partners.practitioner person
      JOIN access.agency ON agency.id = person.agency_id WHERE person.id = $1`,
    values: [account],
  });
  if (person === undefined) throw new TypeError('Whoever is invited has an address.');
  const notice = await postNotice(transaction, {
    kind: 'INVITATION',
    to: { address: person.email },
    params: {
      agency: { agencyName: person.agency },
      code: { invitationCode: code },
      until: dayOf(expiresAt),
      page: '/invitation',
    },
    at: now,
  });
  await transaction.run({
    text: `INSERT INTO partners.invitation (account_id, code_digest, sent_at, expires_at, notice_id) VALUES ($1, $2, $3, $4, $5)`,
    values: [account, digestOf(code), now.toISOString(), expiresAt.toISOString(), notice],
  });
  return expiresAt;
}

/** Whatever was sent to the account is good no longer; what was not sent yet is not sent. */
export async function callOff(transaction: Statements, account: string, now: Date): Promise<void> {
  const off = await transaction.run<{ notice: string }>({
    text: `UPDATE partners.invitation SET called_off_at = $2 WHERE account_id = $1 AND used_at IS NULL AND called_off_at IS NULL
      RETURNING notice_id AS notice`,
    values: [account, now.toISOString()],
  });
  await withoutNotices(transaction, off);
}

/** Calls off what nobody took in time. Answers whether it was still open. */
export async function expire(
  transaction: Statements,
  invitation: string,
  now: Date,
): Promise<boolean> {
  const off = await transaction.run<{ notice: string }>({
    text: `UPDATE partners.invitation SET called_off_at = $2 WHERE id = $1 AND used_at IS NULL AND called_off_at IS NULL
        AND expires_at <= $2::timestamptz RETURNING notice_id AS notice`,
    values: [invitation, now.toISOString()],
  });
  await withoutNotices(transaction, off);
  return off.length > 0;
}

/** A code that is good no longer stands in no notice that still waits. */
async function withoutNotices(
  transaction: Statements,
  invitations: readonly { readonly notice: string }[],
): Promise<void> {
  await callOffNotices(
    transaction,
    invitations.map(({ notice }) => notice),
  );
}

const GOOD = `used_at IS NULL AND called_off_at IS NULL AND expires_at > $2::timestamptz`;

/** The account that a code is good for now, to be held before the code is used; null where it is good for none. */
export async function accountOfCode(
  transaction: Statements,
  code: string,
  now: Date,
): Promise<string | null> {
  const [found] = await transaction.run<{ account: string }>({
    text: `SELECT account_id AS account FROM partners.invitation WHERE code_digest = $1 AND ${GOOD}`,
    values: [digestOf(code), now.toISOString()],
  });
  return found?.account ?? null;
}

/**
 * Uses a code up; whether it was still good. Its account has to be held already: whatever calls codes off holds the account
 * first, too, so that neither waits for the other for ever.
 */
export async function useCode(transaction: Statements, code: string, now: Date): Promise<boolean> {
  const used = await transaction.run<{ notice: string }>({
    text: `UPDATE partners.invitation SET used_at = $2 WHERE code_digest = $1 AND ${GOOD} RETURNING notice_id AS notice`,
    values: [digestOf(code), now.toISOString()],
  });
  await withoutNotices(transaction, used);
  return used.length > 0;
}
