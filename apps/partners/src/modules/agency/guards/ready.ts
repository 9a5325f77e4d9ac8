import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import type { Papers } from '../store/papers.ts';
import { papersOf } from '../store/papers.ts';

const WOULD_BE_RIGHT: Readonly<Record<keyof Papers, string>> = {
  POLICIES: 'evidence of the agency’s policies, valid today: recordAgencyEvidence',
  DATA_SPECIFICATION: 'a data processing specification, valid today: recordAgencyEvidence',
  CONTACT_OFFICER: 'a contact officer: nameContactOfficer',
  SIGNATURE: 'a signature that is in effect today: signAgreement',
};

/** @throws CommandRefused AGENCY_NOT_READY with a finding for each paper that is missing */
export async function requirePapers(
  transaction: Statements,
  agency: string,
  now: Date,
  asked: readonly (keyof Papers)[],
): Promise<void> {
  const papers = await papersOf(transaction, agency, now);
  const findings = asked
    .filter((paper) => !papers[paper])
    .map((paper) => finding(paper, 'AGENCY_NOT_READY', WOULD_BE_RIGHT[paper]));
  if (findings.length > 0) throw new CommandRefused('AGENCY_NOT_READY', { findings });
}
