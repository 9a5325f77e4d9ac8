import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, finding } from '@postern/subgraph-kit';
import type { Worker } from '../store/agencies-signed.ts';
import { agenciesSigned, workersOf } from '../store/agencies-signed.ts';
import type { Present } from '../store/attendance.ts';

type Asking = Pick<CommandCall<unknown>, 'now' | 'transaction'>;

/** A visitor as they are noted. */
export interface Visitor {
  readonly name: string;
  readonly agency?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly signedConfidentiality?: boolean | null | undefined;
}

const SIGNED = 'somebody whose organisation has signed the agreement';
const VISITING =
  'a visitor of an agency that signed, or of another organisation who signed a confidentiality agreement';

const unsigned = (part: string, expected: string): Finding =>
  finding(part, 'ORGANISATION_NOT_SIGNED', expected);

/**
 * Those who are named, each with their agency; every one of them has signed (SHR-3.7.10, SHR-3.4.8c).
 * @throws CommandRefused RECORD_UNKNOWN, ARGUMENT_INVALID, ORGANISATION_NOT_SIGNED with a finding for each who has not
 */
export async function requireSignedFor(
  { transaction, now }: Asking,
  part: string,
  accounts: readonly string[],
): Promise<readonly Worker[]> {
  if (new Set(accounts).size < accounts.length) throw argumentInvalid(part, 'each person once');
  const known = await workersOf(transaction, accounts, now);
  const workers = accounts.map((account) => {
    const worker = known.get(account);
    if (worker === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    return worker;
  });
  const findings = workers.flatMap(({ signed }, place) =>
    signed ? [] : [unsigned(`${part}.${place}`, SIGNED)],
  );
  if (findings.length > 0) throw new CommandRefused('ORGANISATION_NOT_SIGNED', { findings });
  return workers;
}

/** Visitors as they go into the minutes (STA-11b, SHR-8.4.4b). @throws CommandRefused ORGANISATION_NOT_SIGNED */
export async function requireVisitors(
  { transaction, now }: Asking,
  visitors: readonly Visitor[],
): Promise<readonly Present[]> {
  const named = visitors.flatMap(({ agency }) => agency ?? []);
  const signed = await agenciesSigned(transaction, named, now);
  const findings = visitors.flatMap(
    ({ agency = null, organisation = null, signedConfidentiality }, place) => {
      const isPartner = agency !== null && signed.has(agency);
      const isBound = agency === null && organisation !== null && signedConfidentiality === true;
      return isPartner || isBound ? [] : [unsigned(`visitors.${place}`, VISITING)];
    },
  );
  if (findings.length > 0) throw new CommandRefused('ORGANISATION_NOT_SIGNED', { findings });
  return visitors.map(({ name, agency, organisation, signedConfidentiality }) => ({
    visitor: name,
    agency: agency ?? null,
    organisation: organisation ?? null,
    signedConfidentiality: signedConfidentiality === true,
  }));
}
