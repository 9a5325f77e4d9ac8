import type { EntryNature } from '@postern/access-facts';
import { countyId } from '../../county-id.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { CastPractitioner } from './practitioner.ts';
import type { Row } from './row.ts';

/** What every entry of an episode's record says of its making. */
export interface Written {
  /** The lead professional when not given. */
  readonly by?: CastPractitioner;
  readonly nature?: EntryNature;
  /** Every person of the episode when not given. */
  readonly concerns?: readonly CastPerson[] | undefined;
  /** A class stricter than the type's own. */
  readonly rowClass?: string;
  readonly purposeLock?: string;
}

/** The episode a record belongs to. */
export interface RecordScene {
  readonly episodeId: string;
  readonly opened: Days;
  readonly lead: CastPractitioner;
  readonly persons: readonly CastPerson[];
}

/** The identifier of a part of an episode's record: `section` by its area, `need` by its outcome, others by position or key. */
export function recordId(episodeId: string, part: string, key: string): string {
  return countyId(`${episodeId}:${part}:${key}`);
}

/** The columns that every entry of an episode's record has. */
export function writtenColumns(
  part: string,
  key: string,
  written: Written,
  scene: RecordScene,
  moment: Moment,
): Row['columns'] {
  const author = written.by ?? scene.lead;
  return {
    id: recordId(scene.episodeId, part, key),
    episode_id: scene.episodeId,
    recorded_by: author.id,
    agency_id: author.agency.id,
    recorded_at: moment.instant(scene.opened + 3),
    nature: written.nature ?? 'MIXED',
    concerns: (written.concerns ?? scene.persons).map((who) => who.id),
    row_class: written.rowClass ?? null,
    purpose_lock: written.purposeLock ?? null,
    revision: 2,
    changed_by: author.id,
    changed_at: moment.instant(scene.opened + 4),
  };
}
