import type { Article9Condition } from '../article-9.ts';
import { ARTICLE_9, KINDS_UNDER_SECRECY } from '../article-9.ts';
import { entryInForce } from '../dated.ts';
import type { OffenceAuthority } from '../offence-data.ts';
import { OFFENCE_AUTHORITIES } from '../offence-data.ts';
import { SCHEDULE_1 } from '../schedule-1.ts';
import type { JustificationFinding, JustificationInLaw } from './finding.ts';
import { finding } from './finding.ts';
import type { Relying } from './relying.ts';
import { holdsAny } from './relying.ts';

/** The second key for special categories: a condition of Article 9, completed. */
export function* article9Findings(
  said: JustificationInLaw,
  relying: Relying,
): Generator<JustificationFinding> {
  const { article9, schedule1Paragraph, purpose } = said;
  const condition: Article9Condition | null = entryInForce(ARTICLE_9, article9, relying.day);
  if (condition === null) {
    yield finding('ARTICLE_9_NOT_IN_FORCE', 'article9');
    return;
  }
  if (!isFor(condition.purposes, purpose))
    yield finding('ARTICLE_9_OF_ANOTHER_PURPOSE', 'article9');
  if (condition.needsSecrecy && !owesSecrecy(relying))
    yield finding('SECRECY_NOT_OWED', 'article9');
  const paragraph = entryInForce(SCHEDULE_1, schedule1Paragraph, relying.day);
  if (condition.needsUkLaw && (paragraph === null || paragraph.completes !== article9))
    yield finding('PARAGRAPH_DOES_NOT_FIT', 'schedule1Paragraph');
  yield* paragraphFindings(said, relying);
}

/** The second key for offences: somebody else's approval, and an authority of Article 10. */
export function* article10Findings(
  said: JustificationInLaw,
  relying: Relying,
): Generator<JustificationFinding> {
  const { article10, approvedBy, schedule1Paragraph } = said;
  if (approvedBy === null || approvedBy === relying.account.id)
    yield finding('APPROVAL_MISSING', 'approvedBy');
  const authority: OffenceAuthority | null = entryInForce(
    OFFENCE_AUTHORITIES,
    article10,
    relying.day,
  );
  if (
    authority === null ||
    (authority.kinds !== null && !authority.kinds.includes(relying.agency.kind))
  ) {
    yield finding('OFFENCE_AUTHORITY_NOT_OPEN', 'article10');
    return;
  }
  if (!authority.needsParagraph) return;
  if (entryInForce(SCHEDULE_1, schedule1Paragraph, relying.day)?.openToOffences !== true)
    yield finding('PARAGRAPH_DOES_NOT_FIT', 'schedule1Paragraph');
  yield* paragraphFindings(said, relying);
}

function* paragraphFindings(
  { schedule1Paragraph, absenceOfConsentReason, purpose }: JustificationInLaw,
  { policyDocument, day }: Relying,
): Generator<JustificationFinding> {
  const paragraph = entryInForce(SCHEDULE_1, schedule1Paragraph, day);
  if (paragraph === null) return;
  if (paragraph.needsPolicyDocument && !policyDocument)
    yield finding('POLICY_DOCUMENT_MISSING', 'schedule1Paragraph');
  const { absenceReasons } = paragraph;
  if (absenceReasons !== null && !absenceReasons.some((one) => one === absenceOfConsentReason))
    yield finding('ABSENCE_OF_CONSENT_UNEXPLAINED', 'absenceOfConsentReason');
  if (!isFor(paragraph.purposes, purpose))
    yield finding('ARTICLE_9_OF_ANOTHER_PURPOSE', 'schedule1Paragraph');
}

function owesSecrecy(relying: Relying): boolean {
  return (
    KINDS_UNDER_SECRECY.includes(relying.agency.kind) || holdsAny(relying, ['DUTY_OF_SECRECY'])
  );
}

function isFor(purposes: readonly string[] | null, purpose: string): boolean {
  return purposes === null || purposes.includes(purpose);
}
