import { DISADVANTAGE_FACTORS, PUBLIC_INTEREST_QUESTIONS } from '@postern/policy';
import { idempotencyKey, text } from '@postern/steps';
import { z } from 'zod';
import { identifiers } from '../access-request/commands/request-access.ts';
import { classKeys } from '../justification/commands/input.ts';

const MOST_PERSONS = 10;
const LONGEST_NAME = 100;
const LONGEST_REASON = 5_000;

const word = z.string().max(LONGEST_NAME, `at most ${LONGEST_NAME} characters`);
const part = word.nullish().transform((given) => given ?? null);
const answer = text(LONGEST_REASON)
  .nullish()
  .transform((given) => given ?? null);

/** What the law asks of a justification; what of it is wrong or missing opens nothing, and keeps nobody out of the rest. */
const legal = z.strictObject({
  article6: word,
  recognisedInterest: part,
  article9: part,
  article10: part,
  schedule1Paragraph: part,
  absenceOfConsentReason: part,
  gateway: part,
  gatewayHead: part,
  deaFactors: z
    .array(z.enum(DISADVANTAGE_FACTORS, { error: `of ${DISADVANTAGE_FACTORS.join(', ')}` }))
    .max(DISADVANTAGE_FACTORS.length)
    .nullish()
    .transform((given) => given ?? null),
  article8Aim: part,
  confidenceRoute: part,
  publicInterest: z
    .array(text(LONGEST_REASON))
    .max(PUBLIC_INTEREST_QUESTIONS.length)
    .nullish()
    .transform((given) => given ?? null),
  ownView: answer,
  sourceView: answer,
});

/** Whom an override is about, what it opens, why, why in no other way, and for how long. */
export const overrideInput = z.strictObject({
  about: z.array(identifiers).min(1, 'one person at least').max(MOST_PERSONS),
  reference: part,
  classes: classKeys,
  reason: text(LONGEST_REASON),
  noOtherWay: text(LONGEST_REASON),
  hours: z.number().int().min(1).nullish(),
  legal,
  idempotencyKey,
});
export type OverrideInput = z.infer<typeof overrideInput>;
