import type { FieldModel } from './field-model.ts';
import { below, granted } from './field-model.ts';
import type { RawCounty, RawRow } from './raw-county.ts';

const isWritten = (text: unknown): boolean => /[\p{L}\p{N}]/u.test(String(text ?? ''));

/** What an open episode lacks, told again. */
function missingOf(episode: RawRow, county: RawCounty, now: Date): readonly string[] | null {
  if (!['OPEN', 'OPEN_TAF'].includes(String(episode['status']))) return null;
  const of = (table: string) => below(table, 'episodeId')(episode, county, now);
  const plans = of('episodes.plan');
  const covered = new Set(plans.flatMap((plan) => plan['concerns'] as readonly string[]));
  const actions = (plan: RawRow) => county.rowsBy('episodes.plan_action', 'planId', plan['id']);
  const has = {
    WHOLE_FAMILY_ASSESSMENT: of('episodes.assessment').some(
      ({ completedOn }) => completedOn !== null && String(completedOn) <= county.today,
    ),
    PLAN:
      plans.length > 0 &&
      of('episodes.episode_person').every(({ personId }) => covered.has(String(personId))),
    LEAD_PROFESSIONAL: granted('LEAD_PROFESSIONAL')(episode, county, now).length > 0,
    OBJECTIVES_AND_MEASURES:
      plans.length > 0 &&
      plans.every(
        (plan) =>
          isWritten(plan['objective']) &&
          actions(plan).length > 0 &&
          actions(plan).every(({ measure }) => isWritten(measure)),
      ),
  };
  const missing = Object.entries(has).flatMap(([element, isThere]) => (isThere ? [] : [element]));
  return missing.length > 0 ? missing : null;
}

export const missingElements: FieldModel = { kind: 'TEXT', of: missingOf };
