/** What a family is told of whoever collects what they say, before they say it (SHR-5a). */
export const NOTICE_FACTS = ['COLLECTOR', 'PURPOSES', 'SOURCES', 'RECIPIENTS', 'STORAGE'] as const;
export type NoticeFact = (typeof NOTICE_FACTS)[number];

/** What a family is promised beside (DEV-A7a, PN-nosell, PN-auto). */
export const NOTICE_PROMISES = [
  'SUPPORTERS_ONLY',
  'ANONYMOUS_TO_GOVERNMENT',
  'NO_EFFECT_ON_BENEFITS',
  'NEVER_SOLD',
  'NO_AUTOMATED_DECISIONS',
] as const;
export type NoticePromise = (typeof NOTICE_PROMISES)[number];

/** Something that a family is told, in plain words of our own, with the clauses that have it. */
export interface Told<Name extends string = string> {
  readonly name: Name;
  readonly says: string;
  readonly clauses: readonly string[];
}

/** The five facts of the notice. */
export const TOLD_FACTS: readonly Told<NoticeFact>[] = [
  {
    name: 'COLLECTOR',
    says: 'Shropshire Council keeps the record. Its data protection officer answers questions and complaints: Shirehall, Abbey Foregate, Shrewsbury, SY2 6ND; information.request@shropshire.gov.uk. The Information Commissioner gives independent advice.',
    clauses: ['SHR-5a', 'PN-who', 'PN-cmp'],
  },
  {
    name: 'PURPOSES',
    says: 'To find out what would help, to offer support and see that it does, to bring together those who support you, and to improve services with figures that name nobody.',
    clauses: ['SHR-5a', 'PN-purp'],
  },
  {
    name: 'SOURCES',
    says: 'You yourselves, and services that know you already: police, youth justice, schools and early years, social care, the Department for Work and Pensions, and housing.',
    clauses: ['SHR-5a', 'PN-src', 'PN-collect'],
  },
  {
    name: 'RECIPIENTS',
    says: 'Services that support you or are needed to, each only what it needs: police, children’s services, nurseries, schools and colleges, health, landlords, voluntary organisations, probation, youth offending teams, the Department for Work and Pensions.',
    clauses: ['SHR-5a', 'PN-share', 'PN-need'],
  },
  {
    name: 'STORAGE',
    says: 'In one shared electronic system, for as long as the council’s schedule says and no longer; you may ask for a copy, for corrections, and for what is not needed to be deleted.',
    clauses: ['SHR-5a', 'PN-ret', 'PN-sec', 'PN-r-acc'],
  },
];

/** That consent is not what sharing rests on, and when it happens whatever a family says. */
export const TOLD_WARNINGS: readonly Told[] = [
  {
    name: 'NOT_BY_CONSENT',
    says: 'Taking support is your choice. That information is shared rests on legal obligations and tasks in the public interest, and not on your consent.',
    clauses: ['SHR-3.5L-d', 'PN-law'],
  },
  {
    name: 'SOCIAL_CARE',
    says: 'Where a child is believed to be at risk of significant harm, social care is told, whatever was agreed.',
    clauses: ['SHR-3.5L-e'],
  },
];

/** What is promised to families. */
export const TOLD_PROMISES: readonly Told<NoticePromise>[] = [
  {
    name: 'SUPPORTERS_ONLY',
    says: 'What you say is shared with those who support you.',
    clauses: ['DEV-A7a', 'PN-share'],
  },
  {
    name: 'ANONYMOUS_TO_GOVERNMENT',
    says: 'Government sees figures and research that name nobody.',
    clauses: ['DEV-A7a', 'PN-eval'],
  },
  {
    name: 'NO_EFFECT_ON_BENEFITS',
    says: 'It has no effect on benefits, services or claims, and nobody is punished by it.',
    clauses: ['DEV-A7a', 'PN-nopun'],
  },
  {
    name: 'NEVER_SOLD',
    says: 'It is never sold, and never used for marketing.',
    clauses: ['PN-nosell'],
  },
  {
    name: 'NO_AUTOMATED_DECISIONS',
    says: 'No machine decides about you: a person always does.',
    clauses: ['PN-auto'],
  },
];
