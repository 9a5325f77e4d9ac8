import { uuid } from '@postern/steps';
import { z } from 'zod';
import {
  EXTRACT_FIELDS,
  LARGEST_CLASS,
  SECURE_METHODS,
  SMALLEST_CLASS,
} from '../extract-catalogue.ts';

const MOST_ANALYSTS = 20;

/** Of the catalogue, each once. */
export const fields = z
  .array(z.enum(EXTRACT_FIELDS))
  .min(1, 'one field at least')
  .refine((given) => new Set(given).size === given.length, 'each field once');

export const analysts = z
  .array(uuid)
  .min(1, 'one analyst')
  .max(MOST_ANALYSTS, `at most ${MOST_ANALYSTS}`);

export const method = z.enum(SECURE_METHODS);

export const comparisonGroup = z
  .boolean()
  .nullish()
  .transform((given) => given ?? false);

export const smallestClass = z
  .number()
  .int()
  .min(SMALLEST_CLASS, `${SMALLEST_CLASS} at least`)
  .max(LARGEST_CLASS, `at most ${LARGEST_CLASS}`)
  .nullish()
  .transform((given) => given ?? SMALLEST_CLASS);
