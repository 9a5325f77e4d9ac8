import { requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { InformationRequest } from '../store/requests.ts';
import { holdRequest } from '../store/requests.ts';

/**
 * Holds a request that the caller may read, as it was when they read it.
 * @throws CommandRefused RECORD_UNKNOWN for one that they may not see, as where there is none; REVISION_PASSED
 */
export async function holdSeen({
  transaction,
  seen,
  input,
}: CommandCall<{ request: string; expectedRevision: number }>): Promise<InformationRequest> {
  const request = await holdRequest(transaction, input.request);
  const visible = await seen('InformationRequest', [request.id]);
  if (!visible.has(request.id)) throw new CommandRefused('RECORD_UNKNOWN');
  requireRevision(request, input.expectedRevision);
  return request;
}

/** Only the agency that was asked answers. @throws CommandRefused NOT_THE_AGENCY_ASKED */
export function requireHolder(
  { holdingAgencyId }: InformationRequest,
  { principal }: CommandCall<unknown>,
): void {
  if (principal.agencyId !== holdingAgencyId) throw new CommandRefused('NOT_THE_AGENCY_ASKED');
}

/** Only the agency that asked takes it further. @throws CommandRefused NOT_THE_ASKING_AGENCY */
export function requireAsking(
  { askingAgencyId }: InformationRequest,
  { principal }: CommandCall<unknown>,
): void {
  if (principal.agencyId !== askingAgencyId) throw new CommandRefused('NOT_THE_ASKING_AGENCY');
}

/** Whoever asked or answered does not decide which of them was right. @throws CommandRefused SECOND_PERSON */
export function requireNeither(
  { askedBy, answeredBy }: InformationRequest,
  { principal }: CommandCall<unknown>,
): void {
  if (principal.accountId === askedBy || principal.accountId === answeredBy)
    throw new CommandRefused('SECOND_PERSON');
}
