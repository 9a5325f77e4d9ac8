import { z } from 'zod';

const LONGEST_TEXT = 2_000;
const LONGEST_TITLE = 200;
const LONGEST_NAME = 200;
const LONGEST_KEY = 100;
/** Characters of a condition as JSON: several times the longest of the agreement. */
const LONGEST_CONDITION = 20_000;
const MOST_PARTS = 200;

/** Text that says something, as a store of text can hold it. */
function text(longest: number): z.ZodType<string> {
  return z
    .string()
    .max(longest, `at most ${longest} characters`)
    .refine((given) => given.trim() !== '', 'text that says something')
    .refine((given) => !given.includes('\0'), 'text without NUL');
}

export const title = text(LONGEST_TITLE);
export const reason = text(LONGEST_TEXT);
export const idempotencyKey = text(LONGEST_KEY);
export const ruleName = text(LONGEST_NAME);
/** An id as it came: what is none is no draft. */
const draft = z.string().max(LONGEST_KEY);
const expectedRevision = z.number().int().min(1);

/** What every step of a draft is given. */
export const step = { draft, expectedRevision, reason };

/** A moment, ISO 8601 with its offset from UTC. */
export const moment = z.iso
  .datetime({ offset: true, error: 'a moment, ISO 8601 with its offset from UTC' })
  .transform((given) => new Date(given));

const part = text(LONGEST_NAME);
const parts = z.array(part).max(MOST_PARTS, `at most ${MOST_PARTS}`);

const condition = z
  .string()
  .max(LONGEST_CONDITION, `at most ${LONGEST_CONDITION} characters`)
  .transform((given, context) => {
    try {
      return JSON.parse(given) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'a condition as JSON' });
      return z.NEVER;
    }
  });

/** A rule as it is written, made the JSON that is stored. */
export const writtenRule = z
  .strictObject({
    name: ruleName,
    role: part,
    resource: part,
    fields: parts.nullish(),
    classes: parts.nullish(),
    purposes: parts,
    effect: part,
    condition,
    clause: part,
  })
  .transform(
    ({ name, role, resource, fields, classes, purposes, effect, condition: when, clause }) => ({
      name,
      role,
      action: 'read',
      resource,
      ...(fields == null ? {} : { fields }),
      ...(classes == null ? {} : { classes }),
      purposes,
      effect,
      when,
      clause,
    }),
  );
