import type { IndicatorId } from '../../catalogue/indicator.ts';
import { ACCESS_GOVERNANCE_FACTS } from './access-governance.ts';
import { AGREEMENTS_FACTS } from './agreements.ts';
import { CLOSURES_FACTS } from './closures.ts';
import { CONTACTS_FACTS } from './contacts.ts';
import { DATA_QUALITY_FACTS } from './data-quality.ts';
import { DURATION_FACTS } from './duration.ts';
import { EPISODE_FACTS } from './episodes.ts';
import { EQUALITY_FACTS } from './equality.ts';
import { GROUP_WORK_FACTS } from './group-work.ts';
import { LEAD_AGENCY_FACTS } from './lead-agency.ts';
import { NEEDS_FACTS } from './needs.ts';
import { RE_ENTRY_FACTS } from './re-entry.ts';
import { STEPS_FACTS } from './steps.ts';
import { TEAM_AROUND_FAMILY_FACTS } from './team-around-family.ts';
import { TIMELINESS_FACTS } from './timeliness.ts';

/**
 * What each indicator counts, as a query over de-identified views: `measure`, `unit_key` (counted once), `agency_key` (who made the
 * count; null where nobody can be told by it), `from_month`, of a stock `until_month`, of a median or mean `amount`, and a column of each
 * dimension it is cut by.
 */
export const FACTS: Readonly<Record<IndicatorId, string>> = {
  EPISODES: EPISODE_FACTS,
  CONTACTS: CONTACTS_FACTS,
  TIMELINESS: TIMELINESS_FACTS,
  DURATION: DURATION_FACTS,
  STEPS: STEPS_FACTS,
  RE_ENTRY: RE_ENTRY_FACTS,
  LEAD_AGENCY: LEAD_AGENCY_FACTS,
  TEAM_AROUND_FAMILY: TEAM_AROUND_FAMILY_FACTS,
  NEEDS: NEEDS_FACTS,
  CLOSURES: CLOSURES_FACTS,
  AGREEMENTS: AGREEMENTS_FACTS,
  EQUALITY: EQUALITY_FACTS,
  ACCESS_GOVERNANCE: ACCESS_GOVERNANCE_FACTS,
  DATA_QUALITY: DATA_QUALITY_FACTS,
  GROUP_WORK: GROUP_WORK_FACTS,
};
