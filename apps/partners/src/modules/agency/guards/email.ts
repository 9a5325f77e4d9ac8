import { z } from 'zod';
import { asciiDomain } from './domain.ts';

/**
 * No tags after a plus, no quoting, no letters of other scripts: one mailbox has one spelling, and none looks like
 * another's.
 */
const NAME = /^[a-z0-9](?:[a-z0-9._'-]{0,62}[a-z0-9])?$/;

/** An e-mail address in its one spelling; whose domain it is, and whether one person reads it, is asked elsewhere. */
export const organisationalEmail = z
  .string()
  .max(254, 'at most 254 characters')
  .transform(oneSpelling)
  .refine(
    (given) => given !== '',
    'an address such as jo.bloggs@school.example, without a tag after a plus',
  );

function oneSpelling(given: string): string {
  const at = given.lastIndexOf('@');
  const name = given.slice(0, Math.max(at, 0)).toLowerCase();
  const domain = asciiDomain(given.slice(at + 1));
  return NAME.test(name) && !name.includes('..') && domain.includes('.') ? `${name}@${domain}` : '';
}
