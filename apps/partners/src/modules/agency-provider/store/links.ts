import { randomUUID } from 'node:crypto';
import type { IssuerAgencyState } from '@postern/access-facts';
import type { Held, Step } from '@postern/steps';
import { hold } from '@postern/steps';
import type { Answer, Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { HeldAgency } from '../../agency/store/agency.ts';
import { holdAgency } from '../../agency/store/agency.ts';
import type { AgencyProviderMove } from '../agency-provider.machine.ts';

/** A provider as it stands with an agency, held until the transaction ends. */
export interface HeldLink extends Held<IssuerAgencyState> {
  readonly issuerId: string;
  readonly agencyId: string;
  /** Null where the operator entered it. */
  readonly proposedBy: string | null;
}

/** Where it stands and by whose word; by nobody's where it does not speak, or the operator entered it. */
export interface LinkWord extends Pick<HeldLink, 'proposedBy' | 'state'> {
  readonly confirmedBy: string | null;
}

/** What a link is held by, with the columns of {@link HeldLink}. */
export const LINKS = {
  table: 'access.issuer_agency',
  columns: 'issuer_id AS "issuerId", agency_id AS "agencyId", proposed_by AS "proposedBy"',
};

/** The agency is held before the link, as whoever proposes does. @throws CommandRefused RECORD_UNKNOWN */
export async function holdLink(
  transaction: Statements,
  id: string,
): Promise<{ readonly agency: HeldAgency; readonly link: HeldLink }> {
  const [found] = isUuid(id)
    ? await transaction.run<{ agency: string }>({
        text: 'SELECT agency_id AS agency FROM access.issuer_agency WHERE id = $1',
        values: [id],
      })
    : [];
  if (found === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  const agency = await holdAgency(transaction, found.agency);
  return { agency, link: await hold<HeldLink>(transaction, LINKS, id) };
}

/** The link of a provider that is registered; null where it never was proposed for the agency. @throws CommandRefused RECORD_UNKNOWN */
export async function linkBetween(
  transaction: Statements,
  { issuer, agency }: { readonly issuer: string; readonly agency: string },
): Promise<HeldLink | null> {
  const [found] = await transaction.run<{ link: string | null }>({
    text: `SELECT link.id AS link FROM access.issuer
      LEFT JOIN access.issuer_agency link ON link.issuer_id = issuer.id AND link.agency_id = $2 WHERE issuer.id = $1`,
    values: [issuer, agency],
  });
  if (found === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return found.link === null ? null : hold<HeldLink>(transaction, LINKS, found.link);
}

/** Writes what is proposed for the first time. */
export async function writeLink(
  transaction: Statements,
  given: Pick<HeldLink, 'agencyId' | 'issuerId' | 'proposedBy' | 'state'>,
): Promise<HeldLink> {
  const id = randomUUID();
  const { issuerId, agencyId, state, proposedBy } = given;
  await transaction.run({
    text: 'INSERT INTO access.issuer_agency (id, issuer_id, agency_id, state, proposed_by) VALUES ($1, $2, $3, $4, $5)',
    values: [id, issuerId, agencyId, state, proposedBy],
  });
  return { ...given, id, revision: 1 };
}

/** Writes the state that a step leads to, and by whose word it is there. */
export async function moveLink(
  transaction: Statements,
  link: HeldLink,
  { state, proposedBy, confirmedBy }: LinkWord,
): Promise<HeldLink> {
  await transaction.run({
    text: `UPDATE access.issuer_agency SET state = $2, proposed_by = $3, confirmed_by = $4, revision = revision + 1 WHERE id = $1`,
    values: [link.id, state, proposedBy, confirmedBy],
  });
  return { ...link, state, proposedBy, revision: link.revision + 1 };
}

/** What the record says of every step of a link beside the reason. */
export function linkStepOf({
  issuerId,
  agencyId,
}: Pick<HeldLink, 'agencyId' | 'issuerId'>): Pick<
  Step<AgencyProviderMove>,
  'about' | 'details' | 'onBehalfOf'
> {
  return { details: { provider: issuerId }, onBehalfOf: 'AGENCY', about: { agency: agencyId } };
}

/** The answer of every step. */
export function linkAnswer({ id, issuerId, agencyId, state, revision }: HeldLink): Answer {
  return { link: id, provider: issuerId, agency: agencyId, state, revision };
}
