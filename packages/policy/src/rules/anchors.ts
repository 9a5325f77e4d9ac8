import type { PredicateName } from '../predicates/predicate.ts';

/**
 * What ties a reader to a row: a live grant, its being one's own, or an episode that concerns one. Without one of these
 * there is no episode, and then no family's exclusion and no conflict of interest could subtract.
 */
const ANYWHERE: readonly PredicateName[] = ['grant.live', 'account.self', 'episode.concernsMe'];

/** Anchors of a few types that are no family's record: what offices oversee, the pool of the data hub, requests between agencies. */
const OF_TYPES: Readonly<Partial<Record<PredicateName, readonly string[]>>> = {
  'oversight.free': [
    'AccessEvent',
    'AccessGrant',
    'AccuracyIssue',
    'AgreementSigner',
    'Exclusion',
    'FamilyAgreement',
    'InformationRequest',
    'Justification',
    'PolicyChange',
    'PolicyDraft',
    'PolicyEvent',
    'PolicyRole',
    'PolicyRule',
    'PolicyVersion',
    'Practitioner',
  ],
  'episode.earlier': ['Assessment', 'AssessmentSection'],
  'pool.current': ['MatchCandidate'],
  'agency.party': ['AccuracyIssue', 'InformationRequest'],
};

/** The predicates of which one has to be in every alternative of a rule on the type. */
export function anchorsOf(type: string): readonly PredicateName[] {
  const special = Object.entries(OF_TYPES)
    .filter(([, types]) => types.includes(type))
    .map(([predicate]) => predicate as PredicateName);
  return [...ANYWHERE, ...special];
}

/** Records that may be one's own, which `account.self` opens wherever they are. */
const OF_ONES_OWN: readonly string[] = [
  'AccessGrant',
  'AccuracyIssue',
  'InformationRequest',
  'Justification',
  'Referral',
];

/** The types whose rows a rule may open to somebody who reaches no episode of theirs. */
export const SEEN_WITHOUT_REACH: readonly string[] = [
  ...new Set([
    ...OF_ONES_OWN,
    ...Object.entries(OF_TYPES)
      .filter(([predicate]) => predicate !== 'episode.earlier')
      .flatMap(([, types]) => types),
  ]),
];
