import type { Action } from '@postern/policy';
import { expectedRevision, id, reason, text } from '@postern/steps';
import { z } from 'zod';

const LONGEST_NAME = 200;
/** Characters of a condition as JSON: several times the longest of the agreement. */
const LONGEST_CONDITION = 20_000;
/** Lists and objects in one another: twice what the deepest condition that is judged comes to. */
const DEEPEST_JSON = 64;
const MOST_PARTS = 200;

export { idempotencyKey, moment, reason, title } from '@postern/steps';
export const ruleName = text(LONGEST_NAME);

/** What every step of a draft is given. */
export const step = { draft: id, expectedRevision, reason };

/** What a part of a rule may be is for whoever reads the rule to say: `*` is a role. */
const part = z.string().max(LONGEST_NAME, `at most ${LONGEST_NAME} characters`);
const parts = z.array(part).max(MOST_PARTS, `at most ${MOST_PARTS}`);

const condition = z
  .string()
  .max(LONGEST_CONDITION, `at most ${LONGEST_CONDITION} characters`)
  .transform((given, context) => {
    const refuse = (message: string): never => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    try {
      const read: unknown = JSON.parse(given);
      return isShallow(read) ? read : refuse(`at most ${DEEPEST_JSON} levels of JSON`);
    } catch {
      return refuse('a condition as JSON');
    }
  });

/** Told level by level: what is deep enough to be refused is too deep to be descended into. */
function isShallow(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= DEEPEST_JSON; depth += 1) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}

/** Actions as the schema spells them. */
const WRITTEN = ['READ', 'RECORD'] as const;
const STORED = { READ: 'read', RECORD: 'record' } as const satisfies Readonly<
  Record<(typeof WRITTEN)[number], Action>
>;

/** A rule as it is written, made the JSON that is stored. */
export const writtenRule = z
  .strictObject({
    name: ruleName,
    role: part,
    resource: part,
    action: z.enum(WRITTEN).transform((written) => STORED[written]),
    fields: parts.nullish(),
    classes: parts.nullish(),
    purposes: parts,
    effect: part,
    condition,
    clause: part,
  })
  .transform(
    ({
      name,
      role,
      resource,
      action,
      fields,
      classes,
      purposes,
      effect,
      condition: when,
      clause,
    }) => ({
      name,
      role,
      action,
      resource,
      ...(fields == null ? {} : { fields }),
      ...(classes == null ? {} : { classes }),
      purposes,
      effect,
      when,
      clause,
    }),
  );
