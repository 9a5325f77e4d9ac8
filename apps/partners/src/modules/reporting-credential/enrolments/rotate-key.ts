import { freshReportingKey } from '@postern/authentication';
import { deadlineAfter } from '@postern/lifecycle';
import {
  begin,
  chosenPeriod,
  expectedRevision,
  id,
  idempotencyKey,
  reason,
  requireRevision,
  takeStep,
} from '@postern/steps';
import type { Enrolling, Enrolment } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { endOf } from '../guards/how-long.ts';
import { requireReader } from '../guards/who-may.ts';
import { credentialMachine } from '../reporting-credential.machine.ts';
import { addCredential, credentialStepOf, holdOwn, moveCredential } from '../store/credentials.ts';
import { madeBefore, requestDigest, takeTurn } from '../store/made-before.ts';
import { credentialAnswer } from './answer.ts';

const input = z.strictObject({ credential: id, expectedRevision, reason, idempotencyKey });
type Given = z.output<typeof input>;

/** Makes a new key in place of one that is in use; the one before still opens for as long as the figure says. */
export const rotateReportingKey = {
  input,
  run: async (call: Enrolling<Given>) => {
    const { transaction, input: given, now } = call;
    const { accountId, agencyId, taking } = requireReader(call);
    await takeTurn(transaction, accountId);
    const digest = requestDigest('rotateReportingKey', given);
    const request = { key: given.idempotencyKey, digest };
    const before = await madeBefore(transaction, accountId, request);
    if (before !== null) return credentialAnswer(before);
    const held = await holdOwn(transaction, given.credential, accountId);
    requireRevision(held, given.expectedRevision);
    if (held.kind !== 'KEY') throw argumentInvalid('credential', 'a key; a service has none');
    const step = { ...credentialStepOf(held, agencyId), reason: given.reason };
    const state = await takeStep(credentialMachine, held, { ...step, move: 'ROTATE' }, taking);
    const overlap = await chosenPeriod(transaction, 'REPORTING_KEY_OVERLAP');
    await moveCredential(transaction, held, state, deadlineAfter(now, overlap));
    const { key, prefix, hash } = freshReportingKey();
    const made = await addCredential(transaction, {
      ...held,
      prefix,
      secretHash: hash,
      endsAt: await endOf(transaction, null, now),
      request,
      at: now,
    });
    const begun = { ...credentialStepOf(made, agencyId), move: 'CREATE', reason: given.reason };
    await begin(credentialMachine, made.id, begun, taking);
    return credentialAnswer(made, key);
  },
} as Enrolment;
