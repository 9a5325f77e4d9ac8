import type { ProceedingKind } from '@postern/access-facts';
import { countyId } from '../../county-id.ts';
import type { Days, Moment } from './moment.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** A process about an episode in which somebody outside its team reads. */
export interface CastProceeding {
  readonly kind: ProceedingKind;
  readonly episode: { readonly id: string };
  readonly state: string;
  readonly opened: Days;
  readonly ends?: Days;
  readonly closed?: Days;
  /** By which access what was picked for a transfer is read. */
  readonly grant?: string;
  /** Records picked by hand for a transfer. */
  readonly items?: readonly string[];
}

/** The identifier of a proceeding by its key. */
export function proceedingId(key: string): string {
  return countyId(`cast-proceeding:${key}`);
}

export function proceedingRows(key: string, of: CastProceeding, moment: Moment): readonly Row[] {
  const instant = (days: Days | undefined): string | null =>
    days === undefined ? null : moment.instant(days);
  return [
    row('access.proceeding', {
      id: proceedingId(key),
      kind: of.kind,
      episode_id: of.episode.id,
      state: of.state,
      grant_id: of.grant ?? null,
      opened_at: moment.instant(of.opened),
      ends_at: instant(of.ends),
      closed_at: instant(of.closed),
    }),
    ...(of.items ?? []).map((item) =>
      row('access.transfer_item', { proceeding_id: proceedingId(key), item_id: item }),
    ),
  ];
}
