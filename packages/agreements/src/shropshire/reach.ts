import type { ConditionTemplate } from '@postern/policy';
import { OVERRIDE_ROLE } from '@postern/policy';
import { all, any } from './conditions.ts';

/** A live grant in the rule's own role, whatever the episode's status: for those whose grants the host ends by hand. */
export const GRANTED: ConditionTemplate = { holds: 'grant.live' };

/** The team around the family while support goes on (SHR-8.3.7c, SHR-3.4.3a). */
export const IN_TEAM: ConditionTemplate = all(
  GRANTED,
  { holds: 'episode.open' },
  { holds: 'agreement.inForce' },
);

/** The lead professional keeps reading a stepped-up episode until it closes (SHR-3.4.10b). */
export const LEADING: ConditionTemplate = all(
  GRANTED,
  { any: [{ holds: 'episode.open' }, { holds: 'episode.steppedUp' }] },
  { holds: 'agreement.inForce' },
);

/** Whoever leads asks a family whether it agrees before it does, and again where it did not (SHR-3.4.2b). */
export const KEEPING_AGREEMENT: ConditionTemplate = all(GRANTED, {
  any: [{ holds: 'episode.underScreening' }, { holds: 'episode.steppedUp' }],
});

/** A closed episode of a family with which the reader works now (SHR-1.2d). */
export const EARLIER: ConditionTemplate = { holds: 'episode.earlier' };

/** The front door screens before there is an agreement (SHR-3.5.6c). */
export const SCREENING: ConditionTemplate = all(GRANTED, { holds: 'episode.underScreening' });

/**
 * An override, to protect somebody whatever the family agreed to: wherever support goes on or social care took over, and
 * no more once the episode is closed (SHR-3.5L-e, DEV-A3-con2, SHR-8.3.7c).
 */
export const OVERRIDING: ConditionTemplate = all(GRANTED, {
  any: [{ holds: 'episode.underScreening' }, { holds: 'episode.steppedUp' }],
});

/** For as long as the proceeding that brought the reader in is live (SHR-6b, SOM-8.6, SHR-3.4.10b). */
export const IN_PROCEEDING: ConditionTemplate = all(GRANTED, { holds: 'proceeding.live' });

/**
 * The panel reads while the case is before it, because the family agreed or on the lawful basis that was recorded with the
 * referral; that basis opens the case to the panel and to nobody else (SHR-3.7.2a, SHR-3.7.2b, SHR-3.7.3a).
 */
export const AT_PANEL: ConditionTemplate = all(
  GRANTED,
  { holds: 'proceeding.live' },
  any({ holds: 'agreement.inForce' }, { holds: 'proceeding.onBasis' }),
);

/** An episode that concerns the family member who asks, closed ones too (PN-r-acc). */
export const MY_EPISODE: ConditionTemplate = { holds: 'episode.concernsMe' };

/** Of such an episode, what concerns nobody but the family member who asks and those they are responsible for. */
export const ONLY_MINE: ConditionTemplate = all(MY_EPISODE, { holds: 'entry.concernsOnlyMine' });

/** An office: proceedings and accounts, never a family's record (SHR-8.3.7i). */
export const OVERSIGHT: ConditionTemplate = { holds: 'oversight.free' };

/** One's own account, grants and justifications. */
export const SELF: ConditionTemplate = { holds: 'account.self' };

/** Access that was given: an override may be about somebody of the team, and is for those who oversee access (SHR-8.3.7i). */
export const NO_OVERRIDE: ConditionTemplate = { where: { role: { $ne: OVERRIDE_ROLE } } };

/** A name that puts nobody in danger to be known by. */
export const NOT_PROTECTED: ConditionTemplate = { where: { protected: false } };
