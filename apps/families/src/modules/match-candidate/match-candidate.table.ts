import { date, index, text, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

/**
 * Somebody whom data received for matching may make known to early help, below the threshold of any help so far.
 * Kept for 12 months from receipt, and no record of the person (DEV-A3-12m).
 */
export const matchCandidate = families.table(
  'match_candidate',
  {
    id: uuid().primaryKey(),
    givenName: text('given_name'),
    familyName: text('family_name'),
    dateOfBirth: date('date_of_birth'),
    postcode: text(),
    nhsNumber: text('nhs_number'),
    uniquePupilNumber: text('unique_pupil_number'),
    nationalInsuranceNumber: text('national_insurance_number'),
    /** The programme's criteria that the data met; a person decides what follows (SHR-3.5.6b). */
    criteria: text().array().notNull(),
    /** The data set it came with. */
    source: text().notNull(),
    receivedOn: date('received_on').notNull(),
    /** A key of `PURPOSE_LOCKS`; null where no law fixes the purpose. */
    purposeLock: text('purpose_lock'),
  },
  (t) => [index().on(t.receivedOn, t.id)],
);
