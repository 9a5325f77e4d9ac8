import type { ClassKey } from '../classes/data-class.ts';
import {
  ABSENCE_OF_CONSENT_REASONS,
  ARTICLE_6_BASES,
  ARTICLE_9_CONDITIONS,
  NOT_FOR_PUBLIC_AUTHORITIES,
  OFFICIAL_AUTHORITY_KINDS,
  PARAGRAPHS_FOR_ARTICLE_9,
  PARAGRAPHS_FOR_OFFENCE_DATA,
  PARAGRAPHS_NEEDING_POLICY_DOCUMENT,
  SAFEGUARDING_PARAGRAPH,
} from '../law/legal-tables.ts';
import type { AccountFact, AgencyFact, JustificationFact } from './facts.ts';
import { isBlank } from './predicates/blank.ts';

/** Who relies on a justification. */
export interface Relying {
  readonly account: Pick<AccountFact, 'id'>;
  readonly agency: Pick<AgencyFact, 'kind' | 'publicAuthority'>;
  /** The agency's appropriate policy document is valid today. */
  readonly policyDocument: boolean;
}

/** Whether a justification says all that the law asks for the class. */
export function isLegallyComplete(
  justification: JustificationFact,
  dataClass: ClassKey,
  relying: Relying,
): boolean {
  return (
    !isBlank(justification.relevance) &&
    !isBlank(justification.alternativesConsidered) &&
    hasArticle6(justification, relying) &&
    hasWhatTheClassNeeds(justification, dataClass, relying)
  );
}

function hasArticle6({ article6 }: JustificationFact, { agency }: Relying): boolean {
  if (!among(ARTICLE_6_BASES, article6)) return false;
  return !(agency.publicAuthority && among(NOT_FOR_PUBLIC_AUTHORITIES, article6));
}

function hasWhatTheClassNeeds(
  justification: JustificationFact,
  dataClass: ClassKey,
  relying: Relying,
): boolean {
  if (dataClass === 'PERSONAL' || dataClass.startsWith('RESTRICTED:')) return true;
  if (dataClass.startsWith('SPECIAL_CATEGORY:')) return hasArticle9(justification, relying);
  if (dataClass === 'CRIMINAL_OFFENCE')
    return isApprovedByAnother(justification, relying) && hasArticle10(justification, relying);
  return false;
}

function hasArticle9(justification: JustificationFact, relying: Relying): boolean {
  const { article9, schedule1Paragraph } = justification;
  if (!among(ARTICLE_9_CONDITIONS, article9)) return false;
  const completing = PARAGRAPHS_FOR_ARTICLE_9[article9];
  if (completing !== undefined && !among(completing, schedule1Paragraph)) return false;
  return hasWhatTheParagraphNeeds(justification, relying);
}

function isApprovedByAnother({ approvedBy }: JustificationFact, { account }: Relying): boolean {
  return approvedBy !== null && approvedBy !== account.id;
}

function hasArticle10(justification: JustificationFact, relying: Relying): boolean {
  switch (justification.article10) {
    case 'OFFICIAL_AUTHORITY':
      return among(OFFICIAL_AUTHORITY_KINDS, relying.agency.kind);
    case 'SCHEDULE_1_CONDITION':
      return (
        among(PARAGRAPHS_FOR_OFFENCE_DATA, justification.schedule1Paragraph) &&
        hasWhatTheParagraphNeeds(justification, relying)
      );
    default:
      return false;
  }
}

function hasWhatTheParagraphNeeds(justification: JustificationFact, relying: Relying): boolean {
  const { schedule1Paragraph, absenceOfConsentReason } = justification;
  if (among(PARAGRAPHS_NEEDING_POLICY_DOCUMENT, schedule1Paragraph) && !relying.policyDocument)
    return false;
  return (
    schedule1Paragraph !== SAFEGUARDING_PARAGRAPH ||
    among(ABSENCE_OF_CONSENT_REASONS, absenceOfConsentReason)
  );
}

function among(list: readonly string[], value: string | null): value is string {
  return value !== null && list.includes(value);
}
