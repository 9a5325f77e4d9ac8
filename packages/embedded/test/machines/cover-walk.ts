import type { Connection } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { fireDue } from '@postern/scheduler';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import type { Scene } from '../scenarios/vocabulary/scene.ts';
import type { Answered } from './commands.ts';
import type { Covering, Decision, Known, Name, Trial, Work, World } from './cover-life.ts';
import {
  decisionRefused,
  leadsTo,
  liveCoverings,
  NAMES,
  offerRefused,
  PEOPLE,
  READERS,
  RELATED,
  standsAgainst,
} from './cover-life.ts';
import { Doer } from './doer.ts';
import { monthsAfter } from './grant-reference.ts';

const CHANGED = 'CoverChanged { cover state revision grants { id } notPossible { code rule } }';

/** The commands beside the reference, in one county. */
export class CoverWalk {
  readonly #scene: Scene;
  #county: Pick<World, 'work' | 'roles' | 'own'> | undefined;
  /** What stood against giving something, and how much began and ended. */
  readonly against = new Map<string, number>();
  world: World = { work: [], roles: {}, own: {}, offers: [], coverings: [], related: null };

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  now(): number {
    return this.#scene.clock.now().getTime();
  }

  as(name: Name): Doer {
    const purpose = name === 'prue' ? 'ADMINISTRATION' : 'COORDINATE_SUPPORT';
    return new Doer(this.#scene.gate(), PEOPLE[name], purpose);
  }

  /** The county as it was: it does not grow old in a walk. */
  async startOver(): Promise<void> {
    this.#scene.clock.set(COUNTY_NOW);
    await this.#scene.database().owner.script(`
      DELETE FROM access.access_grant WHERE basis = 'COVER';
      DELETE FROM partners.cover_request;
      DELETE FROM access.conflict_of_interest WHERE account_id = '${PEOPLE.prue.id}'`);
    this.#county ??= await this.#readCounty();
    this.world = { ...this.#county, offers: [], coverings: [], related: null };
  }

  async #readCounty(): Promise<Pick<World, 'work' | 'roles' | 'own'>> {
    const nameOf = (id: string): Name => NAMES.find((name) => PEOPLE[name].id === id) ?? 'hal';
    const { owner } = this.#scene.database();
    const ids = [NAMES.map((name) => PEOPLE[name].id)];
    const rows = await owner.run<Omit<Work, 'who'> & { account: string }>({
      text: `SELECT held.id AS grant, account_id AS account, episode_id AS episode, family_id AS family, role, status
        FROM access.access_grant held JOIN access.episode ON episode.id = episode_id
        WHERE account_id = ANY ($1::uuid[]) AND revoked_at IS NULL AND suspended_at IS NULL AND ends_at IS NULL`,
      values: ids,
    });
    const held = await owner.run<{ account: string; role: string }>({
      text: 'SELECT account_id AS account, role FROM access.role_holding WHERE account_id = ANY ($1::uuid[])',
      values: ids,
    });
    const own: Record<string, readonly string[]> = {};
    for (const name of READERS) own[name] = (await this.finds(name)).episodes;
    return {
      work: rows.map(({ account, ...rest }) => ({ ...rest, who: nameOf(account) })),
      roles: Object.fromEntries(
        NAMES.map((name) => [
          name,
          held.filter(({ account }) => nameOf(account) === name).map(({ role }) => role),
        ]),
      ),
      own,
    };
  }

  /** What somebody finds now, and their access that comes of covering. */
  async finds(
    name: Name,
  ): Promise<{ readonly episodes: readonly string[]; readonly coverings: readonly Answered[] }> {
    const { body } = await this.as(name).asks(
      '{ episodes(first: 100) { edges { node { id } } } me { grants { id basis state episode { id } } } }',
    );
    expect(body.errors).toBeUndefined();
    const coverings = body.data.me.grants.filter(({ basis }: Answered) => basis === 'COVER');
    return {
      episodes: body.data.episodes.edges.map(({ node }: Answered) => node.id).sort(),
      coverings: coverings
        .map(({ id, state, episode }: Answered) => [id, state, episode?.id ?? null])
        .sort(),
    };
  }

  /** Offers to cover; the code by which it is refused, null where it is taken. */
  async offers(asker: Name, colleague: Name, days: number): Promise<string | null> {
    const now = this.now();
    const until = now + days * 86_400_000;
    const { changed, refused } = await this.as(asker).tries<Answered>(
      'requestCover',
      {
        colleague: PEOPLE[colleague].id,
        until: new Date(until).toISOString(),
        reason: 'on leave',
        idempotencyKey: crypto.randomUUID(),
      },
      CHANGED,
    );
    const expected = offerRefused(asker, colleague, until, { now, latest: monthsAfter(now, 6) });
    expect(refused?.code ?? null, `${asker} for ${colleague}`).toBe(expected);
    if (expected === 'GRANT_NOT_POSSIBLE')
      expect(refused?.findings.map(({ part }) => part)).toEqual(['until']);
    if (changed === null) return expected;
    // Of what the colleague works with nothing is told.
    expect(changed).toMatchObject({ state: 'REQUESTED', grants: [], notPossible: [] });
    const { cover: id } = changed;
    this.world.offers.push({ id, asker, colleague, until, state: 'REQUESTED', revision: 1 });
    return null;
  }

  /** Decides about an offer; the code by which it is refused, null where it is taken. */
  async decides(known: Known, trial: Trial): Promise<string | null> {
    const { decision, who, isStale } = trial;
    const expected = decisionRefused(this.world, known, trial);
    const { changed, refused } = await this.as(who).tries<Answered>(
      'decideCover',
      {
        cover: known.id,
        expectedRevision: known.revision + (isStale ? 1 : 0),
        decision,
        reason: 'as agreed',
        idempotencyKey: crypto.randomUUID(),
      },
      CHANGED,
    );
    expect(refused?.code ?? null, `${who}: ${decision} ${known.state}`).toBe(expected);
    if (refused?.code === 'STEP_NOT_POSSIBLE') expect(refused.about[0]).toBe(known.state);
    if (changed === null) return expected;
    known.state = leadsTo(decision, known.state) ?? '';
    known.revision += 1;
    expect(changed).toMatchObject({ state: known.state, revision: known.revision });
    await this.#given(known, decision, changed);
    return null;
  }

  /** Everything of a colleague's that can be given is, and what cannot is named with all that stands against it. */
  async #given(known: Known, decision: Decision, changed: Answered): Promise<void> {
    const now = this.now();
    const caseload =
      decision === 'REFUSE' ? [] : this.world.work.filter(({ who }) => who === known.colleague);
    const against = caseload.map((each) => {
      const codes = standsAgainst(this.world, known, each, now);
      for (const code of codes) this.against.set(code, (this.against.get(code) ?? 0) + 1);
      return { each, codes };
    });
    const given = against.filter(({ codes }) => codes.length === 0);
    const named = (codes: readonly { code: string; rule: string }[]): readonly string[] =>
      codes.map(({ code, rule }) => `${rule} ${code}`).sort();
    expect(named(changed.notPossible)).toEqual(
      named(
        against.flatMap(({ each: { grant: rule }, codes }) =>
          codes.map((code) => ({ code, rule })),
        ),
      ),
    );
    const ids: readonly string[] = changed.grants.map(({ id }: Answered) => id);
    const rows = await this.#scene
      .database()
      .owner.run<{ grant: string; episode: string; role: string }>({
        text: 'SELECT id AS grant, episode_id AS episode, role FROM access.access_grant WHERE id = ANY ($1::uuid[])',
        values: [ids],
      });
    const of = ({ episode, role }: { episode: string; role: string }) => `${episode} ${role}`;
    expect(rows.map(of).sort()).toEqual(given.map(({ each }) => of(each)).sort());
    const { asker: who, until } = known;
    for (const row of rows) this.world.coverings.push({ ...row, who, until });
  }

  /** Somebody of the host turns out to be related to a family that a colleague works with, or no longer is. */
  async relates(colleague: Name): Promise<void> {
    const isRelated = this.world.related !== null;
    const family = this.world.work.find(({ who }) => who === colleague)?.family ?? null;
    this.world.related = isRelated ? null : family;
    if (!isRelated && family === null) return;
    await this.#scene.database().owner.run(
      isRelated
        ? {
            text: 'DELETE FROM access.conflict_of_interest WHERE account_id = $1',
            values: [PEOPLE[RELATED].id],
          }
        : {
            text: 'INSERT INTO access.conflict_of_interest (id, account_id, family_id, declared_at) VALUES (gen_random_uuid(), $1, $2, $3)',
            values: [PEOPLE[RELATED].id, family, this.#scene.clock.now().toISOString()],
          },
    );
  }

  /** Time goes by, and what is due happens; answers what ended. */
  async waits(at: number, service: Connection): Promise<readonly Covering[]> {
    const before = liveCoverings(this.world, this.now());
    this.#scene.clock.set(new Date(Math.max(this.now(), at)));
    const timers = partnersTimers.filter(({ name }) => name.startsWith('GRANT_'));
    const { failed } = await fireDue(service, timers, this.#scene.clock.now(), { log: () => {} });
    expect(failed).toBe(0);
    return before.filter(({ until }) => until <= this.now());
  }
}
