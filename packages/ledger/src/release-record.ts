/** An explanation of somebody else's access, which tells something of that person whatever it says. */
export interface ExplainedAccess {
  /** Whose access it is, and to which record: UUIDs, of whatever there may be under them. */
  readonly account: string;
  readonly record: string;
  /** `Type.field` of that record. */
  readonly coordinate: string;
  /** The purpose that was asked about, which need not be the request's. */
  readonly purpose: string;
}

/** What a question told of somebody who is in no record of a family, or which document's content it gave: which question, and by which clause it is answered. */
export interface ToldOf {
  readonly question: string;
  readonly clause: string;
  /** Whose account, or which request, override, review or document: a UUID. */
  readonly record: string;
}

/** What one response releases, told without any of its values; identifiers are UUIDs. */
export interface ReleaseRecord {
  readonly id: string;
  readonly at: Date;
  readonly contract: 'records';
  readonly accountId: string;
  readonly agencyId: string;
  readonly purpose: string;
  readonly policyVersions: readonly number[];
  /** SHA-256 of the operation's text, 64 lower-case hexadecimal digits. */
  readonly operationHash: string;
  /** As the client named it; kept only where it is a GraphQL name of at most 64 characters. */
  readonly operationName: string | null;
  readonly grants: readonly string[];
  readonly justifications: readonly string[];
  readonly persons: readonly string[];
  readonly families: readonly string[];
  readonly episodes: readonly string[];
  /** `Type.field` → how many values of it are released, one or more. */
  readonly coordinates: Readonly<Record<string, number>>;
  readonly explained: readonly ExplainedAccess[];
  readonly told: readonly ToldOf[];
}

const NAME = /^[_A-Za-z][_0-9A-Za-z]{0,63}$/;

/** The row of a release as JSON text; throws RangeError for a date that is none. */
export function rowText(release: ReleaseRecord): string {
  return JSON.stringify({
    id: release.id,
    at: release.at.toISOString(),
    contract: release.contract,
    account_id: release.accountId,
    agency_id: release.agencyId,
    purpose: release.purpose,
    policy_versions: release.policyVersions,
    operation_hash: release.operationHash,
    operation_name: keptName(release.operationName),
    grants: release.grants,
    justifications: release.justifications,
    persons: release.persons,
    families: release.families,
    episodes: release.episodes,
    coordinates: release.coordinates,
    explained: release.explained,
    told: release.told,
  });
}

/** A client may write anything as a name; what is no short name is dropped, and the hash still tells the operation. */
function keptName(name: string | null): string | null {
  return name !== null && NAME.test(name) ? name : null;
}
