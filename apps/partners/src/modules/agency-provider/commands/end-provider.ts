import { holdEveryEpisode } from '@postern/steps';
import { z } from 'zod';
import { requireHostKept, requireMeant } from '../guards/not-locked-out.ts';
import { linkStep } from './link-command.ts';

const shape = {
  evenIfLast: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
};

/**
 * Ends that a provider speaks for an agency, or that it is proposed to. Nobody is let in by it any more; their accounts stay
 * bound to it, so whoever is to sign in by another one is locked and invited anew.
 */
export const endAgencyProvider = linkStep(shape, {
  move: 'END',
  guard: async ({ link }, { transaction, input, now }) => {
    if (link.state === 'SPEAKING') {
      // Two who would each leave the other’s provider the last of the host come one after the other.
      await holdEveryEpisode(transaction);
      await requireHostKept(transaction, link, now);
      await requireMeant(transaction, link, input.evenIfLast);
    }
    return { proposedBy: null, confirmedBy: null };
  },
});
