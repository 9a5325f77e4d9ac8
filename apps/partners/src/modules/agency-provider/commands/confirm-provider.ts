import { requireStep } from '@postern/steps';
import { CommandRefused } from '@postern/subgraph-kit';
import { requireAnotherAgency } from '../../agency/guards/another-agency.ts';
import { requireNotIn } from '../../agency/store/agency.ts';
import { AGENCY_PROVIDER_MACHINE } from '../agency-provider.machine.ts';
import { linkStep } from './link-command.ts';

/**
 * Lets a proposed provider speak for an agency, by somebody who did not propose it and is not of that agency: whoever
 * controls it speaks as their colleagues from then on, and as the second person of the next decision.
 */
export const confirmAgencyProvider = linkStep(
  {},
  {
    move: 'CONFIRM',
    guard: async ({ agency, link }, { principal }) => {
      requireStep(AGENCY_PROVIDER_MACHINE, link, 'CONFIRM');
      if (link.proposedBy === principal.accountId) throw new CommandRefused('SECOND_PERSON');
      requireAnotherAgency(principal.agencyId, [agency.id]);
      requireNotIn(agency, 'WITHDRAWN');
      return { proposedBy: link.proposedBy, confirmedBy: principal.accountId };
    },
  },
);
