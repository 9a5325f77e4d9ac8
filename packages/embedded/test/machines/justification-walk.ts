import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { CountyClock, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import type { Remembered } from './justification-reference.ts';
import { leadsTo, opens, stands, WAYS } from './justification-reference.ts';
import { EVERYBODY, OVERSEERS, READERS, refusalOf, whoMay } from './justification-rights.ts';
import type { Step } from './justification-steps.ts';
import { COMMANDS } from './justification-steps.ts';
import type { Answered, Item, Practitioner } from './justifying.ts';
import { complete, ITEMS, reads, sends } from './justifying.ts';
import { Ways } from './ways.ts';

const { tom } = cast.practitioners;
const DAY_MS = 86_400_000;
const LONGEST = { HEALTH: 180, OFFENCE: 90 };

/** The county that is walked in. */
export interface WalkedCounty {
  readonly gate: Gate;
  readonly owner: CountyDatabase['owner'];
  readonly clock: CountyClock;
}

/** The commands beside the reference, and whoever reads. */
export class Walk {
  readonly #county: WalkedCounty;

  constructor(county: WalkedCounty) {
    this.#county = county;
  }

  readonly all = new Map<string, Remembered>();
  readonly ways = new Ways(WAYS);
  now = COUNTY_NOW;

  async take(taken: Step): Promise<void> {
    if (taken.kind === 'later') this.#later(taken);
    this.#county.clock.set(this.now);
    if (taken.kind === 'justify') await this.#justify(taken);
    else if (taken.kind === 'renewJustification') await this.#renew(taken);
    else if (taken.kind !== 'later') await this.#move(this.#onward(taken));
  }

  #later({ days, aimed }: Step): void {
    const running = [...this.all.values()].find((each) =>
      this.ways.isLeft([stands(each, this.now), 'EXPIRED']),
    );
    const ends = aimed ? running?.until : undefined;
    const then = ends ?? new Date(this.now.getTime() + days * (DAY_MS / 4));
    for (const each of this.all.values()) {
      const [from, to] = [stands(each, this.now), stands(each, then)];
      if (from !== to) this.ways.took(from, to);
    }
    this.now = then;
  }

  stepsTaken(): number {
    return [...this.all.values()].reduce((sum, { steps }) => sum + steps.length, 0);
  }

  async #justify({ who, item, days, together }: Step): Promise<void> {
    const until = new Date(this.now.getTime() + days * DAY_MS);
    const covers = together ? READERS.filter(({ id }) => id !== who.id).map(({ id }) => id) : [];
    const answer = await sends(
      this.#county.gate,
      who,
      'justify',
      complete(item, who, until, { covers }),
    );
    if (!READERS.includes(who as (typeof READERS)[number]) && who.id !== tom.id) {
      expect(answer.refused?.code).toBe('RECORD_UNKNOWN');
      return;
    }
    if (days > LONGEST[item]) {
      expect(answer.refused?.findings.map(({ part }) => part)).toEqual(['until']);
      return;
    }
    expect(answer.refused).toBeNull();
    await this.#remember([who.id, ...covers], { writer: who.id, item, until }, 1 + covers.length);
  }

  async #remember(
    holders: readonly string[],
    { writer, item, until }: Pick<Remembered, 'writer' | 'item' | 'until'>,
    count: number,
  ): Promise<void> {
    const added = await this.#county.owner.run<{
      id: string;
      holder: string;
      set: string | null;
      named: string[];
    }>({
      text: `SELECT id, account_id AS holder, set_id AS set, array_remove(ARRAY[approver_id, deputy_id], NULL) AS named FROM access.justification
        WHERE starts_at = $1 AND written_by = $2 AND expires_at = $3 AND NOT id = ANY ($4::uuid[])`,
      values: [this.now.toISOString(), writer, until.toISOString(), [...this.all.keys()]],
    });
    expect(added).toHaveLength(count);
    for (const { id, holder, set, named } of added) {
      expect(named.length > 0).toBe(item === 'OFFENCE');
      for (const one of [writer, ...holders]) expect(named).not.toContain(one);
      expect(holders).toContain(holder);
      expect(set === null).toBe(count === 1);
      this.all.set(id, {
        id,
        holder,
        writer,
        item,
        set,
        until,
        named,
        state: item === 'OFFENCE' ? 'NEEDS_APPROVAL' : 'LIVE',
        revision: 1,
        steps: [
          { move: 'SUBMIT', by: writer, at: this.now },
          {
            move: item === 'OFFENCE' ? 'SEND_FOR_APPROVAL' : 'FIND_COMPLETE',
            by: writer,
            at: this.now,
          },
        ],
      });
    }
  }

  /** An aimed step takes a way that none took yet, where there is something to take it of. */
  #onward(taken: Step): Step {
    const left = COMMANDS.filter((kind) =>
      [...this.all.values()].some((each) => this.#isLeft(each, kind)),
    );
    const kind = left[taken.pick % Math.max(left.length, 1)];
    return taken.aimed && kind !== undefined ? { ...taken, kind } : taken;
  }

  #isLeft(each: Remembered, command: string): boolean {
    const state = stands(each, this.now);
    return this.ways.isLeft([state, leadsTo(command, state) ?? '']);
  }

  /** One of those that were touched last, as what is long over is no longer of interest; aimed, where it leads on. */
  #picked({ pick, kind, aimed }: Step): Remembered | undefined {
    const able = (each: Remembered) => leadsTo(kind, stands(each, this.now)) !== null;
    const known = [...this.all.values()].filter((each) => !aimed || able(each));
    const left = known.filter((each) => this.#isLeft(each, kind));
    const choices = aimed && left.length > 0 ? left : known;
    return choices.at(-1 - (pick % Math.max(choices.length, 1)));
  }

  async #renew(taken: Step): Promise<void> {
    const one = this.#picked(taken);
    if (one === undefined) return;
    const until = new Date(this.now.getTime() + taken.days * DAY_MS);
    const answer = await sends(this.#county.gate, taken.who, 'renewJustification', {
      justification: one.id,
      expectedRevision: one.revision,
      until: until.toISOString(),
      idempotencyKey: crypto.randomUUID(),
    });
    const state = stands(one, this.now);
    if (one.holder !== taken.who.id)
      expect(answer.refused?.code).toBe(
        OVERSEERS.includes(taken.who.id) ? 'JUSTIFICATION_NOT_YOURS' : 'RECORD_UNKNOWN',
      );
    else if (state !== 'LIVE' && state !== 'EXPIRED')
      expect(answer.refused?.code).toBe('STEP_NOT_POSSIBLE');
    else if (taken.days > LONGEST[one.item])
      expect(answer.refused?.code).toBe('JUSTIFICATION_INCOMPLETE');
    else {
      expect(answer.refused).toBeNull();
      const { item } = one;
      await this.#remember([one.holder], { writer: one.holder, item, until }, 1);
    }
  }

  async #move(taken: Step): Promise<void> {
    const one = this.#picked(taken);
    if (one === undefined) return;
    const { kind: command, together: wholeSet, stale } = taken;
    const of = { wholeSet, stale, now: this.now };
    const who = taken.aimed ? whoMay(one, taken.who, command, of) : taken.who;
    const expectedRevision = stale ? one.revision + 1 : one.revision;
    const given = { justification: one.id, expectedRevision, reason: `as decided by ${who.name}` };
    const answer = await sends(this.#county.gate, who, command, { ...given, wholeSet });
    const wrong = refusalOf(one, who, command, of);
    if (wrong !== null) {
      expect([command, answer.refused?.code]).toEqual([command, wrong]);
      if (wrong === 'REVISION_PASSED') expect(answer.refused?.revision).toBe(one.revision);
      if (wrong === 'STEP_NOT_POSSIBLE')
        expect(answer.refused?.about[0]).toBe(stands(one, this.now));
      return;
    }
    this.#changed(one, command, who, { wholeSet, answer });
  }

  #changed(
    one: Remembered,
    command: string,
    who: Practitioner,
    { wholeSet, answer }: { readonly wholeSet: boolean; readonly answer: Answered },
  ): void {
    expect(answer.refused).toBeNull();
    const others = [...this.all.values()].filter(
      (each) => wholeSet && each.set !== null && each.set === one.set && each.id !== one.id,
    );
    for (const each of [one, ...others]) {
      const from = stands(each, this.now);
      const to = leadsTo(command, from);
      if (to === null) continue;
      this.ways.took(from, to);
      each.state = to;
      each.revision += 1;
      each.steps.push({
        move: command.replace('Justification', '').toUpperCase(),
        by: who.id,
        at: this.now,
      });
    }
    const shown = answer.changed.find(({ id }) => id === one.id);
    expect(shown).toMatchObject({ state: stands(one, this.now), revision: one.revision });
  }

  /** The reader sees the field while one of theirs is live, and not otherwise. */
  async readsAsItStands(who: (typeof READERS)[number], item: Item): Promise<void> {
    const open = opens(this.all.values(), who.id, item, this.now);
    const expected = open ? ITEMS[item].values : null;
    expect([who.name, item, await reads(this.#county.gate, who, item)]).toEqual([
      who.name,
      item,
      expected,
    ]);
  }

  /** Whoever leads sees where each stands, and nothing of what its writer said. */
  async isShownToLead(): Promise<void> {
    const { body } = await this.#county.gate.ask(
      tom,
      '{ justifications(first: 50) { edges { node { id state practitioner { id } relevance } } } }',
      { purpose: 'COORDINATE_SUPPORT' },
    );
    expect(body.errors).toBeUndefined();
    const shown: readonly Answered[] = body.data.justifications.edges.map(
      ({ node }: { node: Answered }) => node,
    );
    for (const each of [...this.all.values()].slice(-10))
      expect(shown).toContainEqual({
        id: each.id,
        state: stands(each, this.now),
        practitioner: { id: each.holder },
        relevance: each.holder === tom.id ? expect.any(String) : null,
      });
  }

  /** Each stands where the reference has it, and each of its steps is on the record once. */
  async isAsRemembered(): Promise<void> {
    const rows = await this.#county.owner.run<{
      id: string;
      state: string;
      revision: number;
      steps: readonly { move: string; by: string; at: string; agency: string; behalf: string }[];
    }>({
      text: `SELECT j.id, CASE WHEN j.state IN ('LIVE', 'NEEDS_APPROVAL') AND j.expires_at <= $2 THEN 'EXPIRED' ELSE j.state END AS state,
          j.revision, (SELECT json_agg(json_build_object('move', e.move, 'by', e.actor_id, 'at', e.at, 'agency', e.actor_agency_id,
            'behalf', e.on_behalf_of) ORDER BY e.position) FROM partners.access_event e WHERE e.subject_id = j.id AND e.reason <> ''
            AND e.account_id = j.account_id AND e.episode_id = j.episode_id) AS steps
        FROM access.justification j WHERE j.id = ANY ($1::uuid[])`,
      values: [[...this.all.keys()], this.now.toISOString()],
    });
    expect(rows).toHaveLength(this.all.size);
    for (const { id, state, revision, steps } of rows) {
      const one = this.all.get(id);
      if (one === undefined) throw new Error('not remembered');
      expect({ id, state, revision }).toEqual({
        id,
        state: stands(one, this.now),
        revision: one.revision,
      });
      expect(steps.map(({ move, by, at }) => [move, by, new Date(at).toISOString()])).toEqual(
        one.steps.map(({ move, by, at }) => [move, by, at.toISOString()]),
      );
      for (const { by, agency, behalf } of steps) {
        expect(agency).toBe(EVERYBODY.find((each) => each.id === by)?.agency.id);
        expect(['SELF', 'AGENCY', 'COLLEAGUE']).toContain(behalf);
      }
    }
  }
}
