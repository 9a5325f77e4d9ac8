import type { Purpose } from '@postern/policy';
import { isPurpose, PURPOSES } from '@postern/policy';
import type { Tally } from '../oracle/expected-answer.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import type { Seen } from './compare-with-oracle.ts';

/** The roles that an account holds at a moment. */
export function rolesOf(county: RawCounty, subject: string, now: Date): readonly string[] {
  const account = county.facts.account.find((each) => each.subject === subject);
  return county.facts.roleHolding
    .filter(
      ({ accountId, startsAt, endsAt }) =>
        accountId === account?.id && startsAt <= now && (endsAt === null || endsAt > now),
    )
    .map(({ role }) => role);
}

/** The purposes that a rule of these roles permits. */
export function permittedPurposes(county: RawCounty, roles: readonly string[]): readonly Purpose[] {
  return PURPOSES.filter((purpose) =>
    county.rules.some(
      (rule) =>
        rule.effect === 'ALLOW' && roles.includes(rule.role) && rule.purposes.includes(purpose),
    ),
  );
}

/** The purposes that an account's justifications name. */
export function justifiedPurposes(county: RawCounty, subject: string): readonly Purpose[] {
  const account = county.facts.account.find((each) => each.subject === subject);
  return county.facts.justification
    .filter(({ accountId }) => accountId === account?.id)
    .map(({ purpose }) => purpose)
    .filter(isPurpose);
}

/** What a matrix came by, for each role: a comparison proves little of what was always or never released. */
export class Coverage {
  readonly #ofRole = new Map<string, Map<string, Tally>>();
  readonly #requests = new Map<string, number>();

  add(role: string, seen: Seen): void {
    if (seen === null) return;
    this.#requests.set(role, (this.#requests.get(role) ?? 0) + 1);
    const tallies = this.#ofRole.get(role) ?? new Map<string, Tally>();
    this.#ofRole.set(role, tallies);
    for (const [coordinate, { asked, released, valued, told }] of seen) {
      const sum = tallies.get(coordinate) ?? { asked: 0, released: 0, valued: 0, told: 0 };
      tallies.set(coordinate, {
        asked: sum.asked + asked,
        released: sum.released + released,
        valued: sum.valued + valued,
        told: sum.told + told,
      });
    }
  }

  /** Coordinates asked of visible rows and never released. */
  never(role: string): readonly string[] {
    return this.#those(role, ({ released }) => released === 0);
  }

  /** Coordinates released on some visible rows and withheld on others. */
  sometimes(role: string): readonly string[] {
    return this.#those(role, ({ released, asked }) => released > 0 && released < asked);
  }

  /** Coordinates of which something that is recorded was released. */
  valued(role: string): readonly string[] {
    return this.#those(role, ({ valued }) => valued > 0);
  }

  /** The share of a type's rows that were visible, over all requests of the role. */
  visibleShare(role: string, type: string, rows: number): number {
    const visible = this.#ofRole.get(role)?.get(`${type}.id`)?.asked ?? 0;
    return visible / (rows * (this.#requests.get(role) ?? 1));
  }

  #those(role: string, test: (tally: Tally) => boolean): readonly string[] {
    return [...(this.#ofRole.get(role) ?? [])]
      .filter(([, tally]) => test(tally))
      .map(([coordinate]) => coordinate)
      .sort();
  }
}
