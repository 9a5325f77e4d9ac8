import { isBlank } from '@postern/policy';
import { z } from 'zod';

const LONGEST_REASON = 2_000;
const LONGEST_TITLE = 200;
const LONGEST_KEY = 100;

/** With these the same text is shown in another order than it is kept: embeddings, overrides and isolates. */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/;

/** Text that says something, and the same to whoever reads it; kept as it is given, in any script. */
export function text(longest: number): z.ZodType<string> {
  return z
    .string()
    .max(longest, `at most ${longest} characters`)
    .refine((given) => !isBlank(given), 'text with at least one letter or digit')
    .refine((given) => !REORDERING.test(given), 'text without marks that change its direction');
}

export const title = text(LONGEST_TITLE);
export const reason = text(LONGEST_REASON);
export const idempotencyKey = text(LONGEST_KEY);
/** An id as it came: what is none is nothing. */
export const id = z.string().max(LONGEST_KEY);
/** An id that has to be one. */
export const uuid = z.uuid({ error: 'an id' });
export const expectedRevision = z.number().int().min(1);

/** Years that somebody's facts can lie in; the database knows no year 0. */
const OF_OUR_TIME = /^(?:19|20|21)\d\d-/;
const YEARS = 'in a year from 1900 to 2199';

/** A moment, ISO 8601 with its offset from UTC. */
export const moment = z.iso
  .datetime({ offset: true, error: 'a moment, ISO 8601 with its offset from UTC', abort: true })
  .regex(OF_OUR_TIME, `a moment ${YEARS}`)
  .transform((given) => new Date(given));

/** The same, kept as it was given. */
export const momentText = z.iso
  .datetime({ offset: true, error: 'a moment, ISO 8601 with its offset from UTC', abort: true })
  .regex(OF_OUR_TIME, `a moment ${YEARS}`);

/** A day, ISO 8601. */
export const day = z.iso
  .date({ error: 'a day as YYYY-MM-DD' })
  .regex(OF_OUR_TIME, `a day ${YEARS}`);
