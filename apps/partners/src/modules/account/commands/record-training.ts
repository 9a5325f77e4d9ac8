import { randomUUID } from 'node:crypto';
import { TRAINING_MODULES } from '@postern/access-facts';
import { civilDay } from '@postern/policy';
import { day } from '@postern/steps';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST } from '../../role-holding/offices.ts';
import { noteAccount, requireIn } from '../store/account.ts';
import { advance } from '../store/advance.ts';
import { stillCounts } from '../store/still-missing.ts';
import { accountStep } from './account-command.ts';

const shape = { module: z.enum(TRAINING_MODULES), completedOn: day, expiresOn: day };

/** Confirms a completed module; where nothing else is missing the account goes on (SHR-8.2.1d, SHR-8.3.7b). */
export const recordTraining = accountStep(HOST, shape, async (held, call, taking) => {
  const { transaction, input, now } = call;
  const { module, completedOn, expiresOn, reason } = input;
  requireIn(
    held,
    ...(['NOMINATED', 'INVITED', 'TRAINING', 'UAA_PENDING', 'MFA_PENDING'] as const),
    ...(['ACTIVE', 'DORMANT_WARNING', 'DISABLED_DORMANT', 'LOCKED_DOWN'] as const),
  );
  if (completedOn > civilDay(now)) throw argumentInvalid('completedOn', 'today or a day before');
  if (expiresOn < completedOn)
    throw argumentInvalid('expiresOn', 'a day on or after "completedOn"');
  if (!(await stillCounts(transaction, expiresOn, now)))
    throw argumentInvalid('expiresOn', 'a day not yet over; training that ran out is done again');
  await transaction.run({
    text: 'INSERT INTO access.training (id, account_id, module, completed_on, expires_on) VALUES ($1, $2, $3, $4, $5)',
    values: [randomUUID(), held.id, module, completedOn, expiresOn],
  });
  const details = { module, completedOn, expiresOn };
  const noted = await noteAccount(held, 'RECORD_TRAINING', { reason, details }, taking);
  return advance(noted, taking);
});
