import type { ClassKey, Coordinate, WithheldReason } from '@postern/policy';

/** The types whose records the ledger names by id. */
export const RECORDED_TYPES: readonly string[] = ['Person', 'Family', 'Episode'];

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
export interface ReleaseSummary extends ManifestPrincipal {
  readonly grants: readonly string[];
  readonly justifications: readonly string[];
  readonly persons: readonly string[];
  readonly families: readonly string[];
  readonly episodes: readonly string[];
  readonly coordinates: Readonly<Record<string, number>>;
}

/** What the fetches of one request released and withheld, collected beside the data. */
export class ReleaseManifest {
  #principal: ManifestPrincipal | undefined;
  readonly #grants = new Set<string>();
  readonly #justifications = new Set<string>();
  readonly #rows = new Map<string, Set<string>>();
  readonly #referred = new Map<string, Set<string>>();
  readonly #released = new Map<Coordinate, { count: number; personal: boolean }>();
  readonly #notices = new Map<Coordinate, { count: number; reason: WithheldReason }>();

  identify(principal: ManifestPrincipal): void {
    this.#principal ??= principal;
  }

  reliedOn(kind: 'GRANT' | 'JUSTIFICATION', ids: readonly string[]): void {
    const into = kind === 'GRANT' ? this.#grants : this.#justifications;
    for (const id of ids) into.add(id);
  }

  /** Notes a record that is referred to by its id alone. */
  refer(type: string, id: string): void {
    const ids = this.#referred.get(type) ?? new Set();
    this.#referred.set(type, ids.add(id));
  }

  /** Notes a record; tells whether it is the first time. */
  row(type: string, id: string): boolean {
    const ids = this.#rows.get(type) ?? new Set();
    const isNew = !ids.has(id);
    this.#rows.set(type, ids.add(id));
    return isNew;
  }

  /** Notes that a field was released, once or so many times. */
  released(coordinate: Coordinate, dataClass: ClassKey, times = 1): void {
    const known = this.#released.get(coordinate);
    if (known === undefined)
      this.#released.set(coordinate, { count: times, personal: isPersonal(dataClass) });
    else known.count += times;
  }

  withheld(coordinate: Coordinate, reason: WithheldReason): void {
    const known = this.#notices.get(coordinate);
    if (known === undefined) this.#notices.set(coordinate, { count: 1, reason });
    else known.count += 1;
  }

  /**
   * What was released of the coordinates that the client's operation selects.
   * Null where none of it is about a person: then nothing needs recording.
   */
  summarise(coordinates: ReadonlySet<string>): ReleaseSummary | null {
    const released = [...this.#released].filter(([coordinate]) => coordinates.has(coordinate));
    if (this.#principal === undefined || !released.some(([, { personal }]) => personal))
      return null;
    return {
      ...this.#principal,
      grants: [...this.#grants],
      justifications: [...this.#justifications],
      persons: this.#named('Person', coordinates),
      families: this.#named('Family', coordinates),
      episodes: this.#named('Episode', coordinates),
      coordinates: Object.fromEntries(
        released.map(([coordinate, { count }]) => [coordinate, count]),
      ),
    };
  }

  /** The records of a type, and where the client asked for ids also those that were only referred to. */
  #named(type: string, coordinates: ReadonlySet<string>): readonly string[] {
    const rows = this.#rows.get(type) ?? [];
    const referred = coordinates.has(`${type}.id`) ? (this.#referred.get(type) ?? []) : [];
    return [...new Set([...rows, ...referred])];
  }

  /** What was withheld by class, for `extensions.access`, in the order of its coordinates. */
  notices(): readonly AccessNotice[] {
    return [...this.#notices]
      .map(([coordinate, { count, reason }]) => ({ coordinate, count, ...reason }))
      .sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
  }
}

/** Everything but the public register and staff details is about a family; so are references and states of an episode. */
function isPersonal(dataClass: ClassKey): boolean {
  return dataClass !== 'PUBLIC' && dataClass !== 'WORKFORCE';
}
