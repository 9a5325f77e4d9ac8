import { holdEpisode, id, idempotencyKey, moment, reason, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { giveAccess } from '../give-access.ts';
import { requireGrantor } from '../guards/grantor.ts';

const LONGEST_RELATIONSHIP = 500;
const MOST_PERSONS = 50;
export const workingRelationship = text(LONGEST_RELATIONSHIP);
export const persons = z
  .array(id)
  .min(1, 'one person at least')
  .max(MOST_PERSONS, `at most ${MOST_PERSONS}`);
export const role = z.string().max(100, 'the name of a role');

const input = z.strictObject({
  practitioner: id,
  episode: id,
  role,
  workingRelationship,
  endsAt: moment,
  persons: persons.nullish(),
  reason,
  idempotencyKey,
});

/** Gives a worker access to one episode, for the work that they do with the family (SHR-8.2.1e, SHR-8.2.1g). */
export const grantAccess: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, input: given } = call;
    const { practitioner, episode } = given;
    await holdEpisode(transaction, episode);
    const grantor = await requireGrantor(call, episode);
    const grant = await giveAccess(
      call,
      {
        account: practitioner,
        episode,
        role: given.role,
        workingRelationship: given.workingRelationship,
        endsAt: given.endsAt,
        persons: given.persons ?? null,
        basis: 'WORK',
        reason: given.reason,
        onBehalfOf: 'AGENCY',
      },
      grantor,
    );
    return { grant };
  },
};
