import { FAMILY_ROLES } from '@postern/policy';
import { id, idempotencyKey, reason, takeStep, takingFor, uuid } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { openAgreement, openOwnPart, partOf } from '../../agreement/guards/opened.ts';
import { ageOf } from '../../agreement/law/part.ts';
import { disclosureLimitMachine, LIMIT_LEVELS, MOVE_TO } from '../disclosure-limit.machine.ts';
import { addLimit, limitOf, setNext } from '../store/limits.ts';

const input = z.strictObject({
  episode: id,
  person: uuid,
  level: z.enum(LIMIT_LEVELS),
  reason,
  idempotencyKey,
});

/**
 * A young person chooses how much their parents are told: by their own account, or on their word by a practitioner (SHR-3.4.3d).
 * What they choose while a limit is overridden holds once the override has ended.
 */
export const setLimit: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { person, level, reason: because } = call.input;
    const { transaction, now, principal } = call;
    const isFamily = principal.roles.some((role) => FAMILY_ROLES.includes(role));
    const opened = await (isFamily ? openOwnPart : openAgreement)(call, call.input);
    const part = partOf(opened, person);
    if (ageOf(part, opened) !== 'YOUNG_PERSON') throw new CommandRefused('NOT_A_YOUNG_PERSON');
    // A young person who signed in was let in as one; on whose word a practitioner acts, a practitioner found competent.
    if (part.competence !== 'COMPETENT' && !(isFamily && part.competence === null))
      throw new CommandRefused('COMPETENCE_UNDECIDED');
    const limit = await limitOf(transaction, person, now);
    const isOverridden = limit.state === 'OVERRIDDEN' && limit.nextId !== null;
    if (isOverridden && limit.nextId !== null) await setNext(transaction, limit.nextId, level);
    else
      await addLimit(
        transaction,
        { id: crypto.randomUUID(), person, level, setAt: now, reason: because },
        opened.by,
      );
    await takeStep(
      disclosureLimitMachine,
      isOverridden ? { ...limit, state: level } : limit,
      {
        move: MOVE_TO[level],
        onBehalfOf: isFamily ? 'SELF' : 'FAMILY',
        reason: because,
        about: { episode: opened.agreement.episodeId },
        details: { afterOverride: isOverridden },
      },
      takingFor(call),
    );
    return { person, level, holdsNow: !isOverridden };
  },
};
