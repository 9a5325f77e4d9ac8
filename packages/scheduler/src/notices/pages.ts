/** Where in Postern a notice may point to. */
export const PAGES = [
  '/invitation',
  '/me',
  '/training',
  '/grants',
  '/reviews',
  '/roles',
  '/requests',
  '/justifications',
  '/overrides',
  '/episodes',
  '/contacts',
  '/referrals',
  '/transfers',
  '/extracts',
  '/adoptions',
  '/information-requests',
  '/accuracy',
  '/agency',
  '/agencies',
  '/agreement',
  '/cover',
  '/access-report',
  '/meetings',
  '/panel',
] as const;

/** A page of Postern; whoever opens it signs in and sees there what they may see, so the notice need not say it. */
export type Page = (typeof PAGES)[number];
