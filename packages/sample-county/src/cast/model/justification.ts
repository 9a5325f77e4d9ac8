import type { JustificationState } from '@postern/access-facts';
import type { LawfulBasis } from './lawful-basis.ts';
import { lawfulBasis } from './lawful-basis.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { CastPractitioner } from './practitioner.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { recordId } from './written.ts';

/** A reader's recorded reason for classed fields of one person in one episode; null is a part left out. */
export interface CastJustification extends LawfulBasis {
  readonly holder: CastPractitioner;
  readonly about: CastPerson;
  readonly classes: readonly string[];
  readonly purpose: string;
  readonly relevance: string;
  readonly article9: string | null;
  readonly article10: 'OFFICIAL_AUTHORITY' | 'SCHEDULE_1_CONDITION' | null;
  readonly schedule1Paragraph: string | null;
  readonly absenceOfConsentReason: string | null;
  readonly alternatives: string;
  readonly state: JustificationState;
  readonly approvedBy: CastPractitioner | null;
  /** The key of the override of its episode that it came with. */
  readonly withOverride?: string;
  readonly from: Days;
  readonly until: Days;
}

type Facts = Pick<CastJustification, 'holder' | 'about'> & Partial<CastJustification>;

const SHARED = {
  purpose: 'COORDINATE_SUPPORT',
  relevance: 'The plan has to fit what this person needs every day.',
  absenceOfConsentReason: null,
  alternatives: 'A summary was tried first; it left out what the plan turns on.',
  state: 'LIVE',
  from: -20,
  until: 730,
} as const;

/** Complete for health data under safeguarding (Schedule 1 paragraph 18), unless `facts` say otherwise. */
export function healthJustification(facts: Facts): CastJustification {
  return {
    ...SHARED,
    ...lawfulBasis(facts.holder.agency),
    classes: ['SPECIAL_CATEGORY:HEALTH'],
    article9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
    article10: null,
    schedule1Paragraph: '18',
    absenceOfConsentReason: 'CANNOT_REASONABLY_BE_OBTAINED',
    approvedBy: null,
    ...facts,
  };
}

/** Complete for offence data, with the approval it needs, unless `facts` say otherwise. */
export function offenceJustification(
  facts: Facts & Pick<CastJustification, 'approvedBy'>,
): CastJustification {
  return {
    ...SHARED,
    ...lawfulBasis(facts.holder.agency),
    classes: ['CRIMINAL_OFFENCE'],
    article9: null,
    article10: 'SCHEDULE_1_CONDITION',
    schedule1Paragraph: '6',
    ...facts,
  };
}

/** Complete for a restricted class, which needs relevance only, unless `facts` say otherwise. */
export function restrictedJustification(
  facts: Facts & Pick<CastJustification, 'classes'>,
): CastJustification {
  return {
    ...SHARED,
    ...lawfulBasis(facts.holder.agency),
    article9: null,
    article10: null,
    schedule1Paragraph: null,
    approvedBy: null,
    ...facts,
  };
}

/** The row of a justification in an episode. */
export function justificationRow(
  of: CastJustification,
  within: { readonly id: string; readonly episodeId: string },
  moment: Moment,
): Row {
  return row('access.justification', {
    id: within.id,
    account_id: of.holder.id,
    episode_id: within.episodeId,
    person_id: of.about.id,
    grant_id:
      of.withOverride === undefined ? null : recordId(within.episodeId, 'grant', of.withOverride),
    classes: of.classes,
    purpose: of.purpose,
    relevance: of.relevance,
    article_6: of.article6,
    recognised_interest: of.recognisedInterest,
    article_9: of.article9,
    article_10: of.article10,
    schedule_1_paragraph: of.schedule1Paragraph,
    absence_of_consent_reason: of.absenceOfConsentReason,
    gateway: of.gateway,
    article_8_aim: of.article8Aim,
    alternatives_considered: of.alternatives,
    state: of.state,
    approved_by: of.approvedBy?.id ?? null,
    starts_at: moment.instant(of.from),
    expires_at: moment.instant(of.until),
  });
}
