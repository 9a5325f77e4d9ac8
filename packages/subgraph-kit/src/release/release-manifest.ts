import type { ClassKey, Coordinate, WithheldReason } from '@postern/policy';
import type { ManifestMessage } from './manifest-message.ts';

/** The types whose records the ledger names by id. */
const RECORDED = ['Person', 'Family', 'Episode'] as const;
export type RecordedType = (typeof RECORDED)[number];
export const RECORDED_TYPES: readonly string[] = RECORDED;

/** Who asked, as the statements found them. */
export interface ManifestPrincipal {
  readonly accountId: string;
  readonly agencyId: string;
  readonly policyVersion: number;
}

/** One entry of `extensions.access`: what a class rule withheld, how often, why, and how to ask. */
export interface AccessNotice extends WithheldReason {
  readonly coordinate: Coordinate;
  readonly count: number;
}

/** What the ledger keeps of one response: identifiers and counts, never a value. */
export interface ReleaseSummary extends Omit<ManifestPrincipal, 'policyVersion'> {
  /** Every version that a fetch was decided by: more than one where the policy changed in between. */
  readonly policyVersions: readonly number[];
  readonly grants: readonly string[];
  readonly justifications: readonly string[];
  readonly persons: readonly string[];
  readonly families: readonly string[];
  readonly episodes: readonly string[];
  readonly coordinates: Readonly<Record<string, number>>;
  readonly explained: readonly ExplainedAccess[];
  readonly told: readonly ToldOf[];
}

/** An explanation of somebody else's access: whose, to which field of which record, for which purpose. */
export interface ExplainedAccess {
  readonly account: string;
  readonly record: string;
  readonly coordinate: Coordinate;
  readonly purpose: string;
}

/** What a question told of somebody who is in no record of a family: which question, by which clause, of what. */
export interface ToldOf {
  readonly question: string;
  readonly clause: string;
  readonly record: string;
}

/** A field as it was released: its coordinate and class. */
export interface ReleasedField {
  readonly coordinate: Coordinate;
  readonly class: ClassKey;
}

interface ReleasedRows {
  readonly ids: Set<string>;
  /** The field that gives the id out, where the rows show it; counted once for each of `ids`. */
  id: ReleasedField | null;
}

/** What the fetches of one request released and withheld, collected beside the data. */
export class ReleaseManifest {
  #principal: Omit<ManifestPrincipal, 'policyVersion'> | undefined;
  readonly #policyVersions = new Set<number>();
  readonly #grants = new Set<string>();
  readonly #justifications = new Set<string>();
  readonly #rows = new Map<string, ReleasedRows>();
  readonly #referred = new Map<string, Set<string>>();
  readonly #concerned = new Map<string, Set<string>>();
  readonly #released = new Map<Coordinate, { count: number; class: ClassKey }>();
  readonly #explained: ExplainedAccess[] = [];
  readonly #told = new Map<string, ToldOf>();
  readonly #notices = new Map<Coordinate, { count: number; reason: WithheldReason }>();

  /** Notes who a fetch was for, and the policy it was decided by. */
  identify({ policyVersion, ...principal }: ManifestPrincipal): void {
    this.#principal ??= principal;
    this.#policyVersions.add(policyVersion);
  }

  reliedOn(kind: 'GRANT' | 'JUSTIFICATION', ids: readonly string[]): void {
    const into = kind === 'GRANT' ? this.#grants : this.#justifications;
    for (const id of ids) into.add(id);
  }

  /** Notes a record that is referred to by its id alone. */
  refer(type: string, id: string): void {
    note(this.#referred, type, id);
  }

  /** Notes a record that something else is about, whether or not its id is given. */
  concerns(type: string, id: string): void {
    note(this.#concerned, type, id);
  }

  /**
   * Notes a record and, where given, the field by which its id is released. A record that several fetches bring,
   * or that stands in several places, releases its id once.
   */
  row(type: string, id: string, field: ReleasedField | null = null): void {
    const rows = this.#rows.get(type) ?? { ids: new Set(), id: null };
    rows.ids.add(id);
    rows.id ??= field;
    this.#rows.set(type, rows);
  }

  /** Notes that a field was released, once or so many times. */
  released(coordinate: Coordinate, dataClass: ClassKey, times = 1): void {
    const known = this.#released.get(coordinate);
    if (known === undefined) this.#released.set(coordinate, { count: times, class: dataClass });
    else known.count += times;
  }

  /** Notes that somebody else's access was explained: whatever it says, it tells of that person. */
  explained(access: ExplainedAccess): void {
    this.#explained.push(access);
  }

  /** Notes that a question told of somebody; of whom it tells in several places, once. */
  told(of: ToldOf): void {
    this.#told.set(`${of.question} ${of.record}`, of);
  }

  withheld(coordinate: Coordinate, reason: WithheldReason, times = 1): void {
    const known = this.#notices.get(coordinate);
    if (known === undefined) this.#notices.set(coordinate, { count: times, reason });
    else known.count += times;
  }

  /**
   * What was released of the coordinates that the client's operation selects.
   * Null where none of it is about a person, nobody's access was explained and no question told of anybody: then nothing
   * needs recording.
   */
  summarise(coordinates: ReadonlySet<string>): ReleaseSummary | null {
    const counts: Record<string, number> = {};
    // That there is such a record is told by an answer without any of its fields, too.
    let isAboutSomebody =
      this.#explained.length > 0 ||
      this.#told.size > 0 ||
      RECORDED_TYPES.some((type) => this.#rows.has(type) || this.#concerned.has(type));
    for (const [coordinate, dataClass, count] of this.#releases()) {
      if (!coordinates.has(coordinate)) continue;
      counts[coordinate] = (counts[coordinate] ?? 0) + count;
      isAboutSomebody ||= isPersonal(dataClass);
    }
    if (this.#principal === undefined || !isAboutSomebody) return null;
    return {
      ...this.#principal,
      policyVersions: [...this.#policyVersions].sort((a, b) => a - b),
      grants: [...this.#grants],
      justifications: [...this.#justifications],
      persons: this.#named('Person', coordinates),
      families: this.#named('Family', coordinates),
      episodes: this.#named('Episode', coordinates),
      coordinates: counts,
      explained: [...this.#explained],
      told: [...this.#told.values()],
    };
  }

  *#releases(): Generator<readonly [Coordinate, ClassKey, number]> {
    for (const { ids, id } of this.#rows.values())
      if (id !== null) yield [id.coordinate, id.class, ids.size];
    for (const [coordinate, { class: dataClass, count }] of this.#released)
      yield [coordinate, dataClass, count];
  }

  /** The records of a type and those that others are about, and where the client asked for ids also those that were only referred to. */
  #named(type: string, coordinates: ReadonlySet<string>): readonly string[] {
    const rows = this.#rows.get(type)?.ids ?? [];
    const referred = coordinates.has(`${type}.id`) ? (this.#referred.get(type) ?? []) : [];
    return [...new Set([...rows, ...(this.#concerned.get(type) ?? []), ...referred])];
  }

  /** All of it, for the gateway that will record it. */
  message(): ManifestMessage {
    return {
      principal: this.#principal ?? null,
      policyVersions: [...this.#policyVersions],
      grants: [...this.#grants],
      justifications: [...this.#justifications],
      rows: [...this.#rows].map(([type, { ids, id }]) => ({ type, ids: [...ids], id })),
      referred: listed(this.#referred),
      concerned: listed(this.#concerned),
      released: [...this.#released].map(([coordinate, noted]) => ({ coordinate, ...noted })),
      explained: [...this.#explained],
      told: [...this.#told.values()],
      notices: this.notices(),
    };
  }

  /** Notes what a subgraph in another process released, as if it had noted it here itself. */
  absorb(message: ManifestMessage): void {
    if (message.principal !== null)
      for (const policyVersion of message.policyVersions)
        this.identify({ ...message.principal, policyVersion });
    this.reliedOn('GRANT', message.grants);
    this.reliedOn('JUSTIFICATION', message.justifications);
    for (const { type, ids, id } of message.rows) for (const each of ids) this.row(type, each, id);
    for (const { type, ids } of message.referred) for (const id of ids) this.refer(type, id);
    for (const { type, ids } of message.concerned) for (const id of ids) this.concerns(type, id);
    for (const { coordinate, class: dataClass, count } of message.released)
      this.released(coordinate, dataClass, count);
    for (const access of message.explained) this.explained(access);
    for (const of of message.told) this.told(of);
    for (const { coordinate, count, ...reason } of message.notices)
      this.withheld(coordinate, reason, count);
  }

  /** What was withheld by class, for `extensions.access`, in the order of its coordinates. */
  notices(): readonly AccessNotice[] {
    return [...this.#notices]
      .map(([coordinate, { count, reason }]) => ({ coordinate, count, ...reason }))
      .sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
  }
}

function note(into: Map<string, Set<string>>, type: string, id: string): void {
  into.set(type, (into.get(type) ?? new Set()).add(id));
}

function listed(
  noted: ReadonlyMap<string, ReadonlySet<string>>,
): readonly { readonly type: string; readonly ids: readonly string[] }[] {
  return [...noted].map(([type, ids]) => ({ type, ids: [...ids] }));
}

/** Everything but the public register and staff details is about a family; so are references and states of an episode. */
function isPersonal(dataClass: ClassKey): boolean {
  return dataClass !== 'PUBLIC' && dataClass !== 'WORKFORCE';
}
