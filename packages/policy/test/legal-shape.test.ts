import { describe, expect, test } from 'vitest';
import type { FactTables } from '../src/index.ts';
import { holdsFor } from './asking.ts';
import { everyClass } from './legal-shape/every-class.ts';
import { offences } from './legal-shape/offences.ts';
import type { Shape } from './legal-shape/shape.ts';
import { specialCategories } from './legal-shape/special-categories.ts';
import { county, justificationOnA, TODAY, TOMORROW, YESTERDAY } from './small-county.ts';

const shapes = [...everyClass, ...specialCategories, ...offences];

const FIELDS = {
  health: 'healthConditions',
  ethnicity: 'ethnicity',
  offence: 'convictions',
  identifier: 'nhsNumber',
  ordinary: 'givenName',
  operational: 'kind',
} as const satisfies Record<Shape['class'], string>;

describe('the legal shape of a justification', () => {
  test.each(shapes)('for $class: $that → $complete', (shape) => {
    expect(covers(shape)).toBe(shape.complete);
  });

  test('is tried on complete and incomplete ones of every class that can be covered', () => {
    for (const one of ['health', 'ethnicity', 'offence', 'identifier', 'ordinary'])
      expect(new Set(shapes.filter((s) => s.class === one).map((s) => s.complete)).size).toBe(2);
  });
});

function covers(shape: Shape): boolean {
  const { class: one, has, policyDocument = 'VALID', agreement = {} } = shape;
  const { standing } = shape;
  const { publicAuthority = true, ...agency } = shape.agency ?? {};
  return holdsFor('justification.covers', {
    field: FIELDS[one],
    facts: {
      justification: [{ ...justificationOnA, ...has }],
      agency: county().agency.map((row) => (row.id === 'school' ? { ...row, ...agency } : row)),
      agencyStanding: [...(publicAuthority ? ['PUBLIC_AUTHORITY'] : []), standing]
        .filter((held) => held !== undefined)
        .map((held) => ({ agencyId: 'school', standing: held, startsOn: TODAY, endsOn: TOMORROW })),
      // Without the family's yes there is another basis to go on.
      familyAgreement: county().familyAgreement.map((row) => ({
        ...row,
        basisWhenNoAgreement: 'CA1989_S17',
        ...agreement,
      })),
      agencyEvidence: county().agencyEvidence.flatMap((row) =>
        row.kind === 'APPROPRIATE_POLICY_DOCUMENT' ? documentOf(row, policyDocument) : [row],
      ),
    },
  });
}

function documentOf(
  row: FactTables['agencyEvidence'][number],
  validity: NonNullable<Shape['policyDocument']>,
): FactTables['agencyEvidence'] {
  switch (validity) {
    case 'VALID':
      return [row];
    case 'NONE':
      return [{ ...row, agencyId: 'clinic' }];
    case 'UNTIL_TODAY':
      return [{ ...row, validUntil: TODAY }];
    case 'UNTIL_YESTERDAY':
      return [{ ...row, validUntil: YESTERDAY }];
    case 'FROM_TOMORROW':
      return [{ ...row, validFrom: TOMORROW }];
  }
}
