import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import type { Answered, Asking } from '../../county-fixture.ts';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { daysFromNow } from './county-words.ts';
import { enumOf, Recording } from './recording.ts';
import type { Scene } from './scene.ts';

const { tom, dev, solveig } = cast.practitioners;
const CHANGED = '... on TransferChanged { transfer state revision grant }';
const PICKED = '... on ManifestChanged { transfer revision items }';

type Given = Readonly<Record<string, unknown>>;

/** One record by its type and id. */
export interface Item {
  readonly type: string;
  readonly id: string;
}

/** The types of which records are kept with persons. */
const OF_EPISODES = [
  'Need',
  'Plan',
  'PlanAction',
  'TafMeeting',
  'Assessment',
  'AssessmentSection',
  'Document',
];

/** Social care comes to protect, everybody else to work with the family. */
function purposeOf(who: Asking): Purpose {
  return who.subject === solveig.subject ? 'SAFEGUARDING' : 'ENGAGE_FAMILY';
}

/** What goes to social care and comes back, as it is done through the API. */
export class Transferring {
  readonly #scene: Scene;
  readonly #episode: string;

  constructor(scene: Scene, { id }: { readonly id: string }) {
    this.#scene = scene;
    this.#episode = id;
  }

  tries(who: Asking, command: string, given: Given): Promise<Answered> {
    return commands(this.#scene.gate(), who, command, given, {
      shows: CHANGED,
      purpose: purposeOf(who),
    });
  }

  /** A step of a transfer as it now stands; what is given comes after. */
  async steps(
    who: Asking,
    command: string,
    transfer: string,
    given: Given = {},
  ): Promise<Answered> {
    const { revision } = await this.stands(transfer);
    const step = { transfer, expectedRevision: revision, reason: 'As agreed.', ...given };
    return this.tries(who, command, step);
  }

  triesToPropose(who: Asking, over: Given = {}): Promise<Answered> {
    return this.tries(who, 'proposeTransfer', {
      episode: this.#episode,
      destination: 'CHILDRENS_SOCIAL_CARE',
      need: 'He is left alone for days, and help has not changed that.',
      idempotencyKey: crypto.randomUUID(),
      ...over,
    });
  }

  async proposed(who: Asking = tom, over: Given = {}): Promise<string> {
    return carriedOut(await this.triesToPropose(who, over)).transfer;
  }

  async picks(
    who: Asking,
    transfer: string,
    items: readonly Item[],
    over: Given = {},
  ): Promise<Answered> {
    const { revision } = await this.stands(transfer);
    const ofEpisodes = items.every(({ type }) => OF_EPISODES.includes(type));
    return commands(
      this.#scene.gate(),
      who,
      ofEpisodes ? 'pickRecordsForTransfer' : 'pickPersonRecordsForTransfer',
      {
        transfer,
        expectedRevision: revision,
        items,
        reason: 'Social care has to know of it.',
        idempotencyKey: crypto.randomUUID(),
        ...over,
      },
      { shows: PICKED, purpose: purposeOf(who) },
    );
  }

  async picked(items: readonly Item[], who: Asking = tom): Promise<string> {
    const transfer = await this.proposed(who);
    carriedOut(await this.picks(who, transfer, items));
    return transfer;
  }

  async approved(items: readonly Item[]): Promise<string> {
    const transfer = await this.picked(items);
    carriedOut(await this.steps(dev, 'approveTransfer', transfer));
    return transfer;
  }

  sends(who: Asking, transfer: string, over: Given = {}): Promise<Answered> {
    return this.steps(who, 'sendTransfer', transfer, {
      practitioner: solveig.id,
      endsAt: daysFromNow(60),
      ...over,
    });
  }

  async sent(items: readonly Item[]): Promise<string> {
    const transfer = await this.approved(items);
    carriedOut(await this.sends(tom, transfer));
    return transfer;
  }

  async received(items: readonly Item[]): Promise<string> {
    const transfer = await this.sent(items);
    carriedOut(await this.steps(solveig, 'receiveTransfer', transfer));
    return transfer;
  }

  async stands(transfer: string): Promise<{ readonly state: string; readonly revision: number }> {
    const [row] = await this.#scene.database().owner.run<{ state: string; revision: number }>({
      text: 'SELECT state, revision FROM partners.transfer WHERE id = $1',
      values: [transfer],
    });
    return row ?? { state: 'NONE', revision: 1 };
  }

  async status(): Promise<string> {
    const [row] = await this.#scene.database().owner.run<{ status: string }>({
      text: 'SELECT status FROM episodes.episode WHERE id = $1',
      values: [this.#episode],
    });
    return String(row?.status);
  }

  /** The persons of the episode, the eldest first. */
  async persons(): Promise<readonly Item[]> {
    const rows = await this.#scene.database().owner.run<{ id: string }>({
      text: `SELECT who.id FROM episodes.episode_person of_it JOIN families.person who ON who.id = of_it.person_id
        WHERE of_it.episode_id = $1 ORDER BY who.date_of_birth`,
      values: [this.#episode],
    });
    return rows.map(({ id }) => ({ type: 'Person', id }));
  }

  /** A need that whoever leads records. */
  async need(outcome = 'SAFE_FROM_ABUSE_AND_EXPLOITATION'): Promise<Item> {
    const persons = await this.persons();
    const need = {
      outcome: enumOf(outcome),
      description: 'Somebody is at home after school.',
      identifiedOn: '2026-06-01',
    };
    const given = {
      episode: this.#episode,
      need,
      nature: enumOf('FACT'),
      concerns: persons.map(({ id }) => id),
    };
    const { id } = await new Recording(this.#scene).writes(tom, 'recordNeed', 'need', given);
    return { type: 'Need', id };
  }

  /** What somebody’s health condition is, as another agency recorded it. */
  async condition(
    who: Asking & { readonly id: string; readonly agency: { readonly id: string } },
  ): Promise<Item> {
    const [, child] = await this.persons();
    const id = crypto.randomUUID();
    await this.#scene.database().owner.run({
      text: `INSERT INTO families.person_entry (id, person_id, episode_id, kind, label, recorded_by, agency_id, recorded_at, nature)
        VALUES ($1, $2, $3, 'HEALTH_CONDITION', 'Asthma', $4, $5, $6, 'FACT')`,
      values: [id, child?.id, this.#episode, who.id, who.agency.id, COUNTY_NOW.toISOString()],
    });
    return { type: 'HealthCondition', id };
  }
}
