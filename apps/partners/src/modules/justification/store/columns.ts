import type { ApprovalReason, JustificationState } from '@postern/access-facts';
import type { Said } from '../law/said.ts';

/** A justification as commands read it. */
export interface Justification extends Said {
  readonly id: string;
  /** Where it stands now: expired where its end has passed. */
  readonly state: JustificationState;
  readonly revision: number;
  readonly accountId: string;
  readonly episodeId: string;
  readonly personId: string;
  /** The override that it came with, and with which it ends. */
  readonly grantId: string | null;
  readonly writtenBy: string | null;
  readonly setId: string | null;
  readonly renews: string | null;
  readonly dangerOfSharing: string | null;
  readonly dangerOfNotSharing: string | null;
  readonly nature: string | null;
  readonly familyToldOn: string | null;
  readonly notToldBecause: string | null;
  readonly approvalReasons: readonly ApprovalReason[] | null;
  readonly approverId: string | null;
  readonly deputyId: string | null;
  readonly decideBy: Date | null;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

/** Columns by the names that they have in a justification; of lists with what they are lists of. */
export const COLUMNS: Readonly<Record<keyof Justification, string>> = {
  id: 'id',
  state: 'state',
  revision: 'revision',
  accountId: 'account_id',
  episodeId: 'episode_id',
  personId: 'person_id',
  grantId: 'grant_id',
  classes: 'classes',
  purpose: 'purpose',
  relevance: 'relevance',
  article6: 'article_6',
  article9: 'article_9',
  article10: 'article_10',
  schedule1Paragraph: 'schedule_1_paragraph',
  absenceOfConsentReason: 'absence_of_consent_reason',
  recognisedInterest: 'recognised_interest',
  gateway: 'gateway',
  gatewayHead: 'gateway_head',
  deaFactors: 'dea_factors',
  article8Aim: 'article_8_aim',
  confidenceRoute: 'confidence_route',
  publicInterest: 'public_interest',
  ownView: 'own_view',
  sourceView: 'source_view',
  alternativesConsidered: 'alternatives_considered',
  dangerOfSharing: 'danger_of_sharing',
  dangerOfNotSharing: 'danger_of_not_sharing',
  nature: 'nature',
  familyToldOn: 'family_told_on',
  notToldBecause: 'not_told_because',
  writtenBy: 'written_by',
  setId: 'set_id',
  renews: 'renews',
  approvalReasons: 'approval_reasons',
  approverId: 'approver_id',
  deputyId: 'deputy_id',
  decideBy: 'decide_by',
  startsAt: 'starts_at',
  expiresAt: 'expires_at',
};
