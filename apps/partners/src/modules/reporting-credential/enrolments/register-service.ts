import { begin, idempotencyKey, reason, title } from '@postern/steps';
import type { Enrolling, Enrolment, Statements } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { endOf } from '../guards/how-long.ts';
import { requireReader, requireRoom } from '../guards/who-may.ts';
import { credentialMachine } from '../reporting-credential.machine.ts';
import { addCredential, credentialStepOf } from '../store/credentials.ts';
import { madeBefore, requestDigest, takeTurn } from '../store/made-before.ts';
import { credentialAnswer } from './answer.ts';
import { purpose, until } from './create-key.ts';

const input = z.strictObject({
  title,
  provider: title,
  clientId: title,
  purpose,
  until,
  reason,
  idempotencyKey,
});
type Given = z.output<typeof input>;

/** Has a service that a provider knows by its client id read protected numbers, with the tokens that provider gives it. */
export const registerReportingService = {
  input,
  run: async (call: Enrolling<Given>) => {
    const { transaction, input: given, now } = call;
    const answering = requireReader(call);
    const { accountId, agencyId, taking } = answering;
    await takeTurn(transaction, accountId);
    const digest = requestDigest('registerReportingService', given);
    const request = { key: given.idempotencyKey, digest };
    const before = await madeBefore(transaction, accountId, request);
    if (before !== null) return credentialAnswer(before);
    await requireRoom(answering);
    await requireSpeaking(transaction, given.provider, agencyId);
    await requireFree(transaction, given, now);
    const made = await addCredential(transaction, {
      kind: 'SERVICE',
      accountId,
      title: given.title,
      purpose: given.purpose,
      prefix: null,
      secretHash: null,
      issuerId: given.provider,
      clientId: given.clientId,
      endsAt: await endOf(transaction, given.until, now),
      request,
      at: now,
    });
    const step = { ...credentialStepOf(made, agencyId), move: 'REGISTER', reason: given.reason };
    await begin(credentialMachine, made.id, step, taking);
    return credentialAnswer(made);
  },
} as Enrolment;

/** Only a provider that speaks for the analyst's own agency gives tokens for what they answer for. @throws CommandRefused ARGUMENT_INVALID */
async function requireSpeaking(
  transaction: Statements,
  provider: string,
  agency: string,
): Promise<void> {
  const speaking = await transaction.run({
    text: `SELECT 1 AS speaks FROM access.issuer_agency WHERE issuer_id = $1 AND agency_id = $2 AND state = 'SPEAKING'`,
    values: [provider, agency],
  });
  if (speaking.length === 0)
    throw argumentInvalid('provider', 'a provider that speaks for your organisation');
}

/** Of one service one person answers. @throws CommandRefused ARGUMENT_INVALID */
async function requireFree(
  transaction: Statements,
  { provider, clientId }: Given,
  now: Date,
): Promise<void> {
  // Two people who would answer for it come one after the other.
  await transaction.run({
    text: `SELECT pg_advisory_xact_lock(hashtextextended('partners.reporting_service ' || $1::text, 0)) IS NULL AS waited`,
    values: [`${provider}\n${clientId}`],
  });
  const taken = await transaction.run({
    text: `SELECT 1 AS taken FROM partners.reporting_credential WHERE issuer_id = $1 AND client_id = $2 AND state <> 'REVOKED' AND ends_at > $3`,
    values: [provider, clientId, now.toISOString()],
  });
  if (taken.length > 0) throw argumentInvalid('clientId', 'a service that nobody answers for yet');
}
