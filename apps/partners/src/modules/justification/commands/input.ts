import { CLASS_KEYS, isJustifiable, PURPOSES } from '@postern/policy';
import { day, expectedRevision, id, idempotencyKey, moment, reason, text } from '@postern/steps';
import { z } from 'zod';
import { legalBasis } from '../law/said.ts';

const LONGEST_TEXT = 2_000;
const MOST_COVERED = 20;
const JUSTIFIABLE = CLASS_KEYS.filter(isJustifiable);

const written = text(LONGEST_TEXT);
const optional = written.nullish().transform((given) => given ?? null);

/** What a practitioner says of why, beside the law. */
const why = {
  relevance: written,
  alternatives: written,
  dangerOfSharing: optional,
  dangerOfNotSharing: optional,
  nature: z.enum(['FACT', 'OPINION', 'MIXED'], { error: 'one of FACT, OPINION, MIXED' }),
  familyToldOn: day.nullish().transform((given) => given ?? null),
  notToldBecause: optional,
};

/** Classes that a justification can open; perhaps none. */
export const classKeys = z
  .array(z.enum(JUSTIFIABLE, { error: `of ${JUSTIFIABLE.join(', ')}` }))
  .max(JUSTIFIABLE.length)
  .transform((given) => [...new Set(given)].sort());

/** About whom, which classes and for what. */
export const subject = {
  episode: id,
  person: id,
  classes: classKeys.refine((given) => given.length > 0, { error: 'at least one class' }),
  purpose: z.enum(PURPOSES, { error: `one of ${PURPOSES.join(', ')}` }),
};

export const justifyInput = z.strictObject({
  ...subject,
  ...why,
  until: moment,
  legal: legalBasis,
  covers: z
    .array(id)
    .max(MOST_COVERED, `at most ${MOST_COVERED} colleagues`)
    .nullish()
    .transform((given) => [...new Set(given ?? [])]),
  idempotencyKey,
});
export type JustifyInput = z.infer<typeof justifyInput>;

/** A step of one justification, decided on a revision of it. */
export const step = { justification: id, expectedRevision, reason };

/** A step that is taken of all that were written together, where it can be. */
export const setStep = {
  ...step,
  wholeSet: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
};

export { day, id, idempotencyKey, moment, optional, reason };
