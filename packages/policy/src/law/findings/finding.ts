/** What can be missing or wrong in a justification, each with what to do about it. */
export const JUSTIFICATION_FINDINGS = {
  RELEVANCE_MISSING: 'Say why this data is relevant to the support of this person.',
  ALTERNATIVES_MISSING: 'Say what was considered instead.',
  BASIS_NOT_IN_FORCE: 'Cite a basis of Article 6 that is offered and in force on this day.',
  BASIS_BARRED_TO_PUBLIC_AUTHORITY:
    'A public authority performing its tasks cites legal obligation or public task instead.',
  BASIS_IS_ANOTHERS_TASK:
    'Public task is for a task of one’s own; cite a recognised legitimate interest instead.',
  RECOGNISED_INTEREST_MISSING: 'Name the recognised legitimate interest of Annex 1.',
  CONSENT_NOT_IN_FORCE:
    'Consent has not been signed or was withdrawn; cite another basis where there is one.',
  GATEWAY_MISSING: 'A public authority names the power or duty under which it shares.',
  GATEWAY_NOT_OPEN: 'Name a power or duty that this agency may rely on, in force on this day.',
  GATEWAY_OF_ANOTHER_PURPOSE: 'The law fixes other purposes for this power.',
  GATEWAY_HEAD_MISSING: 'Name the case of the provision that applies.',
  DISADVANTAGE_FACTORS_MISSING: 'Name two or more of the factors that make disadvantages multiple.',
  ARTICLE_8_AIM_MISSING: 'Name the aim for which private and family life may be interfered with.',
  CONFIDENCE_ROUTE_NOT_OPEN: 'Name a route of the law of confidence that this agency has.',
  CONFIDENCE_NOT_OVERRIDDEN: 'The power named does not override confidence; name another route.',
  PUBLIC_INTEREST_UNANSWERED: 'Answer each of the seven questions about the public interest.',
  VIEWS_MISSING: 'Record the view of one’s own agency and of the one that owes the confidence.',
  ARTICLE_9_NOT_IN_FORCE: 'Cite a condition of Article 9 that is in force on this day.',
  ARTICLE_9_OF_ANOTHER_PURPOSE: 'This condition decides about no particular person; cite another.',
  PARAGRAPH_DOES_NOT_FIT: 'Cite a paragraph of Schedule 1 that completes the condition.',
  SECRECY_NOT_OWED: 'This condition is for whoever owes a duty of secrecy; cite another.',
  POLICY_DOCUMENT_MISSING: 'The paragraph needs the agency’s appropriate policy document.',
  ABSENCE_OF_CONSENT_UNEXPLAINED: 'Say for which of the paragraph’s reasons there is no consent.',
  APPROVAL_MISSING: 'Offence data is approved by somebody else.',
  OFFENCE_AUTHORITY_NOT_OPEN: 'Cite an authority of Article 10 that this agency has.',
  CLASS_NOT_JUSTIFIABLE: 'No justification opens this class.',
} as const;
export type JustificationFindingCode = keyof typeof JUSTIFICATION_FINDINGS;

/** One thing missing or wrong; `part` is the field of the justification it is about. */
export interface JustificationFinding {
  readonly code: JustificationFindingCode;
  readonly part: keyof JustificationInLaw;
  readonly remedy: string;
}

/** What a justification says, as far as the law asks. */
export interface JustificationInLaw {
  readonly classes: readonly string[];
  readonly purpose: string;
  readonly relevance: string;
  readonly alternativesConsidered: string;
  readonly article6: string;
  readonly recognisedInterest: string | null;
  readonly article9: string | null;
  readonly article10: string | null;
  readonly schedule1Paragraph: string | null;
  readonly absenceOfConsentReason: string | null;
  readonly gateway: string | null;
  readonly gatewayHead: string | null;
  readonly deaFactors: readonly (string | null)[] | null;
  readonly article8Aim: string | null;
  readonly confidenceRoute: string | null;
  readonly publicInterest: readonly (string | null)[] | null;
  readonly ownView: string | null;
  readonly sourceView: string | null;
  readonly approvedBy: string | null;
}

/** Names a finding of a part. */
export function finding(
  code: JustificationFindingCode,
  part: keyof JustificationInLaw,
): JustificationFinding {
  return { code, part, remedy: JUSTIFICATION_FINDINGS[code] };
}
