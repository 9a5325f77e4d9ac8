import { expectedRevision, id, reason, requireRevision, takeStep, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireOwnOr } from '../../agency/guards/own-agency.ts';
import { credentialAnswer } from '../enrolments/answer.ts';
import { credentialMachine } from '../reporting-credential.machine.ts';
import { credentialStepOf, holdAnybodys, moveCredential } from '../store/credentials.ts';
import { EVERYWHERE, KEEPERS } from './keepers.ts';

const input = z.strictObject({ credential: id, expectedRevision, reason });

/** Ends a key or service that somebody else answers for: found where it should not be, or of somebody who does not answer (SHR-8.3.7f). */
export const withdrawReportingCredential: Command<z.output<typeof input>> = {
  roles: KEEPERS,
  purpose: 'ADMINISTRATION',
  input,
  run: async (call) => {
    const { transaction, input: given, now } = call;
    const { agencyId, ...held } = await holdAnybodys(transaction, given.credential);
    requireOwnOr(EVERYWHERE, call, agencyId);
    requireRevision(held, given.expectedRevision);
    const step = {
      ...credentialStepOf(held, agencyId),
      move: 'REVOKE',
      onBehalfOf: 'AGENCY',
      reason: given.reason,
    } as const;
    const state = await takeStep(credentialMachine, held, step, takingFor(call));
    return credentialAnswer(await moveCredential(transaction, held, state, now));
  },
};
