import type { Collision, CollisionEffect } from './collision.ts';

function fixed(
  issue: string,
  clauses: readonly string[],
  [choice, says]: readonly [choice: string, says: string],
  fixedBecause: string,
  effect: CollisionEffect,
): Collision {
  return { issue, clauses, choices: { [choice]: says }, default: choice, fixedBecause, effect };
}

/** What no partnership decides: law or a promise to families settles it. */
export const FIXED_COLLISIONS: Readonly<Record<string, Collision>> = {
  CONSENT_AS_BASIS: fixed(
    'Whether the family’s agreement is the lawful basis',
    ['DEV-A3-con1', 'SHR-3.5L-d', 'PN-law'],
    ['KEPT_APART', 'withdrawal ends access; the basis goes with it only where it is consent'],
    'Article 6 has consent as one basis among others (UK GDPR), and families are told that theirs is another.',
    'ENGINE',
  ),
  BREACH_CLOCK: fixed(
    'When the clock of a breach starts',
    ['SHR-11.3.2', 'SHR-11.3.4'],
    ['BOTH_CLOCKS', 'from the incident as agreed, from awareness as in law'],
    'The 72 hours run from awareness by law (UK GDPR Article 33).',
    'KEPT',
  ),
  CONVICTIONS: fixed(
    'Whether convictions are special-category data',
    ['SHR-4.3'],
    ['CRIMINAL_OFFENCE', 'a class of their own'],
    'Article 10 is apart from Article 9.',
    'ENGINE',
  ),
  LANGUAGE: fixed(
    'Whether language and communication needs are special-category data',
    ['SHR-4.3'],
    ['PERSONAL', 'open to those who must communicate, and to nobody outside'],
    'Article 9(1) does not list them, and a class says what the law says.',
    'ENGINE',
  ),
  HEALTH_AMONG_OTHERS: fixed(
    'Whether health, attendance and convictions are “other” data',
    ['SHR-4.3', 'SHR-4.3-cond'],
    ['CLASS_BY_LAW', 'each has the class that law gives it'],
    'Law outranks a label.',
    'ENGINE',
  ),
  WRONG_CITATIONS: fixed(
    'Provisions cited that say something else',
    ['SHR-4.2', 'PN-law', 'SOM-6.16'],
    ['NOT_OFFERED', 'no justification can rest on them'],
    'A provision that does not say it gives no basis.',
    'ENGINE',
  ),
  YOUNG_PERSON: fixed(
    'A young person’s confidence in a record of the whole family',
    ['SHR-3.4.3d', 'PN-r-acc'],
    ['EACH_THEIR_OWN', 'the family is never one reader'],
    'The right of access is each person’s own (UK GDPR Article 15).',
    'ENGINE',
  ),
  EXCLUDED_SAFEGUARDING_AGENCY: fixed(
    'An excluded agency that safeguards',
    ['SHR-3.4.4c', 'SHR-3.5L-e'],
    [
      'RECORDED_OVERRIDE',
      'the exclusion yields to a recorded override, for its persons and its hours',
    ],
    'A duty to protect a child outranks an exclusion, but only on the record.',
    'ENGINE',
  ),
  BLIND_REQUEST: fixed(
    'Asking for access without seeing demographics',
    ['SHR-8.2.1e', 'SHR-8.2.1f'],
    ['BLIND', 'whoever asks names the family; nothing is confirmed'],
    'Whether a family is known at all is not to be found out by asking.',
    'KEPT',
  ),
  REMOVED_AGENCY: fixed(
    'Telling an agency that it was removed',
    ['SHR-8.2.1i', 'SHR-3.3.8'],
    ['WHERE_IT_HELD_ACCESS', 'who had access is told; for others it looks like absence'],
    'An exclusion that is told of is a disclosure.',
    'KEPT',
  ),
  SECTION_11: fixed(
    'Whether section 11 binds every party',
    ['SHR-3.5L-f'],
    ['BY_AGENCY', 'only the bodies that the Act lists'],
    'Children Act 2004 section 11(1) lists them.',
    'KEPT',
  ),
  CONTROLLER: fixed(
    'Whether the host is processor, sole or joint controller',
    ['SHR-8.3.9', 'DEV-A3-ctl', 'STA-2.1a'],
    ['BY_AGREEMENT_AND_ITEM', 'as each agreement has it of each thing'],
    'Who decides about a thing is a fact, not a setting.',
    'KEPT',
  ),
  EXPLAIN_CONCERN: fixed(
    'Telling the family of a concern',
    ['SHR-3.7.2b', 'DEV-A2b'],
    ['UNLESS_DANGEROUS', 'told, or the reason why not is recorded'],
    'Nobody is to be endangered by being told.',
    'KEPT',
  ),
  LOCAL_GOVERNMENT_ACT_2000: fixed(
    'A power cited that is none in England',
    ['SOM-6.4–6.11', 'DEV-A1-LG'],
    ['NOT_OFFERED', 'kept as cited; no justification can rest on it'],
    'Section 2 has been no power in England since 2012.',
    'KEPT',
  ),
  ONE_SIGNER_WITHDRAWS: fixed(
    'Whether one signer’s withdrawal ends the whole family’s part',
    ['SHR-3.4.3a', 'SHR-3.4.3c'],
    ['OWN_PART', 'each signer’s own part'],
    'One parent must not be able to cut a child off.',
    'KEPT',
  ),
};
