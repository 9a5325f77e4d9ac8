import { cast, lawfulBasis } from '@postern/sample-county';
import type { CastEpisode } from './county-words.ts';
import { daysFromNow } from './county-words.ts';
import type { Columns } from './facts.ts';

/** For whom a justification opens what. */
export interface Justified {
  readonly holder: { readonly id: string };
  readonly person: { readonly id: string };
  readonly episode: CastEpisode;
}

/** A live justification for health, complete under safeguarding, to understand needs; `differs` says in what it is not. */
export function healthJustification(of: Justified, differs: Columns = {}): Columns {
  return {
    ...shared(of),
    id: '00000000-0000-4000-8000-000000000201',
    classes: ['SPECIAL_CATEGORY:HEALTH'],
    article_9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
    schedule_1_paragraph: '18',
    absence_of_consent_reason: 'CANNOT_REASONABLY_BE_OBTAINED',
    ...differs,
  };
}

/** The same for offences, approved by somebody else. */
export function offenceJustification(
  of: Justified & { readonly approver: { readonly id: string } },
  differs: Columns = {},
): Columns {
  return {
    ...shared(of),
    id: '00000000-0000-4000-8000-000000000202',
    classes: ['CRIMINAL_OFFENCE'],
    article_10: 'SCHEDULE_1_CONDITION',
    schedule_1_paragraph: '6',
    approved_by: of.approver.id,
    ...differs,
  };
}

/** The same for classes that need one general condition only. */
export function restrictedJustification(
  of: Justified & { readonly classes: readonly string[] },
  differs: Columns = {},
): Columns {
  return {
    ...shared(of),
    id: '00000000-0000-4000-8000-000000000203',
    classes: of.classes,
    ...differs,
  };
}

function shared({ holder, person, episode }: Justified): Columns {
  return {
    account_id: holder.id,
    episode_id: episode.id,
    person_id: person.id,
    purpose: 'UNDERSTAND_NEEDS',
    relevance: 'The plan for school mornings turns on it.',
    ...basisOf(holder),
    alternatives_considered: 'A summary without the detail was tried and did not help.',
    state: 'LIVE',
    starts_at: daysFromNow(-1),
    expires_at: daysFromNow(30),
  };
}

/** On what the agency of a holder usually shares; an account of the bulk is a public body's. */
function basisOf(holder: Justified['holder']): Columns {
  const known = Object.values(cast.practitioners).find(({ id }) => id === holder.id);
  const usual = lawfulBasis(known?.agency ?? cast.agencies.earlyHelp);
  return {
    article_6: usual.article6,
    recognised_interest: usual.recognisedInterest,
    gateway: usual.gateway,
    article_8_aim: usual.article8Aim,
  };
}
