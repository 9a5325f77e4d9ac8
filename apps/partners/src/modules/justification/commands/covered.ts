import type { Relying } from '@postern/policy';
import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { finding } from '@postern/subgraph-kit';
import { findingsInLaw } from '../law/judge.ts';
import { proposedBasis } from '../law/proposal.ts';
import type { LegalBasis, Said } from '../law/said.ts';
import { relyingOf } from '../store/relying.ts';
import { onTheTeam } from '../store/team.ts';
import type { JustifyInput } from './input.ts';

/** Somebody a justification is for, and the law that they rely on. */
export interface CoveredReader {
  readonly account: string;
  readonly legal: Partial<LegalBasis>;
}

/** Everybody a justification is for, and what is wrong for any of them. */
export interface Covered {
  readonly readers: readonly CoveredReader[];
  readonly findings: readonly Finding[];
}

/** The author, and each colleague of the team whom they name, each judged for their own agency. */
export async function coveredReaders(
  said: Said,
  familyId: string,
  call: CommandCall<JustifyInput>,
): Promise<Covered> {
  const { input, principal, transaction, now } = call;
  const { episode } = input;
  const covers = input.covers.filter((each) => each !== principal.accountId);
  const team = await onTheTeam(transaction, { episode, familyId }, covers, now);
  const readers: CoveredReader[] = [];
  const findings: Finding[] = [];
  for (const account of [principal.accountId, ...covers]) {
    const index = covers.indexOf(account);
    const isAuthor = index === -1;
    const isIn = isAuthor || team.has(account);
    const relying = isIn ? await relyingOf(transaction, { account, episode }, now) : null;
    if (relying === null) {
      findings.push(finding(`covers.${index}`, 'NOT_ON_THE_TEAM', 'a colleague of the team'));
      continue;
    }
    const legal = isAuthor ? {} : lawOf(said, relying);
    readers.push({ account, legal });
    findings.push(
      ...findingsInLaw({ ...said, ...legal }, relying).map((each) => ({
        ...each,
        part: isAuthor ? placeOf(each.part) : `covers.${index}.${each.part}`,
      })),
    );
  }
  return { readers, findings };
}

/** The author's law where it holds for the colleague's agency, too; what would hold there otherwise. */
function lawOf(said: Said, relying: Relying): Partial<LegalBasis> {
  if (findingsInLaw(said, relying).length === 0) return {};
  const proposed = proposedBasis(said, relying);
  return findingsInLaw({ ...said, ...proposed }, relying).length === 0 ? proposed : {};
}

const NOT_OF_THE_LAW: Readonly<Record<string, string>> = {
  relevance: 'relevance',
  alternativesConsidered: 'alternatives',
  classes: 'classes',
  purpose: 'purpose',
};

/** Where in the input a part stands. */
function placeOf(part: string): string {
  return NOT_OF_THE_LAW[part] ?? `legal.${part}`;
}
