import type { Taking } from '@postern/steps';
import { hold, takeStep } from '@postern/steps';
import type { HeldAgency } from '../../agency/store/agency.ts';
import { AGENCY_PROVIDER_MACHINE } from '../agency-provider.machine.ts';
import type { HeldLink } from './links.ts';
import { LINKS, linkStepOf, moveLink } from './links.ts';

/**
 * Ends, each on the record, that providers speak for an agency or are proposed to: of one that begins anew two people decide
 * anew who does (SHR-8.2.1a). The agency is held. Nobody of it has an account, so nobody is shut out.
 */
export async function endLinksOf(
  agency: HeldAgency,
  reason: string,
  taking: Taking,
): Promise<void> {
  const links = await taking.transaction.run<{ id: string }>({
    text: `SELECT id FROM access.issuer_agency WHERE agency_id = $1 AND state <> 'ENDED' ORDER BY id`,
    values: [agency.id],
  });
  for (const { id } of links) {
    const link = await hold<HeldLink>(taking.transaction, LINKS, id);
    const step = { ...linkStepOf(link), move: 'END', reason } as const;
    const state = await takeStep(AGENCY_PROVIDER_MACHINE, link, step, taking);
    await moveLink(taking.transaction, link, { state, proposedBy: null, confirmedBy: null });
  }
}
