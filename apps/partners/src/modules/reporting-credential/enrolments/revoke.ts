import { expectedRevision, id, reason, requireRevision, takeStep } from '@postern/steps';
import type { Enrolling, Enrolment } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireAccount } from '../guards/who-may.ts';
import { credentialMachine } from '../reporting-credential.machine.ts';
import { credentialStepOf, holdOwn, moveCredential } from '../store/credentials.ts';
import { credentialAnswer } from './answer.ts';

const input = z.strictObject({ credential: id, expectedRevision, reason });
type Given = z.output<typeof input>;

/** Ends a key or service at once; the next request with it is refused. */
export const revokeReportingCredential = {
  input,
  run: async (call: Enrolling<Given>) => {
    const { transaction, input: given, now } = call;
    const { accountId, agencyId, taking } = requireAccount(call);
    const held = await holdOwn(transaction, given.credential, accountId);
    requireRevision(held, given.expectedRevision);
    const step = { ...credentialStepOf(held, agencyId), reason: given.reason };
    const state = await takeStep(credentialMachine, held, { ...step, move: 'REVOKE' }, taking);
    return credentialAnswer(await moveCredential(transaction, held, state, now));
  },
} as Enrolment;
