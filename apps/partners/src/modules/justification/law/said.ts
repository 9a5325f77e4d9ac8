import type { JustificationInLaw } from '@postern/policy';
import {
  ABSENCE_OF_CONSENT_REASONS,
  ARTICLE_6,
  ARTICLE_8_AIMS,
  ARTICLE_9,
  CONFIDENCE_ROUTES,
  DISADVANTAGE_FACTORS,
  LEGAL_GATEWAYS,
  OFFENCE_AUTHORITIES,
  PUBLIC_INTEREST_QUESTIONS,
  RECOGNISED_INTERESTS,
  SCHEDULE_1,
} from '@postern/policy';
import { text } from '@postern/steps';
import { z } from 'zod';

const LONGEST_ANSWER = 2_000;
const LONGEST_HEAD = 10;

/** One of a closed list, or left out. */
function named(names: readonly string[]) {
  const expected = `one of ${names.join(', ')}`;
  return z
    .string()
    .refine((given) => names.includes(given), { error: expected })
    .nullish()
    .transform((given) => given ?? null);
}

const answer = text(LONGEST_ANSWER)
  .nullish()
  .transform((given) => given ?? null);

/** The legal fields of a justification as they are sent in: which law, and the answers that some of it asks for. */
export const legalBasis = z.strictObject({
  article6: z.string().refine((given) => Object.hasOwn(ARTICLE_6, given), {
    error: `one of ${Object.keys(ARTICLE_6).join(', ')}`,
  }),
  recognisedInterest: named(Object.keys(RECOGNISED_INTERESTS)),
  article9: named(Object.keys(ARTICLE_9)),
  article10: named(Object.keys(OFFENCE_AUTHORITIES)),
  schedule1Paragraph: named(Object.keys(SCHEDULE_1)),
  absenceOfConsentReason: named(ABSENCE_OF_CONSENT_REASONS),
  gateway: named(Object.keys(LEGAL_GATEWAYS)),
  gatewayHead: z
    .string()
    .max(LONGEST_HEAD, `at most ${LONGEST_HEAD} characters`)
    .nullish()
    .transform((given) => given ?? null),
  deaFactors: z
    .array(z.enum(DISADVANTAGE_FACTORS, { error: `of ${DISADVANTAGE_FACTORS.join(', ')}` }))
    .max(DISADVANTAGE_FACTORS.length)
    .nullish()
    .transform((given) => given ?? null),
  article8Aim: named(Object.keys(ARTICLE_8_AIMS)),
  confidenceRoute: named(Object.keys(CONFIDENCE_ROUTES)),
  publicInterest: z
    .array(text(LONGEST_ANSWER))
    .length(PUBLIC_INTEREST_QUESTIONS.length, {
      error: `an answer to each of ${PUBLIC_INTEREST_QUESTIONS.join(', ')}`,
    })
    .nullish()
    .transform((given) => given ?? null),
  ownView: answer,
  sourceView: answer,
});

/** The legal fields, each given or null. */
export type LegalBasis = z.infer<typeof legalBasis>;

/** What a justification says, before anybody approved of it. */
export interface Said
  extends LegalBasis,
    Pick<JustificationInLaw, 'classes' | 'purpose' | 'relevance' | 'alternativesConsidered'> {}
