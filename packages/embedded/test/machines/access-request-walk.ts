import type { Connection } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import type { Scene } from '../scenarios/vocabulary/scene.ts';
import type { Command, Known, Name, World } from './access-request-life.ts';
import {
  isOpen,
  keptUntil,
  knowsOfFamily,
  leadsTo,
  PEOPLE,
  refusalOf,
  windowAfter,
} from './access-request-life.ts';
import type { Answered } from './commands.ts';
import { Doer } from './doer.ts';

const okafor = cast.families.okafor.episodes.current;
const CHANGED = 'AccessRequestChanged { request state revision }';
const DAY = 86_400_000;
const A_DAY = 20;

/** What each step is sent with, and the reason that stands on the record of it. */
export const CALLS: Readonly<
  Record<Command, { readonly name: string; readonly given: object; readonly reason: string }>
> = {
  query: {
    name: 'queryAccessRequest',
    given: { query: 'Which class? ‏איזו‏' },
    reason: 'A question back.',
  },
  reply: {
    name: 'replyToQuery',
    given: { reply: 'Year 4 “B”' },
    reason: 'An answer to the question.',
  },
  answer: {
    name: 'answerAccessRequest',
    given: { episode: okafor.id, reason: 'she teaches him' },
    reason: 'she teaches him',
  },
  refuse: {
    name: 'refuseAccessRequest',
    given: { code: 'NOT_NECESSARY', reasons: 'Her work ended in May.' },
    reason: 'The reasons stand with the request.',
  },
};

/** Who tries a step, and the number by which the rest of it is drawn. */
interface Trial {
  readonly who: Name;
  readonly pick: number;
}

const isStale = (pick: number): boolean => pick % 11 === 10;
const endOf = (pick: number, now: number): number => now + ([3, 1, 20, -1][pick % 4] ?? 1) * DAY;

/** The commands beside the reference, in one county. */
export class RequestWalk {
  readonly #scene: Scene;
  world: World = { requests: [], asked: [] };

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  now(): number {
    return this.#scene.clock.now().getTime();
  }

  as(name: Name): Doer {
    const isOffice = name === 'prue' || name === 'dorothea';
    return new Doer(
      this.#scene.gate(),
      PEOPLE[name],
      isOffice ? 'ADMINISTRATION' : 'COORDINATE_SUPPORT',
    );
  }

  /** The county as it was: it does not grow old in a walk. */
  async startOver(): Promise<void> {
    this.#scene.clock.set(COUNTY_NOW);
    await this.#scene.database().owner.script(`
      DELETE FROM access.access_grant WHERE id IN (SELECT grant_id FROM partners.access_request);
      DELETE FROM partners.access_request;
      DELETE FROM scheduler.notice WHERE kind = 'ACCESS_REQUEST_ANSWERED'`);
    this.world = { requests: [], asked: [] };
  }

  async asks(asker: Name, isRoleTheirs: boolean): Promise<void> {
    const { asked, requests } = this.world;
    const now = this.now();
    const lately = asked.filter((each) => each.asker === asker && each.at > now - DAY);
    const { changed, refused } = await this.as(asker).tries<Answered>(
      'requestAccess',
      {
        identifiers: { givenName: 'Ünknown', familyName: 'Per‘haps', dateOfBirth: '2014-03-04' },
        role: isRoleTheirs ? roleOf(asker) : 'QA_AUDITOR',
        workingRelationship: 'Teaches him',
        purpose: 'To help with attendance',
        idempotencyKey: crypto.randomUUID(),
      },
      CHANGED,
    );
    const tooOften = lately.length >= A_DAY ? 'TOO_MANY_REQUESTS' : null;
    expect(refused?.code ?? null).toBe(isRoleTheirs ? tooOften : 'GRANT_NOT_POSSIBLE');
    if (changed === null) return;
    expect(changed).toMatchObject({ state: 'RECEIVED', revision: 1 });
    asked.push({ asker, at: now });
    requests.push({
      id: changed.request,
      asker,
      state: 'REQUESTED',
      revision: 1,
      outcomeAt: windowAfter(now),
      decidedAt: null,
      query: null,
      reply: null,
      reasons: null,
      isTold: false,
      isWiped: false,
      noticed: new Set(),
      accessUntil: null,
    });
  }

  /** By which code a step would be refused; null where it is taken. */
  expects(known: Known, command: Command, { who, pick }: Trial): string | null {
    const now = this.now();
    const endsAt = endOf(pick, now);
    return refusalOf(this.world, known, command, { who, isStale: isStale(pick), endsAt, now });
  }

  /** Tries a step; the code by which it is refused, null where it is taken. */
  async tries(known: Known, command: Command, trial: Trial): Promise<string | null> {
    const { who, pick } = trial;
    const endsAt = endOf(pick, this.now());
    const tells = command === 'refuse' && pick % 3 > 0;
    const expected = this.expects(known, command, trial);
    const { name, given } = CALLS[command];
    const { changed, refused } = await this.as(who).tries<Answered>(
      name,
      {
        request: known.id,
        expectedRevision: known.revision + (isStale(pick) ? 1 : 0),
        ...given,
        ...(tells ? { episode: okafor.id } : {}),
        ...(command === 'answer'
          ? { endsAt: new Date(endsAt).toISOString(), idempotencyKey: crypto.randomUUID() }
          : {}),
      },
      CHANGED,
    );
    expect(refused?.code ?? null, `${who}: ${command} ${known.asker}’s`).toBe(expected);
    if (refused?.code === 'STEP_NOT_POSSIBLE') expect(refused.about[0]).toBe(known.state);
    if (changed === null) return expected;
    known.state = leadsTo(command, known.state) ?? '';
    known.revision += 1;
    expect(changed).toMatchObject({ state: known.state, revision: known.revision });
    this.#changed(known, command, { endsAt, tells });
    return null;
  }

  #changed(
    known: Known,
    command: Command,
    { endsAt, tells }: { readonly endsAt: number; readonly tells: boolean },
  ): void {
    const now = this.now();
    const given = { ...CALLS[command].given } as Partial<Known>;
    if (command === 'query') known.query = given.query ?? null;
    if (command === 'reply') known.reply = given.reply ?? null;
    if (command === 'query' || command === 'reply') known.outcomeAt = windowAfter(now);
    if (command === 'answer') {
      known.decidedAt = now;
      known.accessUntil = endsAt;
    }
    if (command !== 'refuse') return;
    known.decidedAt = now;
    known.reasons = given.reasons ?? null;
    known.isTold = tells && knowsOfFamily(this.world, known.asker);
  }

  /** Time goes by, and what is due happens; answers what lapsed. */
  async waits(at: number, service: Connection): Promise<readonly Known[]> {
    this.#scene.clock.set(new Date(Math.max(this.now(), at)));
    await this.#fireAll(service);
    const { requests } = this.world;
    const lapsed = requests.filter((each) => isOpen(each) && keptUntil(each) <= this.now());
    for (const each of requests) {
      const over = each.outcomeAt <= this.now();
      if (over) each.noticed.add(each.outcomeAt);
      if (lapsed.includes(each) || (over && each.decidedAt !== null)) each.isWiped = true;
      if (!lapsed.includes(each)) continue;
      each.state = 'LAPSED';
      each.revision += 1;
    }
    return lapsed;
  }

  async #fireAll(service: Connection): Promise<void> {
    const timers = partnersTimers.filter(({ name }) => name.startsWith('ACCESS_REQUEST'));
    for (let isDue = true; isDue; ) {
      const { fired, failed } = await fireDue(service, timers, this.#scene.clock.now(), {
        log: () => {},
      });
      expect(failed).toBe(0);
      isDue = fired > 0;
    }
  }
}

function roleOf(asker: Name): string {
  return asker === 'gideon' ? 'EARLY_HELP_MANAGER' : 'TAF_MEMBER';
}
