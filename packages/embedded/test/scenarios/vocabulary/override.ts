import type { Connection } from '@postern/database';
import { lawfulBasis } from '@postern/sample-county';
import type { Asking, Gate } from '../../county-fixture.ts';
import type { Arguments } from '../../machines/doer.ts';
import { Doer } from '../../machines/doer.ts';

type Worker = Asking & {
  readonly agency: Parameters<typeof lawfulBasis>[0];
};

/** What came of an override. */
export interface Overridden {
  readonly override: string;
  readonly state: string;
  readonly explanation: string | null;
  readonly revision: number;
  readonly until: string;
  readonly grant: { readonly id: string; readonly role: string; readonly basis: string } | null;
  readonly locked: readonly { readonly code: string; readonly part: string }[];
  readonly ifNothingOpened: string;
}

export const OVERRIDE_CHANGED = `OverrideChanged { override state explanation explainBy revision until
  grant { id role basis } locked { code part expected } ifNothingOpened urgent }`;

/** A person as whoever takes an override knows them: by names and date of birth. */
export async function known(
  owner: Connection,
  person: { readonly id: string },
): Promise<Arguments> {
  const [row] = await owner.run<Arguments>({
    text: `SELECT given_name AS "givenName", family_name AS "familyName", date_of_birth::text AS "dateOfBirth"
      FROM families.person WHERE id = $1`,
    values: [person.id],
  });
  if (row === undefined) throw new Error('there is no such person');
  return row;
}

/** The law by which somebody of an agency reads health data to protect somebody. */
export function healthLaw({ agency }: Pick<Worker, 'agency'>): Arguments {
  return {
    ...lawfulBasis(agency),
    article9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
    schedule1Paragraph: '18',
    absenceOfConsentReason: 'CANNOT_REASONABLY_BE_OBTAINED',
  };
}

/** All that an override takes, about persons who are known. */
export function overrideOf(
  about: readonly Arguments[],
  by: Pick<Worker, 'agency'>,
  more: Arguments = {},
): Arguments {
  return {
    about,
    classes: [],
    reason: 'She may not go home tonight.',
    noOtherWay: 'Nobody of the team answers at this hour.',
    legal: lawfulBasis(by.agency),
    idempotencyKey: crypto.randomUUID(),
    ...more,
  };
}

/** Somebody who would protect, for that purpose. */
export function protector(gate: Pick<Gate, 'ask'>, who: Asking): Doer {
  return new Doer(gate, who, 'SAFEGUARDING');
}
