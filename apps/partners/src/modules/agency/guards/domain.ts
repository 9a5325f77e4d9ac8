import { domainToASCII } from 'node:url';
import { z } from 'zod';

const MOST = 20;
const FORM = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Where anybody has an address: such a domain says nothing about who somebody works for. */
const OF_ANYBODY: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.co.uk', 'live.com'],
  ...['live.co.uk', 'msn.com', 'yahoo.com', 'yahoo.co.uk', 'ymail.com', 'icloud.com', 'me.com'],
  ...['aol.com', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.co.uk', 'mail.com', 'zoho.com'],
  ...['btinternet.com', 'sky.com', 'talktalk.net', 'virginmedia.com', 'ntlworld.com'],
]);

/** As DNS has it: letters of other scripts become what they are there, so that no two that look alike are the same. */
export function asciiDomain(given: string): string {
  return domainToASCII(given).toLowerCase();
}

const domain = z
  .string()
  .max(253, 'at most 253 characters')
  .transform(asciiDomain)
  .refine((given) => FORM.test(given), 'a domain such as school.example')
  .refine((given) => !OF_ANYBODY.has(given), 'a domain of the organisation’s own');

/** The domains of an agency, each once. */
export const domains = z
  .array(domain)
  .min(1, 'one domain at least')
  .max(MOST, `at most ${MOST} domains`)
  .transform((given) => [...new Set(given)]);
