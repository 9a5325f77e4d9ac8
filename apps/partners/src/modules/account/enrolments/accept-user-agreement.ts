import { randomUUID } from 'node:crypto';
import { title } from '@postern/steps';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { noteAccount, requireIn } from '../store/account.ts';
import { advance } from '../store/advance.ts';
import { versionsInForce } from '../store/still-missing.ts';
import { ownStep } from './enrolment.ts';

/** Accepts a version of the user agreement that is in force (DEV-A3-ua, SOM-8.8, SOM-8.9). */
export const acceptUserAgreement = ownStep(
  z.strictObject({ version: title }),
  async (held, { transaction, input, now }, taking) => {
    requireIn(held, 'TRAINING', 'UAA_PENDING', 'MFA_PENDING', 'ACTIVE', 'DORMANT_WARNING');
    const versions = await versionsInForce(transaction, held.agencyId, now);
    if (!versions.includes(input.version))
      throw argumentInvalid('version', `a version in force: ${versions.join(', ')}`);
    await transaction.run({
      text: 'INSERT INTO access.acceptance (id, account_id, version, accepted_at) VALUES ($1, $2, $3, $4)',
      values: [randomUUID(), held.id, input.version, now.toISOString()],
    });
    const reason = 'Read and accepted.';
    const details = { version: input.version };
    const noted = await noteAccount(held, 'RECORD_ACCEPTANCE', { reason, details }, taking);
    return advance(noted, taking);
  },
);
