import type { Connection } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { civilDay } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { expect } from 'vitest';
import type { Overridden } from '../scenarios/vocabulary/override.ts';
import {
  healthLaw,
  known,
  OVERRIDE_CHANGED,
  overrideOf,
} from '../scenarios/vocabulary/override.ts';
import type { Scene } from '../scenarios/vocabulary/scene.ts';
import type { Arguments } from './doer.ts';
import { Doer } from './doer.ts';
import type { Holder, Name, OverrideModel } from './override-life.ts';
import {
  begun,
  EXPLAINED,
  endOf,
  explainerOf,
  IS_OPEN,
  opens,
  outcomeOf,
  PEOPLE,
  PERSONS,
  PURPOSES,
} from './override-life.ts';
import type { OfOne, Step, Taking } from './override-steps.ts';
import { refusal } from './override-steps.ts';
import type { Recorded } from './walking.ts';
import { expectStep } from './walking.ts';

const { okafor } = cast.families;
const HOUR = 3_600_000;
const NOBODY = { givenName: 'Nobody', familyName: 'Atall', dateOfBirth: '2011-01-01' };
/** What happens to an override because a time has come. */
const DUE = ['OVERRIDE_TO_EXPLAIN', 'GRANT_ENDED'];
const TIMERS = partnersTimers.filter(({ name }) => DUE.includes(name));

/** Overrides as they are taken, explained, found on, given up and over; each step held against what the domain says of it. */
export class OverrideWalk {
  readonly overrides: OverrideModel[] = [];
  /** Who declared a relationship with the family. */
  readonly related = new Set<Holder>();
  readonly taken = new Set<string>();
  readonly #scene: Scene;
  readonly #service: Connection;

  constructor(scene: Scene, service: Connection) {
    this.#scene = scene;
    this.#service = service;
  }

  now(): number {
    return this.#scene.clock.now().getTime();
  }

  take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'TAKE':
        return this.#reach(step);
      case 'EXPLAIN':
        return this.#explain(step);
      case 'REVIEW':
        return this.#review(step);
      case 'END':
        return this.#giveUp(step);
      case 'RELATE':
        return this.#relate(step.who);
      case 'TIME':
        return this.#goOn(step.hours);
    }
  }

  /** As {@link expectStep}, by one of these people at the county's time. */
  #expectStep(
    subject: string,
    { steps, who }: { readonly steps: number; readonly who: Name | null },
    expected: Partial<Recorded>,
  ): Promise<void> {
    return expectStep(
      this.#scene.database().owner,
      { subject, steps, who: who === null ? null : PEOPLE[who] },
      { at: this.#isoNow(), ...expected },
    );
  }

  async #reach(given: Taking): Promise<void> {
    const { who, person, hours, health } = given;
    const found = given.known && !this.related.has(who);
    const tried = this.overrides.filter(({ holder }) => holder === who);
    const expected = outcomeOf(tried, { hours, found }, this.now());
    const meant = PERSONS[given.known ? person : -1];
    const about = meant === undefined ? NOBODY : await known(this.#scene.database().owner, meant);
    const asked = overrideOf([about], PEOPLE[who], {
      hours,
      ...(health ? { classes: ['SPECIAL_CATEGORY:HEALTH'], legal: healthLaw(PEOPLE[who]) } : {}),
    });
    const { changed, refused } = await this.#doer(who).tries<Overridden>(
      'overrideForSafeguarding',
      asked,
      OVERRIDE_CHANGED,
    );
    if (expected === 'ARGUMENT_INVALID') {
      expect(refused?.code).toBe(expected);
      return;
    }
    const used = expected === 'USED';
    const until = endOf(this.now(), hours);
    expect(changed).toMatchObject({
      state: expected,
      until: new Date(until).toISOString(),
      locked: [],
      revision: 1,
    });
    expect(changed?.grant === null).toBe(!used);
    const [id, grant] = [changed?.override ?? '', changed?.grant?.id ?? null];
    const of = { id, grant, holder: who, person, health, until, state: expected };
    const model = begun(of, this.now());
    this.overrides.push(model);
    this.taken.add(`begun ${expected}`);
    const reason = String(asked['reason']);
    // What was said of a family that nobody found stands with the attempt alone.
    const said = used ? reason : 'Why stands with the attempt.';
    const first = { after: expected, before: null, reason: said, machine: 'OVERRIDE' };
    await this.#expectStep(model.id, { steps: model.steps, who }, first);
    if (model.grant === null) return;
    const opened = { machine: 'GRANT', after: 'GRANTED', reason };
    await this.#expectStep(model.grant, { steps: 1, who }, opened);
  }

  /** The one that a step is about: of the last few, and mostly one of which something can come. */
  #pickOf({ which: n }: OfOne, can: (model: OverrideModel) => boolean): OverrideModel | undefined {
    const last = this.overrides.slice(-12);
    const able = last.filter(can);
    const among = n === 3 || able.length === 0 ? last : able;
    return among[n % Math.max(1, among.length)];
  }

  async #explain(given: OfOne): Promise<void> {
    const model = this.#pickOf(given, ({ explanation }) => IS_OPEN.includes(explanation));
    if (model === undefined) return;
    const explainer = explainerOf(model, this.related);
    const who = given.anybody ?? explainer;
    const before = model.explanation;
    const move = given.yes ? 'TELL' : 'WITHHOLD';
    const isDone = await this.#asks(who, 'explainOverride', {
      changed: OVERRIDE_CHANGED,
      asked: {
        override: model.id,
        expectedRevision: model.revision + given.stale,
        ...(given.yes ? { toldOn: civilDay(new Date(this.now())) } : {}),
        reason: 'as it was safe',
      },
      expected: refusal(given, {
        notTheirs: who === explainer ? null : 'RECORD_UNKNOWN',
        possible: IS_OPEN.includes(before),
      }),
    });
    if (!isDone) return;
    model.explanation = EXPLAINED[move];
    await this.#stepped(model, who, {
      machine: 'OVERRIDE_EXPLANATION',
      move,
      before,
      after: model.explanation,
      reason: 'as it was safe',
      onBehalfOf: who === model.holder ? 'SELF' : 'COLLEAGUE',
    });
    if (who !== model.holder) this.taken.add('explained by an officer');
  }

  async #review(given: OfOne): Promise<void> {
    const model = this.#pickOf(given, ({ state }) => state === 'USED');
    if (model === undefined) return;
    const who = given.anybody ?? 'dorothea';
    const outcome = given.yes ? 'UPHELD' : 'NOT_UPHELD';
    const isDone = await this.#asks(who, 'reviewOverride', {
      changed: OVERRIDE_CHANGED,
      asked: {
        override: model.id,
        expectedRevision: model.revision + given.stale,
        outcome,
        reason: 'as was found',
      },
      expected: refusal(given, {
        notTheirs: who === 'dorothea' ? null : 'ROLE_NOT_PERMITTED',
        possible: model.state === 'USED',
      }),
    });
    if (!isDone) return;
    const found = { onBehalfOf: 'AGENCY', reason: 'as was found' } as const;
    model.state = outcome;
    const step = { ...found, machine: 'OVERRIDE', before: 'USED', after: outcome };
    await this.#stepped(model, who, step);
    if (outcome === 'UPHELD' || !opens(model, this.now())) return;
    await this.#ended(model, who, { ...found, move: 'REVOKE' });
  }

  async #giveUp(given: OfOne): Promise<void> {
    const model = this.#pickOf(given, (each) => opens(each, this.now()));
    if (model === undefined || model.grant === null) return;
    const who = given.anybody ?? model.holder;
    const isDone = await this.#asks(who, 'endMyAccess', {
      changed: 'AccessGrantChanged { grant { id state } }',
      asked: {
        grant: model.grant,
        expectedRevision: model.grantRevision + given.stale,
        reason: 'she is safe',
      },
      expected: refusal(given, {
        notTheirs: who === model.holder ? null : 'RECORD_UNKNOWN',
        possible: opens(model, this.now()),
      }),
    });
    if (!isDone) return;
    this.taken.add('given up');
    await this.#ended(model, who, { move: 'END', reason: 'she is safe' });
  }

  /** Whether a command was carried out, which it had to be exactly where nothing was to refuse it. */
  async #asks(
    who: Name,
    command: string,
    of: { readonly asked: Arguments; readonly changed: string; readonly expected: string | null },
  ): Promise<boolean> {
    const { refused } = await this.#doer(who).tries(command, of.asked, of.changed);
    expect(refused?.code ?? null).toBe(of.expected);
    return of.expected === null;
  }

  async #stepped(
    model: OverrideModel,
    who: Name | null,
    expected: Pick<Recorded, 'machine' | 'after'> & Partial<Recorded>,
  ): Promise<void> {
    model.revision += 1;
    model.steps += 1;
    this.taken.add(`${expected.before} ${expected.after}`);
    await this.#expectStep(model.id, { steps: model.steps, who }, expected);
  }

  async #ended(model: OverrideModel, who: Name, how: Partial<Recorded>): Promise<void> {
    model.ended = true;
    model.grantSteps += 1;
    model.grantRevision += 1;
    await this.#expectStep(
      model.grant ?? '',
      { steps: model.grantSteps, who },
      { ...how, machine: 'GRANT', before: 'EXPIRING', after: 'REVOKED' },
    );
  }

  /** Time goes by, and what becomes due is done by the service: once, and nothing else. */
  async #goOn(hours: number): Promise<void> {
    this.#scene.clock.set(new Date(this.now() + hours * HOUR));
    const logged: unknown[] = [];
    await fireDue(this.#service, TIMERS, this.#scene.clock.now(), {
      log: (entry) => void logged.push(entry),
    });
    expect(logged).toEqual([]);
    for (const model of this.overrides) {
      if (model.explanation === 'DUE' && model.explainBy <= this.now()) {
        model.explanation = 'OVERDUE';
        const overdue = { before: 'DUE', after: 'OVERDUE' };
        await this.#stepped(model, null, { ...overdue, machine: 'OVERRIDE_EXPLANATION' });
      }
      if (model.grant === null || model.ended || model.expired || this.now() < model.until)
        continue;
      model.expired = true;
      model.grantSteps += 1;
      this.taken.add('over');
      const over = { machine: 'GRANT', move: 'EXPIRE', before: 'EXPIRING', after: 'EXPIRED' };
      await this.#expectStep(model.grant, { steps: model.grantSteps, who: null }, over);
    }
  }

  /** Somebody declares a relationship with the family, or it turns out that there is none. */
  async #relate(who: Holder): Promise<void> {
    const { owner } = this.#scene.database();
    const wasRelated = this.related.delete(who);
    if (!wasRelated) this.related.add(who);
    await owner.run({
      text: wasRelated
        ? 'DELETE FROM access.conflict_of_interest WHERE account_id = $1 AND family_id = $2'
        : 'INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at) VALUES (gen_random_uuid(), $1, $2, $3)',
      values: [PEOPLE[who].id, okafor.id].concat(wasRelated ? [] : [this.#isoNow()]),
    });
  }

  #isoNow(): string {
    return this.#scene.clock.now().toISOString();
  }

  #doer(who: Name): Doer {
    return new Doer(this.#scene.gate(), PEOPLE[who], PURPOSES[who]);
  }
}
