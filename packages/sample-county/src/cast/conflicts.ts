import { countyId } from '../county-id.ts';
import { bexley } from './families/bexley.ts';
import type { Days, Moment } from './model/moment.ts';
import type { CastPractitioner } from './model/practitioner.ts';
import type { Row } from './model/row.ts';
import { row } from './model/row.ts';
import { practitioners } from './practitioners.ts';

const declared: readonly {
  readonly by: CastPractitioner;
  readonly family: { readonly id: string };
  readonly until: Days | null;
}[] = [
  { by: practitioners.sian, family: bexley, until: null },
  { by: practitioners.kwame, family: bexley, until: -20 },
  { by: practitioners.dorothea, family: bexley, until: null },
];

/** Declared relationships with a family: two in force, one of them an officer's; one ended (SHR-1.2g). */
export function conflictRows(moment: Moment): readonly Row[] {
  return declared.map(({ by, family, until }) =>
    row('access.conflict_of_interest', {
      id: countyId(`conflict:${by.id}:${family.id}`),
      account_id: by.id,
      family_id: family.id,
      declared_at: moment.instant(-50),
      ended_at: until === null ? null : moment.instant(until),
    }),
  );
}
