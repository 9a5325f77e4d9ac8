import { writingsColumn } from '@postern/recording';
import { date, index, text, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

export const person = families.table(
  'person',
  {
    id: uuid().primaryKey(),
    givenName: text('given_name'),
    familyName: text('family_name'),
    dateOfBirth: date('date_of_birth'),
    /** Expected date of birth of an unborn child. */
    expectedOn: date('expected_on'),
    deceasedOn: date('deceased_on'),
    sex: text(),
    gender: text(),
    languages: text().array(),
    communicationNeeds: text('communication_needs'),
    educationSetting: text('education_setting'),
    gpPractice: text('gp_practice'),
    /** Telephone numbers and e-mail addresses. */
    contactDetails: text('contact_details').array(),
    nhsNumber: text('nhs_number'),
    uniquePupilNumber: text('unique_pupil_number'),
    nationalInsuranceNumber: text('national_insurance_number'),
    /** The records that turned out to be of the same person: what is recorded of them is found here, too. */
    merged: uuid().array().notNull().default([]),
    writings: writingsColumn(),
  },
  // Whoever matches looks for people by it.
  (t) => [index().on(t.dateOfBirth)],
);
