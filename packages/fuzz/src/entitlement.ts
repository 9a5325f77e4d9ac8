import type { DataDictionary, Oracle } from '@postern/policy';
import { createOracle, isPurpose } from '@postern/policy';
import type { Way, Ways } from './canaries/ways.ts';
import type { RawCounty } from './county/raw-county.ts';
import type { Principal } from './principal.ts';
import { principalKey } from './principal.ts';

/** What one principal with one purpose may be shown, worked out from raw tables, past the product's SQL. */
export interface Entitlement {
  /** Whether anything at all is answered. */
  readonly isServed: boolean;
  /** The way in which a planted value may be seen, or null. */
  wayTo(token: string): Way | null;
  /** Each `Type.field` of which the caller may see a value somewhere. */
  coordinates(): ReadonlySet<string>;
  /** Whether it is a justification alone that opens that way. */
  isJustified(way: Way): boolean;
}

const NOTHING: Entitlement = {
  isServed: false,
  wayTo: () => null,
  coordinates: () => new Set(),
  isJustified: () => false,
};

/** Entitlements by principal and purpose, each worked out once. */
export class Entitlements {
  readonly #known = new Map<string, Entitlement>();
  readonly #county: RawCounty;
  readonly #ways: Ways;
  readonly #dictionary: DataDictionary;
  readonly #now: Date;

  constructor(given: {
    readonly county: RawCounty;
    readonly ways: Ways;
    readonly dictionary: DataDictionary;
    readonly now: Date;
  }) {
    this.#county = given.county;
    this.#ways = given.ways;
    this.#dictionary = given.dictionary;
    this.#now = given.now;
  }

  of(principal: Principal, purpose: string | null): Entitlement {
    const key = `${principalKey(principal)} for ${purpose}`;
    const known = this.#known.get(key) ?? this.#workOut(principal, purpose);
    this.#known.set(key, known);
    return known;
  }

  #workOut(principal: Principal, purpose: string | null): Entitlement {
    const oracle = this.#oracle(principal, purpose, this.#county.facts);
    if (oracle === null || oracle.refusal() !== null) return NOTHING;
    let unjustified: Oracle | null = null;
    const found = new Map<string, Way | null>();
    const justified = new Map<Way, boolean>();
    return {
      isServed: true,
      wayTo: (token) => {
        const known = found.get(token);
        if (known !== undefined) return known;
        const way = this.#ways.of(token)?.find((each) => each.released(oracle)) ?? null;
        found.set(token, way);
        return way;
      },
      coordinates: () => this.#ways.releasedCoordinates(oracle),
      isJustified: (way) => {
        unjustified ??= this.#oracle(principal, purpose, {
          ...this.#county.facts,
          justification: [],
        });
        const known = justified.get(way) ?? (unjustified !== null && !way.released(unjustified));
        justified.set(way, known);
        return known;
      },
    };
  }

  #oracle(principal: Principal, purpose: string | null, facts: RawCounty['facts']): Oracle | null {
    if (principal.kind !== 'ACCOUNT' || purpose === null || !isPurpose(purpose)) return null;
    const { issuerId, subject, multiFactor } = principal;
    return createOracle(
      facts,
      { caller: { issuerId, subject, multiFactor }, purpose, now: this.#now },
      this.#county.rules,
      this.#dictionary,
    );
  }
}
