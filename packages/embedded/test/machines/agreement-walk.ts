import type { Connection } from '@postern/database';
import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { COMPETENT, TOLD, WRITTEN } from '../scenarios/family-agreement/agreeing.ts';
import type { Scene } from '../scenarios/vocabulary/scene.ts';
import type { AgencyName, KeptModel, Member, Step } from './agreement-life.ts';
import {
  AGENCIES,
  ASKERS,
  beginning,
  bound,
  hasKept,
  isInvolved,
  isSmall,
  MEMBERS,
  may,
  NAMES,
  PARENTS,
  settle,
  silence,
  WORKERS,
  wrongDetails,
} from './agreement-life.ts';
import { commands } from './commands.ts';

const { rhona } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

const key = () => ({ idempotencyKey: crypto.randomUUID() });

interface Sent {
  readonly by: string;
  readonly command: string;
  readonly given: Readonly<Record<string, unknown>>;
  /** What the domain says: refused with this code, or carried out. */
  readonly expected: string | null;
}

/** The commands beside the reference: what one family agrees to, each step held against what the domain says of it. */
export class AgreementWalk {
  readonly world = beginning();
  readonly taken = new Set<string>();
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  get #owner(): Connection {
    return this.#scene.database().owner;
  }

  take(given: Step): Promise<void> {
    switch (given.kind) {
      case 'EXPLAIN':
        return this.#explain(given.by, given.who);
      case 'OFFER':
        return this.#offer(given.by, given.who);
      case 'DECLINE':
        return this.#decline(given.by, given.who);
      case 'SIGN':
        return this.#sign(given);
      case 'WITHDRAW':
        return this.#withdraw(given);
      case 'EXCLUDE':
        return this.#exclude(given);
      case 'READMIT':
        return this.#readmit(given);
      case 'ROUND':
        return this.#round(given.who);
    }
  }

  /** Sends a command and holds the answer against the reference; whether it was carried out. */
  async #send({ by, command, given, expected }: Sent): Promise<Answered | null> {
    const [who, purpose] = ASKERS[by] ?? [rhona, 'COORDINATE_SUPPORT'];
    const answer = await commands(
      this.#scene.gate(),
      who,
      command,
      { episode: okafor.id, ...given },
      { shows: '... on FamilyAgreementChanged { revision routes }', purpose },
    );
    const keepsIt = by === 'lead' || by === 'host' || by === 'family';
    const code = keepsIt ? expected : 'RECORD_UNKNOWN';
    expect(
      answer.code ?? null,
      `${command} ${JSON.stringify(given)} ${JSON.stringify(this.world.parts)}`,
    ).toBe(code);
    return code === null ? answer : null;
  }

  /** What the domain makes of it, and the parts as they were, for the ways that were taken. */
  #becomes(change: () => void): void {
    const before = NAMES.map((name) => this.world.parts[name].state);
    change();
    settle(this.world, true);
    for (const [at, name] of NAMES.entries())
      if (before[at] !== this.world.parts[name].state)
        this.taken.add(`${before[at]} ${this.world.parts[name].state}`);
  }

  async #explain(by: string, who: Member): Promise<void> {
    const given = { persons: [MEMBERS[who].id], ...TOLD, helped: 'With pictures.', ...key() };
    if ((await this.#send({ by, command: 'explainNotice', given, expected: null })) === null)
      return;
    this.#becomes(() => {
      if (may('explain', this.world.parts[who])) this.world.parts[who].state = 'NOTICE_EXPLAINED';
    });
  }

  async #offer(by: string, who: Member): Promise<void> {
    const given = { persons: [MEMBERS[who].id], formVersion: '2024-10', ...this.#revised() };
    const expected = this.#notPossible('offer', who);
    if ((await this.#send({ by, command: 'offerAgreement', given, expected })) === null) return;
    this.#becomes(() => {
      this.world.parts[who].state = 'OFFERED';
    });
  }

  async #decline(by: string, who: Member): Promise<void> {
    const given = { person: MEMBERS[who].id, reason: 'No.', ...this.#revised() };
    const spoken = isSmall(who) && (this.world.words.get(who)?.size ?? 0) > 0;
    const expected = spoken ? 'SPOKEN_FOR_BY_ANOTHER' : this.#notPossible('decline', who);
    if ((await this.#send({ by, command: 'recordDecline', given, expected })) === null) return;
    this.#becomes(() => {
      Object.assign(this.world.parts[who], { state: 'DECLINED', agrees: false });
      silence(this.world, who, 'WITHDRAWN');
    });
  }

  async #sign({ by, who, person, stale }: Step & { kind: 'SIGN' }): Promise<void> {
    const isOwn = who === person;
    const part = this.world.parts[person];
    const entitled = isOwn || (PARENTS.includes(who) && !PARENTS.includes(person));
    const inPart = person === 'amara' && !isOwn;
    const state = inPart
      ? 'PARTIAL'
      : hasKept(this.world, person)
        ? 'SIGNED_WITH_EXCLUSIONS'
        : 'SIGNED';
    const possible =
      ['OFFERED', 'PARTIAL'].includes(part.state) || (!inPart && part.state === state);
    const expected = stale
      ? 'REVISION_PASSED'
      : entitled
        ? possible
          ? null
          : 'STEP_NOT_POSSIBLE'
        : 'SIGNER_NOT_ENTITLED';
    const given = {
      signer: MEMBERS[who].id,
      persons: [MEMBERS[person].id],
      ...WRITTEN,
      competence: COMPETENT,
      ...this.#revised(stale),
    };
    if ((await this.#send({ by, command: 'recordSignature', given, expected })) === null) return;
    this.#becomes(() => {
      this.world.words.set(person, (this.world.words.get(person) ?? new Set()).add(who));
      Object.assign(part, { state, ...(inPart ? {} : { agrees: true }) });
    });
  }

  async #withdraw({ by: lead, who, own }: Step & { kind: 'WITHDRAW' }): Promise<void> {
    const by = own ? 'family' : lead;
    const notTheirs = own && who !== 'ngozi' ? 'RECORD_UNKNOWN' : null;
    const expected =
      notTheirs ?? (isSmall(who) ? 'SIGNER_NOT_ENTITLED' : this.#notPossible('withdraw', who));
    const given = { person: MEMBERS[who].id, reason: 'No more.', ...key() };
    if ((await this.#send({ by, command: 'withdrawAgreement', given, expected })) === null) return;
    this.#becomes(() => {
      Object.assign(this.world.parts[who], { state: 'WITHDRAWN', agrees: false });
      silence(this.world, who, 'WITHDRAWN');
    });
  }

  async #exclude(given: Step & { kind: 'EXCLUDE' }): Promise<void> {
    const { by, agency, askedBy, about, details, viable } = given;
    const gone = askedBy.find((who) =>
      viable ? !isInvolved(this.world, who) : !may('askAgain', this.world.parts[who]),
    );
    const wrong = details && viable ? wrongDetails(this.world, askedBy, about) : null;
    const expected = gone === undefined ? wrong : 'STEP_NOT_POSSIBLE';
    const answer = await this.#send({
      by,
      command: 'excludeAgency',
      given: {
        agency: WORKERS[agency].agency.id,
        scope: { enum: details ? 'DETAILS' : 'WHOLE_AGENCY' },
        ...(details ? { coordinates: ['Person.contactDetails'], about: MEMBERS[about].id } : {}),
        askedBy: askedBy.map((name) => MEMBERS[name].id),
        explored: 'Gone through with them.',
        viable,
        ...this.#revised(),
        ...key(),
      },
      expected,
    });
    if (answer === null) return;
    expect(answer.routes).toHaveLength(viable ? 0 : 3);
    this.#becomes(() => {
      if (!viable) {
        for (const who of askedBy) {
          Object.assign(this.world.parts[who], { state: 'OFFERED', agrees: false });
          silence(this.world, who, 'OFFERED');
        }
        return;
      }
      const theirs = bound(this.world, askedBy);
      const involved = NAMES.filter((name) => isInvolved(this.world, name));
      const isAll = !details && involved.length === theirs.length;
      const whom: readonly (Member | 'ALL')[] = details ? [about] : isAll ? ['ALL'] : theirs;
      for (const of of whom) this.world.kept.push({ agency, of, details, askedBy, id: '' });
      if (isAll) this.world.access.delete(agency);
      for (const who of askedBy)
        if (this.world.parts[who].state === 'SIGNED')
          this.world.parts[who].state = 'SIGNED_WITH_EXCLUSIONS';
    });
    await this.#nameKept();
  }

  /** What is kept has its own id, by which it is ended. */
  async #nameKept(): Promise<void> {
    const rows = await this.#owner.run<{ id: string; person: string | null }>({
      text: `SELECT id, person_id AS person FROM families.exclusion WHERE episode_id = $1 AND asked_by IS NOT NULL AND ends_at IS NULL AND id <> ALL ($2::uuid[])`,
      values: [okafor.id, this.world.kept.map(({ id }) => id).filter((id) => id !== '')],
    });
    for (const kept of this.world.kept.filter(({ id }) => id === '')) {
      const person = kept.of === 'ALL' ? null : MEMBERS[kept.of].id;
      const at = rows.findIndex((row) => row.person === person);
      expect(at).not.toBe(-1);
      const [row] = rows.slice(at, at + 1);
      kept.id = row?.id ?? '';
    }
    expect(rows).toHaveLength(
      this.world.kept.filter(({ id }) => rows.some((row) => row.id === id)).length,
    );
  }

  async #readmit({ by, pick }: Step & { kind: 'READMIT' }): Promise<void> {
    const kept: KeptModel | undefined = this.world.kept[pick % Math.max(1, this.world.kept.length)];
    if (kept === undefined) return;
    const given = { exclusion: kept.id, reason: 'They want it known again.' };
    const stands = kept.of === 'ALL' && (await this.#removalStands(kept.agency));
    const expected = stands ? 'REMOVAL_STANDS' : null;
    const answer = await this.#send({ by, command: 'endExclusion', given, expected });
    if (stands)
      await this.#owner.run({
        text: 'DELETE FROM partners.family_removal WHERE episode_id = $1 AND agency_id = $2',
        values: [okafor.id, WORKERS[kept.agency].agency.id],
      });
    if (answer === null) return;
    this.#becomes(() => {
      this.world.kept.splice(this.world.kept.indexOf(kept), 1);
      for (const who of kept.askedBy)
        if (!hasKept(this.world, who) && this.world.parts[who].state === 'SIGNED_WITH_EXCLUSIONS')
          this.world.parts[who].state = 'SIGNED';
    });
  }

  async #removalStands(agency: AgencyName): Promise<boolean> {
    const found = await this.#owner.run({
      text: `SELECT 1 AS stands FROM partners.family_removal WHERE episode_id = $1 AND agency_id = $2 AND state <> 'ENDED'`,
      values: [okafor.id, WORKERS[agency].agency.id],
    });
    return found.length > 0;
  }

  /** Somebody is told, asked and signs again, for themselves and the small ones; and whoever lost their access is given it anew. */
  async #round(who: Member): Promise<void> {
    for (const person of who === 'amara' ? [who] : ([who, 'chidi', 'ada'] as const)) {
      if (this.world.parts[person].agrees) continue;
      await this.#explain('lead', person);
      if (this.world.parts[person].state === 'NOTICE_EXPLAINED') await this.#offer('lead', person);
      await this.#sign({ kind: 'SIGN', by: 'lead', who, person, stale: false });
    }
    for (const agency of AGENCIES) {
      if (this.world.access.has(agency)) continue;
      await this.#owner.run({
        text: `UPDATE access.access_grant SET revoked_at = NULL, revoked_cause = NULL WHERE episode_id = $1 AND account_id = $2 AND role = 'TAF_MEMBER'`,
        values: [okafor.id, WORKERS[agency].id],
      });
      this.world.access.add(agency);
    }
  }

  #revised(stale = false): { readonly expectedRevision: number } {
    return { expectedRevision: this.world.revision + (stale ? 1 : 0) };
  }

  #notPossible(move: string, who: Member): string | null {
    return may(move, this.world.parts[who]) ? null : 'STEP_NOT_POSSIBLE';
  }
}
