import type { CastAgency } from './agency.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPractitioner } from './practitioner.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** What one agency asked another about a family. */
export interface CastInformationRequest {
  readonly by: CastPractitioner;
  readonly holder: CastAgency;
  readonly asked: string;
  readonly state: string;
  readonly refusalCode?: string;
  readonly reasons?: string;
  readonly on: Days;
  readonly answered?: Days;
}

export function informationRequestRow(
  of: CastInformationRequest,
  within: { readonly id: string; readonly episodeId: string },
  moment: Moment,
): Row {
  return row('partners.information_request', {
    id: within.id,
    episode_id: within.episodeId,
    asked_by: of.by.id,
    asking_agency_id: of.by.agency.id,
    holding_agency_id: of.holder.id,
    asked: of.asked,
    state: of.state,
    refusal_code: of.refusalCode ?? null,
    reasons: of.reasons ?? null,
    asked_at: moment.instant(of.on),
    answered_at: of.answered === undefined ? null : moment.instant(of.answered),
  });
}
