import type { EntryNature } from '@postern/access-facts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { CastPractitioner } from './practitioner.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** The kinds of entry about a person, as the families subgraph names them. */
export type CastEntryKind =
  | 'ETHNICITY'
  | 'RELIGION'
  | 'DISABILITY'
  | 'HEALTH_CONDITION'
  | 'MENTAL_HEALTH'
  | 'SUBSTANCE_USE'
  | 'CONVICTION'
  | 'INVESTIGATION'
  | 'POLICE_INCIDENT'
  | 'YOUTH_JUSTICE'
  | 'DOMESTIC_ABUSE'
  | 'ATTENDANCE'
  | 'SCHOOL_EXCLUSION'
  | 'SCHOOL_BEHAVIOUR'
  | 'SPECIAL_EDUCATIONAL_NEED'
  | 'HOUSING'
  | 'EMPLOYMENT'
  | 'FINANCE'
  | 'SOCIAL_CARE'
  | 'SOCIAL_CARE_STATUS'
  | 'VOICE'
  | 'SAFEGUARDING_CONCERN'
  | 'SAFETY_ALERT'
  | 'GROUP_WORK'
  | 'COURT_ORDER'
  | 'CARING_ROLE'
  | 'CARE_RECEIVED';

/** One classed fact or opinion about one person, and who recorded it for which agency. */
export interface CastEntry {
  readonly about: CastPerson;
  readonly kind: CastEntryKind;
  readonly label: string;
  readonly by: CastPractitioner;
  readonly detail?: string;
  readonly status?: string;
  readonly percentage?: number;
  /** When the order of a court was seen. */
  readonly seen?: Days;
  /** What the young carer does, by its key in the episode, where it is about whoever is cared for. */
  readonly caringRole?: string;
  readonly from?: Days;
  readonly until?: Days;
  readonly nature?: EntryNature;
  /** Held by a source system for the person, outside any episode. */
  readonly outsideEpisode?: boolean;
  /** Released to the family by the lead professional. */
  readonly released?: boolean;
  /** A class stricter than the kind's own. */
  readonly rowClass?: string;
  readonly purposeLock?: string;
}

/** The row of an entry made in an episode that opened on a given day. */
export function entryRow(
  of: CastEntry,
  within: {
    readonly id: string;
    readonly episodeId: string;
    readonly caringRoleId: string | null;
    readonly opened: Days;
  },
  moment: Moment,
): Row {
  return row('families.person_entry', {
    id: within.id,
    person_id: of.about.id,
    episode_id: of.outsideEpisode === true ? null : within.episodeId,
    kind: of.kind,
    label: of.label,
    detail: of.detail ?? null,
    status: of.status ?? null,
    percentage: of.percentage ?? null,
    seen_on: of.seen === undefined ? null : moment.date(of.seen),
    caring_role_id: within.caringRoleId,
    started_on: of.from === undefined ? null : moment.date(of.from),
    ended_on: of.until === undefined ? null : moment.date(of.until),
    recorded_by: of.by.id,
    agency_id: of.by.agency.id,
    recorded_at: moment.instant(within.opened + 2),
    nature: of.nature ?? 'FACT',
    released_to_family: of.released ?? false,
    row_class: of.rowClass ?? null,
    purpose_lock: of.purposeLock ?? null,
    revision: 2,
    changed_by: of.by.id,
    changed_at: moment.instant(within.opened + 3),
  });
}
