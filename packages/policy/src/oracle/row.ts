/**
 * A row as the oracle is asked about it. `attributes` are the row's own, null where nothing is recorded.
 * `about` says what the row belongs to:
 * `episodeId` the one episode of the row (an Episode's own id), null where an AccessEvent is about none; `familyId`; `personId`;
 * `entryEpisodeId` the episode a person entry was recorded in, null or absent when in none;
 * `agencyId` the agency that recorded the row, where the row is an entry;
 * `excludedAgencyId` the agency that an Exclusion is about;
 * `personId` the person that a row of an episode is about, of types that are about one; null where it names nobody;
 * `accountId` a Practitioner's id, the account of an AccessGrant or Justification, or who wrote a Referral;
 * `rowId` the row's own id, or of a DocumentPart that of its document;
 * `concerns` the persons that a row of an episode concerns, null or absent where its type has none;
 * `rowClass` and `purposeLock` what the law of its source makes of the row beyond its type;
 * `householdId` a Household's own id, or the household of an Address;
 * `parties` the agencies that an InformationRequest or an AccuracyIssue is between;
 * `ofUnnamedFamily` whether an AccessEvent of no episode is about families all the same;
 * `receivedOn` the day a MatchCandidate came in, `YYYY-MM-DD`.
 */
export interface OracleRow {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly about: {
    readonly episodeId?: string | null;
    readonly familyId?: string | null;
    readonly personId?: string | null;
    readonly entryEpisodeId?: string | null;
    readonly agencyId?: string | null;
    readonly accountId?: string | null;
    readonly excludedAgencyId?: string | null;
    readonly rowId?: string | null;
    readonly concerns?: readonly string[] | null;
    readonly rowClass?: string | null;
    readonly purposeLock?: string | null;
    readonly householdId?: string | null;
    readonly parties?: readonly string[] | null;
    readonly ofUnnamedFamily?: boolean | null;
    readonly receivedOn?: string | null;
  };
}

/** What a row of each kind of type belongs to, and so through which episodes it is seen. */
export type Belonging = 'EPISODE' | 'FAMILY' | 'PERSON' | 'PERSON_ENTRY' | 'ACCOUNT' | 'NOBODY';

const BELONGINGS: ReadonlyMap<string, Belonging> = new Map<string, Belonging>([
  ['Episode', 'EPISODE'],
  ['Assessment', 'EPISODE'],
  ['AssessmentSection', 'EPISODE'],
  ['Need', 'EPISODE'],
  ['Plan', 'EPISODE'],
  ['PlanAction', 'EPISODE'],
  ['Activity', 'EPISODE'],
  ['TafMeeting', 'EPISODE'],
  ['LevelTransition', 'EPISODE'],
  ['FamilyAgreement', 'EPISODE'],
  ['Exclusion', 'EPISODE'],
  ['AgreementSigner', 'EPISODE'],
  ['CaseNote', 'EPISODE'],
  ['Document', 'EPISODE'],
  ['DocumentPart', 'EPISODE'],
  ['Referral', 'EPISODE'],
  ['AccuracyIssue', 'EPISODE'],
  ['InformationRequest', 'EPISODE'],
  ['AccessGrant', 'EPISODE'],
  ['Justification', 'EPISODE'],
  ['Family', 'FAMILY'],
  ['Household', 'FAMILY'],
  ['Address', 'FAMILY'],
  ['Person', 'PERSON'],
  ['Practitioner', 'ACCOUNT'],
  ['AccessEvent', 'EPISODE'],
  ['Agency', 'NOBODY'],
  ['MatchCandidate', 'NOBODY'],
  ['PolicyRule', 'NOBODY'],
  ['Agreement', 'NOBODY'],
  ['AgreementTerm', 'NOBODY'],
  ['AgreementTimer', 'NOBODY'],
  ['Resolution', 'NOBODY'],
  ['Signature', 'NOBODY'],
  ['PolicyChange', 'NOBODY'],
  ['PolicyDraft', 'NOBODY'],
  ['PolicyEvent', 'NOBODY'],
  ['PolicyRole', 'NOBODY'],
  ['PolicyVersion', 'NOBODY'],
]);

/** Types of which a row may be of no episode, and then is about nobody; it says so by null. */
const OF_AN_EPISODE_OR_NOBODY: readonly string[] = ['AccessEvent'];

/**
 * What a row belongs to. A type that is not listed is a kind of person entry.
 * @throws Error when the row does not say the id that its type needs: the test that asks is wrong
 */
export function belongingOf(row: OracleRow): Belonging {
  if (OF_AN_EPISODE_OR_NOBODY.includes(row.type) && row.about.episodeId === null) return 'NOBODY';
  const belonging = BELONGINGS.get(row.type) ?? 'PERSON_ENTRY';
  const needed = NEEDED[belonging];
  if (needed !== null && typeof row.about[needed] !== 'string')
    throw new Error(`A row of ${row.type} must say its ${needed}.`);
  return belonging;
}

const NEEDED: Readonly<Record<Belonging, keyof OracleRow['about'] | null>> = {
  EPISODE: 'episodeId',
  FAMILY: 'familyId',
  PERSON: 'personId',
  PERSON_ENTRY: 'personId',
  ACCOUNT: 'accountId',
  NOBODY: null,
};
