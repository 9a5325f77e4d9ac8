import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { CountyClock, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import type { Remembered } from './justification-reference.ts';
import { leadsTo, opens, stands } from './justification-reference.ts';
import type { Answered, Item, Practitioner } from './justifying.ts';
import { complete, ITEMS, reads, sends } from './justifying.ts';

const { kwame, grace, gideon, dorothea, tom } = cast.practitioners;
const READERS = [kwame, grace];
const EVERYBODY = [kwame, grace, gideon, dorothea, tom];
const DAY_MS = 86_400_000;
const LONGEST = { HEALTH: 180, OFFENCE: 90 };

const JUDGES = [dorothea.id];
const DECIDERS = [gideon.id, dorothea.id];

export const step = fc.record({
  who: fc.constantFrom(...EVERYBODY, dorothea, dorothea, gideon),
  /** Whether what it is about is chosen so that the step can be taken of it. */
  aimed: fc.boolean(),
  pick: fc.nat(9),
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('justify' as const) },
    { weight: 1, arbitrary: fc.constant('renewJustification' as const) },
    { weight: 2, arbitrary: fc.constant('later' as const) },
    {
      weight: 9,
      arbitrary: fc.constantFrom(
        'approveJustification',
        'refuseJustification',
        'withdrawJustification',
        'challengeJustification',
        'upholdJustification',
        'strikeJustification',
      ),
    },
  ),
  item: fc.constantFrom<Item>('HEALTH', 'HEALTH', 'OFFENCE'),
  days: fc.integer({ min: 1, max: 100 }),
  together: fc.boolean(),
  stale: fc.nat(15).map((n) => n === 0),
});
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

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
  now = COUNTY_NOW;

  async take(taken: Step): Promise<void> {
    if (taken.kind === 'later') this.now = new Date(this.now.getTime() + taken.days * (DAY_MS / 4));
    this.#county.clock.set(this.now);
    if (taken.kind === 'justify') await this.#justify(taken);
    else if (taken.kind === 'renewJustification') await this.#renew(taken);
    else if (taken.kind !== 'later') await this.#move(taken, taken.kind);
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

  /** One of those that were touched last: what is long over is no longer of interest. */
  #picked({ pick, kind, aimed }: Step): Remembered | undefined {
    const able = (each: Remembered) => leadsTo(kind, stands(each, this.now)) !== null;
    const known = [...this.all.values()].filter((each) => !aimed || able(each));
    return known.at(-1 - (pick % Math.max(known.length, 1)));
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
        DECIDERS.includes(taken.who.id) ? 'JUSTIFICATION_NOT_YOURS' : 'RECORD_UNKNOWN',
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

  async #move(taken: Step, command: string): Promise<void> {
    const one = this.#picked(taken);
    if (one === undefined) return;
    const { who, together: wholeSet, stale } = taken;
    const expectedRevision = stale ? one.revision + 1 : one.revision;
    const given = { justification: one.id, expectedRevision, reason: `as decided by ${who.name}` };
    const answer = await sends(this.#county.gate, who, command, { ...given, wholeSet });
    const wrong = this.#refusal(one, who, command, { wholeSet, stale });
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
      const to = leadsTo(command, stands(each, this.now));
      if (to === null) continue;
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

  /** Why somebody may not do it; null where they may. */
  #refusal(
    one: Remembered,
    who: Practitioner,
    command: string,
    { wholeSet, stale }: { readonly wholeSet: boolean; readonly stale: boolean },
  ): string | null {
    const judging = command === 'upholdJustification' || command === 'strikeJustification';
    const deciding = command !== 'withdrawJustification';
    const allowed = judging ? JUDGES : DECIDERS;
    const leads = command === 'challengeJustification' && who.id === tom.id;
    if (deciding && !allowed.includes(who.id) && !leads) return 'ROLE_NOT_PERMITTED';
    if (!DECIDERS.includes(who.id) && one.holder !== who.id) return 'RECORD_UNKNOWN';
    if (stale) return 'REVISION_PASSED';
    if (deciding && (one.holder === who.id || one.writer === who.id)) return 'OWN_ACCESS';
    const approving = command === 'approveJustification' || command === 'refuseJustification';
    if (approving && !JUDGES.includes(who.id) && !one.named.includes(who.id))
      return 'JUSTIFICATION_DECIDER';
    if (!deciding && (one.holder !== who.id || (wholeSet && one.writer !== who.id)))
      return 'JUSTIFICATION_NOT_YOURS';
    return leadsTo(command, stands(one, this.now)) === null ? 'STEP_NOT_POSSIBLE' : null;
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
