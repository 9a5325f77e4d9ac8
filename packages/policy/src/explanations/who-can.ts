import type { PredicateName } from '../predicates/predicate.ts';
import type { Test } from './leaf.ts';

/** Who can bring about that a predicate holds, and how; null where it follows from what is so, or is told to nobody. */
const WHO_CAN: Readonly<Record<PredicateName, string | null>> = {
  'grant.live': 'The host team, the hub team or the lead professional gives access to an episode.',
  'episode.open': 'The lead professional or the host team reopens an episode.',
  'episode.steppedUp': 'The lead professional steps an episode up to social care.',
  'episode.underScreening': 'The front door takes an episode in.',
  'agreement.inForce':
    'The family agrees, and the lead professional records it, or records the lawful basis without.',
  'conflict.declared': null,
  'exclusion.wholeAgency': null,
  'episode.concernsMe': null,
  'episode.earlier':
    'The host team, the hub team or the lead professional gives access to the family’s present episode.',
  'proceeding.live': 'Whoever runs the proceeding opens it or asks for its next stage.',
  'proceeding.onBasis':
    'Whoever refers a case without the family’s agreement records the lawful basis in the referral.',
  'override.live': 'The reader takes an override, with a reason, for the persons it names.',
  'detail.hidden': null,
  'detail.restricted': null,
  'limit.hides': null,
  'limit.openToParents': 'The young person opens it to parents.',
  'justification.covers':
    'The reader records a justification; for data about offences somebody else approves it.',
  'entry.ownAgency': null,
  'entry.stricterClass': null,
  'entry.purposeLocked': null,
  'entry.concernsOnlyMine': null,
  'transfer.includes': 'The lead professional picks it for the transfer.',
  'person.self': null,
  'person.childOfMine': 'The host team records the evidence of parental responsibility.',
  'household.mine': null,
  'pool.current': null,
  'agency.health': null,
  'agency.education': null,
  'agency.party': null,
  'oversight.free': null,
  'exclusion.ofOwnAgency': null,
  'account.self': null,
};

const KEEPER = 'Whoever keeps the record changes it.';

/** Who can bring about how a test turns out, and how; null where nobody can. */
export function whoCan(test: Test): string | null {
  return test.kind === 'COMPARE' ? KEEPER : WHO_CAN[test.atom.predicate];
}
