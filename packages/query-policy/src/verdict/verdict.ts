import type { ClassKey, Condition, PredicateAtom } from '@postern/policy';
import { ALWAYS, atomsOf, conditionKey, NEVER, or, PREDICATES } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literals } from '../facts/literal.ts';
import {
  asksOfEpisode,
  conditionOn,
  conditionSql,
  withoutEpisode,
} from '../predicates/condition.ts';
import { isReachedPerson } from '../predicates/forms/reached-person.ts';
import { justifiedBy } from '../predicates/forms/stricter-class.ts';
import type { HiddenDetails } from '../predicates/hidden-details.ts';
import {
  beside,
  canBeHidden,
  hiddenAskedFor,
  hiddenCoordinates,
} from '../predicates/hidden-details.ts';
import { namedReach, reachOfRow } from '../predicates/named-reach.ts';
import { reachSource } from '../predicates/reach-source.ts';
import type { RowBinding } from '../predicates/row-binding.ts';
import type { FindingWay } from './found-by.ts';
import { findingWays, foundBy } from './found-by.ts';
import { Lookups, writtenLast } from './lookups.ts';
import type { ReachAnswers } from './reach-answers.ts';
import type { Alternative } from './separate.ts';
import { separate } from './separate.ts';
import { throughGrant } from './through-grant.ts';

/** Where the answer to a question stands that is known by its key. */
export type Once = (key: string, asked: () => SQL) => SQL;

/**
 * Decides one kind of row. What is asked of an episode is answered once for the whole statement, as the set of keys for
 * which it holds; each row then only looks its own key up. What comes out are plain booleans, for WHERE and CASE.
 */
export class Verdict {
  readonly #row: RowBinding;
  readonly #answers: ReachAnswers;
  readonly #lookups = new Lookups();
  readonly #once: Once;
  /** What episodes were already asked; each the parts that hold for one and the same episode. */
  readonly #assumed: ReadonlySet<string>[] = [];
  #picked: string | null = null;
  readonly #hiddenAsked = new Set<HiddenDetails>();

  /**
   * The statement has to begin with the facts of `answers`. With `once`, what is asked of reach is put where the row
   * looks its answer up once, and the rest refers to it; otherwise that is {@link joins}, where it is asked more often.
   */
  constructor(row: RowBinding, answers: ReachAnswers, once?: Once) {
    this.#row = { ...row, whose: answers.whose };
    this.#answers = answers;
    this.#once = once ?? ((key, asked) => this.#lookups.once(key, asked));
  }

  /**
   * Takes what an episode was already asked for the row's parent as answered, both being reached by the same episode; not
   * where a grant that names persons may lead to the parent and not to the row.
   */
  assume(condition: Condition): void {
    if (namedReach(this.#row) === undefined) this.#assume(condition);
  }

  /**
   * A condition with several alternatives answers none of them: a grant that is seen because it is one's own says nothing
   * of its episode.
   */
  #assume(condition: Condition): void {
    // Asked of the condition as it is: another alternative may hold on the parent and be unknown to this row.
    if (separate(condition).length > 1) return;
    const [only, ...others] = this.#alternatives(condition, true);
    if (only?.ofEpisode == null || others.length > 0) return;
    if (atomsOf(only.ofEpisode).every(asksOnlyOfEpisode))
      this.#assumed.push(new Set(partsOf(only.ofEpisode)));
  }

  /** Takes the condition by which the rows are picked as answered, whole: no row is read for which it does not hold. */
  pick(condition: Condition): void {
    this.#picked = conditionKey(conditionOn(condition, this.#row));
    this.#assume(condition);
  }

  /** Whether the one condition can only hold where the other does, so that it need not be asked as well. */
  implies(condition: Condition, other: Condition): boolean {
    const ways = this.#alternatives(other, true);
    return this.#alternatives(condition, true).every((alternative) =>
      ways.some((way) => asksNoMore(way, alternative)),
    );
  }

  /** Whether the condition holds on every row that is read, given what is assumed. */
  isCertain(condition: Condition): boolean {
    return this.#alternatives(condition).some(
      ({ ofEpisode, ofRow }) => ofEpisode === null && ofRow.kind === 'ALWAYS',
    );
  }

  /** The SQL that is true where the condition holds for some way the row is reached; never null. */
  holds(condition: Condition): SQL {
    const alternatives = this.#alternatives(condition);
    for (const asked of hiddenAskedFor(alternatives.map(({ ofRow }) => ofRow)))
      this.#hiddenAsked.add(asked);
    const [only, ...more] = alternatives.map((alternative) => this.#sql(alternative));
    if (only === undefined) return sql`false`;
    return more.length === 0 ? only : sql`(${sql.join([only, ...more], sql` OR `)})`;
  }

  /** The hidden details that bind the row, as a text array of coordinates (null for none); undefined where none can. */
  hiddenDetails(): SQL | undefined {
    if (!canBeHidden(this.#row)) return undefined;
    this.#hiddenAsked.add('coordinates');
    return sql`x.coordinates`;
  }

  /**
   * The grants by which rows are reached where the condition holds, as one JSON value for the whole statement: a list of
   * keys and, beside it, the grant of each (null for none). What a row is known by there is its {@link reachedAs}.
   */
  grantsBehind(condition: Condition): SQL {
    const asked = this.#asksAGrant(condition);
    if (asked.kind === NEVER.kind) return sql`NULL`;
    const { from, key, test } = this.#answers.through(asked, this.#row);
    return sql`(SELECT json_build_array(array_agg(${key}), array_agg(r.grant_id)) FROM ${from} WHERE ${test})`;
  }

  /**
   * The grants by which one row is reached where the condition holds, as a list of the row's own; undefined where every grant
   * on an episode leads to each row of the kind, so that {@link grantsBehind} says it once for all.
   */
  grantsOfRow(condition: Condition): SQL | undefined {
    const reaches = namedReach(this.#row);
    if (reaches === undefined) return undefined;
    const from = reachOfRow(this.#row, reaches, this.#answers.whose, { onlyNarrowed: false });
    return sql`ARRAY(SELECT r.grant_id FROM ${from} r WHERE r.grant_id IS NOT NULL AND ${throughGrant(this.#asksAGrant(condition), this.#row)})`;
  }

  /**
   * The justifications that unlock these classes, as one JSON value for the whole statement: a list of persons and, beside
   * it, the class and the justification of each; null where no grant makes the condition hold. Only of episodes through
   * which rows are seen: one given in an episode that is closed unlocks nothing.
   */
  justificationsBehind(classes: readonly ClassKey[], condition: Condition): SQL | null {
    const asked = this.#asksAGrant(condition);
    if (asked.kind === NEVER.kind) return null;
    const { from, test } = this.#answers.to(asked, this.#row);
    const seen = isReachedPerson(this.#row)
      ? sql`(u.episode_id, u.person_id) IN (SELECT r.episode_id, r.concerned_id FROM ${from} WHERE ${test})`
      : sql`u.episode_id IN (SELECT r.episode_id FROM ${from} WHERE ${test})`;
    return sql`(SELECT json_build_array(array_agg(u.person_id), array_agg(u.class || ' ' || u.justification_id)) FROM unlocked u
    WHERE u.class IN (${literals(classes)}) AND (${seen}) IS TRUE)`;
  }

  /** What is asked of an episode that a grant leads to. What holds without one, as for the caller's own account, rests on none. */
  #asksAGrant(condition: Condition): Condition {
    return or(
      this.#alternatives(condition, true)
        .flatMap(({ ofEpisode }) => ofEpisode ?? [])
        .filter((ofEpisode) =>
          atomsOf(ofEpisode).some(({ predicate }) => predicate === 'grant.live'),
        ),
    );
  }

  /** The row's key among those by which rows are reached. */
  reachedAs(): SQL {
    return reachSource(this.#row.link).rowKey;
  }

  /** The justifications by which a row of a stricter class is read, as a list (null for other rows); undefined where rows have none. */
  stricterClassOpenedBy(): SQL | undefined {
    return justifiedBy(this.#row);
  }

  /** Whether every way for the condition to hold leads through an episode of the caller's reach. */
  leadsThroughReach(condition: Condition): boolean {
    return this.#alternatives(condition, true).every(({ ofEpisode }) => ofEpisode !== null);
  }

  /** The SQL that finds by index every row for which the condition can hold; null where it may hold on any row of the table. */
  foundBy(condition: Condition): SQL | null {
    return foundBy(this.#alternatives(condition, true), this.#row);
  }

  /** The ways by which every row is found for which the condition can hold; null where it may hold on any row of the table. */
  waysTo(condition: Condition): readonly FindingWay[] | null {
    return findingWays(this.#alternatives(condition, true), this.#row);
  }

  get asksForHidden(): boolean {
    return this.#hiddenAsked.size > 0;
  }

  /** What {@link holds} needs beside the row. */
  joins(): SQL {
    return writtenLast(() =>
      beside([
        ...[...this.#hiddenAsked].map((asked) => hiddenCoordinates(this.#row, asked)),
        ...this.#lookups.shared(),
      ]),
    );
  }

  #alternatives(condition: Condition, whole = false): readonly Alternative[] {
    const onRow = conditionOn(condition, this.#row);
    if (!whole && conditionKey(onRow) === this.#picked) return [HOLDS_WITHOUT_ASKING];
    const through = separate(onRow).filter(({ ofRow }) => ofRow.kind !== NEVER.kind);
    const otherwise = withoutEpisode(onRow);
    const all =
      asksOfEpisode(onRow) && otherwise.kind !== NEVER.kind
        ? [...through, { ofEpisode: null, ofRow: otherwise }]
        : through;
    if (whole) return all;
    return all.map((alternative) =>
      alternative.ofEpisode !== null && this.#isAssumed(alternative.ofEpisode)
        ? { ...alternative, ofEpisode: null }
        : alternative,
    );
  }

  /** An episode for which more holds is one for which this holds. */
  #isAssumed(ofEpisode: Condition): boolean {
    const asked = partsOf(ofEpisode);
    return this.#assumed.some((held) => asked.every((part) => held.has(part)));
  }

  #sql({ ofEpisode, ofRow }: Alternative): SQL {
    const row = conditionSql(ofRow, this.#row);
    if (ofEpisode === null) return row;
    const reached = this.#once(conditionKey(ofEpisode), () =>
      this.#answers.reached(ofEpisode, this.#row),
    );
    return ofRow.kind === ALWAYS.kind ? reached : sql`(${reached} AND ${row})`;
  }
}

const HOLDS_WITHOUT_ASKING: Alternative = { ofEpisode: null, ofRow: ALWAYS };

/** What is left out of an alternative holds wherever it does. */
function asksNoMore(way: Alternative, than: Alternative): boolean {
  const ofRow = new Set(partsOf(than.ofRow));
  if (way.ofRow.kind !== ALWAYS.kind && !partsOf(way.ofRow).every((part) => ofRow.has(part)))
    return false;
  if (way.ofEpisode === null) return true;
  const ofEpisode = new Set(than.ofEpisode === null ? [] : partsOf(than.ofEpisode));
  return partsOf(way.ofEpisode).every((part) => ofEpisode.has(part));
}

function partsOf(condition: Condition): readonly string[] {
  return (condition.kind === 'AND' ? condition.parts : [condition]).map(conditionKey);
}

function asksOnlyOfEpisode(atom: PredicateAtom): boolean {
  return PREDICATES[atom.predicate].scope === 'EPISODE';
}
