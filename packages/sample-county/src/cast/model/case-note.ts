import type { Days, Moment } from './moment.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import type { RecordScene, Written } from './written.ts';
import { writtenColumns } from './written.ts';

/** Advice or a decision from a consultation, the panel or the hub. */
export interface CastCaseNote extends Written {
  readonly kind: 'CONSULTATION' | 'PANEL' | 'HUB';
  readonly subject: string;
  readonly text: string;
}

/** How a family came to early help; who recorded it is the referrer. */
export interface CastReferral extends Written {
  readonly reference: string;
  readonly referred: Days;
  readonly reasons: string;
  readonly outcome?: string;
  readonly recommendations?: string;
  readonly notified?: Days;
}

export function caseNoteRow(
  key: string,
  of: CastCaseNote,
  scene: RecordScene,
  moment: Moment,
): Row {
  return row('episodes.case_note', {
    ...writtenColumns('note', key, of, scene, moment),
    kind: of.kind,
    subject: of.subject,
    text: of.text,
  });
}

export function referralRow(
  key: string,
  of: CastReferral,
  scene: RecordScene,
  moment: Moment,
): Row {
  return row('episodes.referral', {
    ...writtenColumns('referral', key, of, scene, moment),
    recorded_at: moment.instant(of.referred),
    reference: of.reference,
    referred_on: moment.date(of.referred),
    reasons: of.reasons,
    outcome: of.outcome ?? null,
    recommendations: of.recommendations ?? null,
    notified_at: of.notified === undefined ? null : moment.instant(of.notified),
  });
}
