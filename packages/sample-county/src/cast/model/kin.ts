import { countyId } from '../../county-id.ts';
import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** One person's parental responsibility for another, and what was seen of it. */
export interface CastParentalResponsibility {
  readonly holder: CastPerson;
  readonly child: CastPerson;
  /** Null or blank where nothing was seen. */
  readonly evidence: string | null;
  readonly from: Days;
  readonly until: Days | null;
}

/** Evidenced and in force, unless `facts` say otherwise. */
export function parentOf(
  holder: CastPerson,
  child: CastPerson,
  facts: Partial<CastParentalResponsibility> = {},
): CastParentalResponsibility {
  return {
    holder,
    child,
    evidence: 'Full birth certificate seen',
    from: -1500,
    until: null,
    ...facts,
  };
}

export function parentalResponsibilityRow(of: CastParentalResponsibility, moment: Moment): Row {
  return row('access.parental_responsibility', {
    id: countyId(`parental-responsibility:${of.holder.id}:${of.child.id}`),
    holder_id: of.holder.id,
    child_id: of.child.id,
    evidence: of.evidence,
    starts_on: moment.date(of.from),
    ends_on: of.until === null ? null : moment.date(of.until),
  });
}
