import { freshReportingKey } from '@postern/authentication';
import { PURPOSES } from '@postern/policy';
import { begin, idempotencyKey, moment, reason, title } from '@postern/steps';
import type { Enrolling, Enrolment } from '@postern/subgraph-kit';
import { z } from 'zod';
import { endOf } from '../guards/how-long.ts';
import { requireReader, requireRoom } from '../guards/who-may.ts';
import { credentialMachine } from '../reporting-credential.machine.ts';
import { addCredential, credentialStepOf } from '../store/credentials.ts';
import { madeBefore, requestDigest, takeTurn } from '../store/made-before.ts';
import { credentialAnswer } from './answer.ts';

/** The purpose that goes without saying where protected numbers are read. */
const USUAL = 'PLANNING_AND_REPORTING';

export const purpose = z
  .enum(PURPOSES)
  .nullish()
  .transform((given) => given ?? USUAL);
export const until = moment.nullish().transform((given) => given ?? null);

const input = z.strictObject({ title, purpose, until, reason, idempotencyKey });
type Given = z.output<typeof input>;

/** Makes a key for a tool that nobody can sign in to; whoever makes it answers for it, and sees it this once. */
export const createReportingKey = {
  input,
  run: async (call: Enrolling<Given>) => {
    const { transaction, input: given, now } = call;
    const answering = requireReader(call);
    const { accountId, agencyId, taking } = answering;
    await takeTurn(transaction, accountId);
    const digest = requestDigest('createReportingKey', given);
    const request = { key: given.idempotencyKey, digest };
    const before = await madeBefore(transaction, accountId, request);
    if (before !== null) return credentialAnswer(before);
    await requireRoom(answering);
    const { key, prefix, hash } = freshReportingKey();
    const made = await addCredential(transaction, {
      kind: 'KEY',
      accountId,
      title: given.title,
      purpose: given.purpose,
      prefix,
      secretHash: hash,
      issuerId: null,
      clientId: null,
      endsAt: await endOf(transaction, given.until, now),
      request,
      at: now,
    });
    const step = { ...credentialStepOf(made, agencyId), move: 'CREATE', reason: given.reason };
    await begin(credentialMachine, made.id, step, taking);
    return credentialAnswer(made, key);
  },
} as Enrolment;
