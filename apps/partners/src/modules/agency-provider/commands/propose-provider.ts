import { begin, id, idempotencyKey, reason, takeStep, takingFor, title } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdAgency, requireNotIn } from '../../agency/store/agency.ts';
import { AGENCY_PROVIDER_MACHINE } from '../agency-provider.machine.ts';
import { PROPOSERS } from '../deciders.ts';
import { linkAnswer, linkBetween, linkStepOf, moveLink, writeLink } from '../store/links.ts';

const input = z.strictObject({ agency: id, provider: title, reason, idempotencyKey });
type Given = z.output<typeof input>;

/** Proposes that a provider, which the operator registered, speaks for an agency; it does once somebody else confirms. */
export const proposeAgencyProvider: Command<Given> = {
  roles: PROPOSERS,
  purpose: 'ADMINISTRATION',
  input,
  run: async (call) => {
    const { transaction, principal, input: given } = call;
    const agency = await holdAgency(transaction, given.agency);
    const known = await linkBetween(transaction, { issuer: given.provider, agency: agency.id });
    requireNotIn(agency, 'WITHDRAWN');
    const proposedBy = principal.accountId;
    const between = { issuerId: given.provider, agencyId: agency.id };
    const step = { ...linkStepOf(between), reason: given.reason };
    if (known !== null) {
      const again = { ...step, move: 'PROPOSE_AGAIN' } as const;
      const state = await takeStep(AGENCY_PROVIDER_MACHINE, known, again, takingFor(call));
      return linkAnswer(
        await moveLink(transaction, known, { state, proposedBy, confirmedBy: null }),
      );
    }
    const link = await writeLink(transaction, {
      ...between,
      state: AGENCY_PROVIDER_MACHINE.initial,
      proposedBy,
    });
    await begin(AGENCY_PROVIDER_MACHINE, link.id, { ...step, move: 'PROPOSE' }, takingFor(call));
    return linkAnswer(link);
  },
};
