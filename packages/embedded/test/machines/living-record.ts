import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answered, Asking } from '../county-fixture.ts';
import { agreeing, COMPETENT, TOLD, WRITTEN } from '../scenarios/family-agreement/agreeing.ts';
import type { Scene } from '../scenarios/vocabulary/scene.ts';
import { carriedOut, commands } from './commands.ts';
import { Doer } from './doer.ts';
import type { Limit, Member, What, Worker } from './living-record-model.ts';
import { LivingRecordModel, PERSONS, TEAM, WORKERS } from './living-record-model.ts';

const { tom, prue } = cast.practitioners;
const { noor: mother, sami: own } = cast.familyAccounts;
const { everard } = cast.families;
const episode = everard.episodes.current;
const HOUR = 3_600_000;

const RECORD = `{ episode(reference: "${episode.reference}") { id family { members { id voice { id words } mentalHealth { id } } } } }`;
/** No episode has it. */
const NOWHERE = RECORD.replace(episode.reference, 'EH-999999999999');

/** One family's record as it goes on, beside what the domain's invariants say of it and nothing of the code. */
export class LivingRecord {
  readonly met = new Set<string>();
  readonly #scene: Scene;
  readonly #model = new LivingRecordModel();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  get #now(): number {
    return this.#scene.clock.now().getTime();
  }

  /** What the sample county has of them goes, so that what is read is what was recorded here. */
  async begins(): Promise<void> {
    await this.#owner(
      'DELETE FROM families.person_entry WHERE person_id IN (SELECT person_id FROM families.family_member WHERE family_id = $1)',
      everard.id,
    );
    for (const name of ['tom', 'bea', 'niamh'] as const)
      this.#model.grantUntil.set(name, Number.POSITIVE_INFINITY);
  }

  async records(name: Worker, what: What, about: Member): Promise<void> {
    const who = WORKERS[name];
    const called = what === 'VOICE' ? 'voice' : 'mentalHealthNote';
    const given = what === 'VOICE' ? { words: 'I like Tuesdays.' } : { summary: 'Sleeps badly.' };
    const answer = await this.#sends(who, 'recordPersonEntry', called, {
      episode: episode.id,
      person: PERSONS[about].id,
      entry: { [called]: given },
      nature: { enum: 'OPINION' },
      idempotencyKey: crypto.randomUUID(),
    });
    const may = this.#model.reachesPerson(name, about, this.#now);
    expect(answer.code ?? null, `${name} records ${what} of ${about}`).toBe(
      may ? null : 'RECORD_UNKNOWN',
    );
    this.met.add(may ? 'recorded' : 'not recorded');
    if (!may) return;
    this.#model.entries.push({
      id: answer[called].id,
      ...{ about, what, revision: 1, by: who.id, agency: who.agency.id },
      at: this.#scene.clock.now().toISOString(),
    });
  }

  async amends(name: Worker, which: number): Promise<void> {
    const entry = this.#model.entries[which % Math.max(1, this.#model.entries.length)];
    if (entry === undefined) return;
    const who = WORKERS[name];
    const called = entry.what === 'VOICE' ? 'voice' : 'mentalHealthNote';
    const given = { detail: `As told on day ${which}.` };
    const change = (id: string): Promise<Answered> =>
      this.#sends(who, 'amendPersonEntry', called, {
        id,
        expectedRevision: entry.revision,
        entry: { [called]: given },
        reason: 'Told again.',
      });
    const answer = await change(entry.id);
    const reads = this.#model.reads(name, entry, this.#now);
    const may = this.#model.amends(name, entry, this.#now);
    const code = may ? null : reads ? 'RECORDING_NOT_PERMITTED' : 'RECORD_UNKNOWN';
    expect(answer.code ?? null, `${name} amends ${JSON.stringify(entry)}`).toBe(code);
    this.met.add(may ? 'amended' : 'not amended');
    if (may) entry.revision += 1;
    // What there is not is answered as what one may not see.
    else if (!reads) expect(await change(crypto.randomUUID())).toEqual(answer);
  }

  async grants(name: Worker): Promise<void> {
    if (name === 'callum') return;
    const until = this.#now + 72 * HOUR;
    const { refused } = await this.#host.tries(
      'grantAccess',
      {
        practitioner: WORKERS[name].id,
        episode: episode.id,
        role: name === 'tom' ? 'LEAD_PROFESSIONAL' : 'TAF_MEMBER',
        workingRelationship: 'Works with the family',
        endsAt: new Date(until).toISOString(),
        reason: 'as the plan has it',
        idempotencyKey: crypto.randomUUID(),
      },
      'AccessGrantChanged { grant { id } }',
    );
    const has = (this.#model.grantUntil.get(name) ?? 0) > this.#now;
    const may = !has && this.#model.open && !this.#model.keptOut.has(name);
    expect(refused === null, `${name} ${JSON.stringify(refused)}`).toBe(may);
    if (may) this.#model.grantUntil.set(name, until);
  }

  async keepsOutOrIn(name: Worker): Promise<void> {
    // The family keeps out neither whoever leads nor who was never in.
    if (name === 'tom' || name === 'callum') return;
    const agency = WORKERS[name].agency.id;
    if (this.#model.keptOut.delete(name)) {
      const now = this.#scene.clock.now().toISOString();
      await this.#owner(
        'UPDATE families.exclusion SET ends_at = $1 WHERE episode_id = $2 AND excluded_agency_id = $3 AND ends_at IS NULL',
        ...[now, episode.id, agency],
      );
      return;
    }
    await this.#host.does(
      'removeAtFamilysRequest',
      {
        ...{ episode: episode.id, agency, viable: true, reason: 'as the family asks' },
        idempotencyKey: crypto.randomUUID(),
      },
      'FamilyRemovalChanged { removal }',
    );
    this.#model.keptOut.add(name);
    this.#model.grantUntil.delete(name);
    this.met.add('kept out');
  }

  async limits(level: Limit): Promise<void> {
    const given = { person: PERSONS.sami.id, level: { enum: level }, reason: 'As I like it.' };
    const answer = await agreeing(this.#scene, episode).as(own, 'RIGHTS')('setLimit', given);
    if (this.#model.open && this.#model.samiAgrees) carriedOut(answer);
    if (answer.code === undefined && answer.turnedAway === undefined) this.#model.limit = level;
  }

  async withdrawsOrAgrees(): Promise<void> {
    const person = PERSONS.sami.id;
    const keeps = agreeing(this.#scene, episode);
    if (this.#model.samiAgrees) {
      const withdrawn = { person, reason: 'Not any more.' };
      carriedOut(await keeps.as(own, 'RIGHTS')('withdrawAgreement', withdrawn));
      this.#model.samiAgrees = false;
      this.met.add('withdrew');
    } else if (this.#model.reaches('tom', this.#now)) {
      const as = keeps.as(tom);
      carriedOut(
        await as('explainNotice', { persons: [person], ...TOLD, helped: 'With pictures.' }),
      );
      carriedOut(await as('offerAgreement', { persons: [person], formVersion: '2024-10' }));
      carriedOut(
        await as('recordSignature', {
          signer: person,
          persons: [person],
          ...WRITTEN,
          competence: COMPETENT,
        }),
      );
      this.#model.samiAgrees = true;
    }
  }

  async closesOrOpens(): Promise<void> {
    if (!this.#model.open) {
      await this.#owner(
        "UPDATE episodes.episode SET status = 'OPEN_TAF' WHERE id = $1",
        episode.id,
      );
      this.#model.open = true;
      return;
    }
    if (!this.#model.reaches('tom', this.#now)) return;
    const lead = new Doer(this.#scene.gate(), tom, 'COORDINATE_SUPPORT');
    for (const [command, given] of [
      ['beginClosing', {}],
      ['closeEpisode', { endReason: 'MOVED' }],
    ] as const) {
      const [held] = await this.#rows<{ revision: number }>(
        'SELECT revision FROM episodes.episode WHERE id = $1',
        episode.id,
      );
      const about = { episode: episode.id, expectedRevision: held?.revision, reason: 'as agreed' };
      await lead.does(command, { ...about, ...given }, 'EpisodeChanged { episode { id } }');
    }
    this.#model.open = false;
    this.#model.grantUntil.clear();
    const live = await this.#rows(
      `SELECT 1 AS live FROM access.access_grant WHERE episode_id = $1 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > $2)
        AND role IN ('LEAD_PROFESSIONAL', 'TAF_MEMBER')`,
      ...[episode.id, this.#scene.clock.now().toISOString()],
    );
    expect(live).toEqual([]);
    this.met.add('ended by closing');
  }

  goesOn(hours: number): Promise<void> {
    this.#scene.clock.set(new Date(this.#now + hours * HOUR));
    return Promise.resolve();
  }

  async mends(at: number): Promise<void> {
    if (!this.#model.open) await this.closesOrOpens();
    for (const name of ['tom', 'bea', 'niamh'] as const) {
      if (this.#model.keptOut.has(name) && at % 8 === 3) await this.keepsOutOrIn(name);
      if ((this.#model.grantUntil.get(name) ?? 0) <= this.#now && !this.#model.keptOut.has(name))
        await this.grants(name);
    }
    if (!this.#model.samiAgrees && at % 8 === 7) await this.withdrawsOrAgrees();
  }

  async expectReads(after: string): Promise<void> {
    for (const name of TEAM) {
      const shown = await this.#shownTo(WORKERS[name], RECORD, 'COORDINATE_SUPPORT');
      if (!this.#model.reaches(name, this.#now)) {
        const nothing = await this.#shownTo(WORKERS[name], NOWHERE, 'COORDINATE_SUPPORT');
        expect(shown, `${after}: ${name}`).toEqual(nothing);
        continue;
      }
      const due = this.#model.entries
        .filter((entry) => this.#model.reads(name, entry, this.#now))
        .map(({ id }) => id);
      expect(shown?.toSorted(), `${after}: ${name}`).toEqual(due.toSorted());
      if (due.length > 0) this.met.add('reads');
      if (this.#model.entries.some((entry) => entry.what === 'MOOD' && due.includes(entry.id)))
        this.met.add('own agency’s of a stricter class');
    }
    const hers = await this.#shownTo(mother, RECORD, 'RIGHTS');
    const isOpen = this.#model.limit === 'OPEN_TO_PARENTS';
    const ofSami = this.#model.entries.filter(
      ({ about, what }) => about === 'sami' && what === 'VOICE',
    );
    for (const { id } of ofSami) expect(hers?.includes(id) ?? false, after).toBe(isOpen);
    if (ofSami.length > 0) this.met.add(isOpen ? 'parent reads' : 'parent kept from');
  }

  /** Invariant 8: what was recorded here, each with who, for which agency, when and as what. */
  kept(): Promise<readonly Answered[]> {
    return this.#rows(
      `SELECT id, recorded_by AS "by", agency_id AS agency, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, nature, revision,
          (SELECT count(*)::integer FROM families.entry_version version WHERE version.item_id = held.id) AS versions
        FROM families.person_entry held WHERE person_id = ANY ($1::uuid[]) ORDER BY id`,
      Object.values(PERSONS).map(({ id }) => id),
    );
  }

  due(): readonly Answered[] {
    return this.#model.entries
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, by, agency, at, revision }) => ({
        ...{ id, by, agency, at, nature: 'OPINION', revision, versions: revision },
      }));
  }

  /** The entries that somebody is shown; null where there is no such episode to them. */
  async #shownTo(who: Asking, query: string, purpose: 'COORDINATE_SUPPORT' | 'RIGHTS') {
    const { body } = await this.#scene.gate().ask(who, query, { purpose });
    expect(body.errors).toBeUndefined();
    const members: readonly Answered[] | undefined = body.data.episode?.family?.members;
    return (
      members?.flatMap(({ voice, mentalHealth }): readonly string[] =>
        [...(voice ?? []), ...(mentalHealth ?? [])].map(({ id }) => id),
      ) ?? null
    );
  }

  get #host(): Doer {
    return new Doer(this.#scene.gate(), prue, 'ADMINISTRATION');
  }

  #sends(who: Asking, command: string, called: string, given: Readonly<Record<string, unknown>>) {
    return commands(this.#scene.gate(), who, command, given, {
      shows: `... on PersonEntryChanged { ${called} { id } }`,
      purpose: 'COORDINATE_SUPPORT',
    });
  }

  #owner(text: string, ...values: readonly unknown[]): Promise<void> {
    return this.#scene.database().owner.transaction(async (transaction) => {
      const now = this.#scene.clock.now().toISOString();
      await transaction.run({ text: `SELECT set_config('postern.now', $1, true)`, values: [now] });
      await transaction.run({ text, values: [...values] as never });
    });
  }

  #rows<Row extends object>(text: string, ...values: readonly unknown[]): Promise<readonly Row[]> {
    return this.#scene.database().owner.run<Row>({ text, values: [...values] as never });
  }
}
