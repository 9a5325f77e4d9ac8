import type { Term } from '../terms/agreement.ts';

/** What else binds whoever signs. */
export const SHROPSHIRE_TERMS: readonly Term[] = [
  {
    name: 'Scope',
    says: 'adds to operational contact between staff and does not stop it',
    clause: 'SHR-2.3a',
  },
  { name: 'Scope', says: 'no written procedure is a way round it', clause: 'SHR-2.3b' },
  {
    name: 'Identity',
    says: 'anonymising was considered; matching needs identity',
    clause: 'SHR-3.2a',
  },
  { name: 'Standard', says: 'one high level of security for everything', clause: 'SHR-8.1a' },
  {
    name: 'Standard',
    says: 'security management, access control, physical security, backup',
    clause: 'SHR-8.3.6',
  },
  { name: 'Law', says: 'no law was found that blocks the sharing', clause: 'SHR-4.1' },
  { name: 'Liability', says: 'whoever defaults indemnifies the others', clause: 'SHR-9.1' },
  {
    name: 'Liability',
    says: 'capped, with exceptions; the figures are among the timers',
    clause: 'SHR-9.2–9.5',
  },
  {
    name: 'Liability',
    says: 'indemnity is mutual; the body in breach is liable',
    clause: 'SHR-11.1.1',
  },
  { name: 'Publication', says: 'the signed agreement may be released whole', clause: 'SHR-10.1.4' },
  { name: 'Breach', says: 'a breach brings a joint review of the agreement', clause: 'SHR-11.2.2' },
  {
    name: 'Disclosure',
    says: 'none onward without the council’s consent and an amended agreement',
    clause: 'SHR-SIG-b',
  },
  { name: 'Use', says: 'only in line with the agreement', clause: 'SHR-SIG-c' },
];
