import { day, text, title } from '@postern/steps';
import { z } from 'zod';

const LONGEST_REFERENCE = 100;
const LONGEST_POSTCODE = 20;
const LONGEST_KIND = 60;
const LONGEST_LABEL = 300;
const LONGEST_TEXT = 20_000;

const label = text(LONGEST_LABEL);

/** As the lines of an extract are told apart: what was given out for research never comes back into a record (DEV-A7d). */
const PSEUDONYM = /[0-9a-f]{64}/i;

const sentFields = z.strictObject({
  reference: text(LONGEST_REFERENCE),
  givenName: title,
  familyName: title,
  dateOfBirth: day,
  kind: z.string().max(LONGEST_KIND, `at most ${LONGEST_KIND} characters`),
  label,
  detail: text(LONGEST_TEXT).nullish(),
  status: label.nullish(),
  percentage: z.number().int().min(0).max(100, 'a percentage').nullish(),
  startedOn: day.nullish(),
  endedOn: day.nullish(),
  addressLine: title.nullish(),
  postcode: text(LONGEST_POSTCODE).nullish(),
  uprn: z
    .string()
    .regex(/^\d{1,12}$/, 'at most 12 digits')
    .nullish(),
});

/** One item as a source sends it; what is not among these fields is nothing that it sends. */
export const sentItem = sentFields.superRefine((item, issues) => {
  for (const [field, said] of Object.entries(item))
    if (typeof said === 'string' && PSEUDONYM.test(said))
      issues.addIssue({ code: 'custom', path: [field], message: 'nothing of an extract' });
});
export type SentItem = z.output<typeof sentItem>;

/** What was sent as an item, and where it stood: its place from 1, or the line of a file. */
export interface SentLine {
  readonly line: number;
  /** Null of a line that could not be divided into the columns. */
  readonly item: unknown;
}

/** Why one item was not taken: never what it says. */
export interface RefusedItem {
  readonly line: number;
  readonly code: string;
  readonly part: string;
  readonly expected: string;
}
