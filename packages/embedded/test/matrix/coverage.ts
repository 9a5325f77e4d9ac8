import type { Tally } from '../oracle/expected-answer.ts';
import type { Seen } from './compare-with-oracle.ts';

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
