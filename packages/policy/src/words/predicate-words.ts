import { PROCEEDINGS } from '../law/proceedings.ts';
import type { PredicateName } from '../predicates/predicate.ts';

/** What a predicate says, as a clause of an English sentence about the reader; one that is missing does not compile. */
const WORDS: Readonly<Record<PredicateName, string | ((role: string) => string)>> = {
  'grant.live': 'the reader holds live access to the episode in this role',
  'episode.open': 'the episode is open',
  'episode.steppedUp': 'the episode is stepped up to social care',
  'episode.underScreening': 'the episode is open or on its way to being opened',
  'agreement.inForce': 'the family’s agreement is in force',
  'conflict.declared': 'the reader declared a conflict of interest with the family',
  'exclusion.wholeAgency': 'the family excludes the reader’s agency altogether',
  'episode.concernsMe': 'the episode concerns the reader, a member of the family',
  'episode.earlier':
    'the episode is closed, and the reader holds live access in this role to a later one of the family',
  'proceeding.live': (role) => `${proceedingsOf(role)} is live`,
  'proceeding.onBasis': (role) =>
    `${proceedingsOf(role)} is live and rests on a lawful basis recorded with it, not on the family’s agreement`,
  'override.live': 'the reader took an override to protect somebody, and it leads there',
  'detail.hidden':
    'the family hides the detail from the reader’s agency, or a safety restriction hides it from that agency or reader, or the person had its use restricted (PN-r-obj)',
  'detail.restricted':
    'a safety restriction hides the detail from the reader’s agency or the reader, or the person had its use restricted (PN-r-obj)',
  'limit.hides':
    'the reader is a family member, and a young person other than the reader keeps it from parents',
  'limit.openToParents': 'the young person opened it to parents',
  'justification.covers':
    'a live justification of the reader covers this class of data for every person it is about',
  'entry.ownAgency': 'it comes from the reader’s own agency',
  'entry.stricterClass':
    'the entry reveals data of a stricter class, for which the reader has no justification',
  'entry.purposeLocked':
    'the law it was obtained under fixes another purpose, or does not let the reader’s agency have it',
  'entry.concernsOnlyMine': 'it concerns nobody but the reader and the reader’s children',
  'transfer.includes': 'it was picked by hand for the transfer',
  'person.self': 'it is about the reader',
  'person.childOfMine':
    'it is about a child for whom the reader has evidenced parental responsibility, with no safety restriction against it',
  'household.mine': 'the reader lives in the household now',
  'pool.current': 'it was received in the last twelve months',
  'agency.health': 'the reader’s agency is of the health service',
  'agency.education': 'the reader’s agency is a school or an early-years provider',
  'agency.party': 'the reader’s agency asked or was asked, and the family does not keep it out',
  'oversight.free':
    'the reader holds the office and declared no conflict of interest with the family',
  'exclusion.ofOwnAgency': 'it is a record of what the family hides from the reader’s own agency',
  'account.self': 'it is the reader’s own',
};

const PROCEEDING_WORDS: Readonly<Record<keyof typeof PROCEEDINGS, string>> = {
  PANEL: 'the panel’s case',
  AUDIT: 'the audit',
  REVIEW: 'the stage of the review',
  TRANSFER: 'the transfer',
  RIGHTS_REQUEST: 'the rights request',
  BREACH: 'the breach',
};

/** What a predicate says of the reader, in a rule of this role. */
export function predicateInWords(predicate: PredicateName, role: string): string {
  const words = WORDS[predicate];
  return typeof words === 'string' ? words : words(role);
}

function proceedingsOf(role: string): string {
  const kinds = Object.entries(PROCEEDINGS) as [
    keyof typeof PROCEEDINGS,
    { readonly role: string },
  ][];
  return kinds
    .filter(([, law]) => law.role === role)
    .map(([kind]) => PROCEEDING_WORDS[kind])
    .join(' or ');
}
