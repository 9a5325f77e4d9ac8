import { day, moment, title } from '@postern/steps';
import { z } from 'zod';

const MOST_STAFF = 500;

/** A signature as it is recorded: who signed what, when, and for whose access. */
export const signature = z.strictObject({
  agreement: title,
  version: title,
  signatoryName: title,
  signatoryTitle: title,
  signedOn: day,
  registrationNumber: title,
  effectiveFrom: moment.nullish().transform((given) => given ?? null),
  supplemental: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
  staff: z
    .array(z.strictObject({ name: title, jobTitle: title }))
    .min(1, 'one person at least who needs access')
    .max(MOST_STAFF, `at most ${MOST_STAFF} people`),
});
export type SignatureGiven = z.output<typeof signature>;
