import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { commands } from '../../machines/commands.ts';
import type { Outcome } from '../../machines/doer.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from './county-words.ts';
import type { Scene } from './scene.ts';

const { prue, grace, dev, tom, joel } = cast.practitioners;

const REFER = `mutation ($persons: [ReferredPersonInput!]!, $address: ReferredAddressInput!, $reasons: String!, $source: ReferralSource!,
    $consultedBeforeDiscussion: String, $steppedDown: SteppedDownInput, $splitOff: [SplitOff!], $revealsNothing: Boolean, $idempotencyKey: String!) {
  refer(persons: $persons, address: $address, reasons: $reasons, source: $source,
    consultedBeforeDiscussion: $consultedBeforeDiscussion, steppedDown: $steppedDown,
    splitOff: $splitOff, revealsNothing: $revealsNothing, idempotencyKey: $idempotencyKey) {
    __typename ... on ReferralChanged { referral { id reference referredOn reasons source consultedBeforeDiscussion outcome notifiedAt concerns { id } } }
    ... on CommandRefusal { code about findings { code part } } } }`;
const SHOWN = 'EpisodeChanged { episode { id reference status revision levelOfNeed endReason } }';
const ANSWERED = '... on ReferralChanged { referral { id outcome recommendations notifiedAt } }';

/** A family that nobody here has heard of. */
export const HEATH = {
  persons: [
    {
      givenName: 'Marigold',
      familyName: 'Heath-Orme',
      dateOfBirth: '1991-02-03',
      relationship: 'mother',
    },
    {
      givenName: 'Jory',
      familyName: 'Heath-Orme',
      dateOfBirth: '2016-09-01',
      relationship: 'child',
    },
  ],
  address: { line: '4 Tansy Row', town: 'Marlham', postcode: 'MA9 9ZZ' },
  reasons: 'Jory is often tired, and his mother asked the school for help.',
  source: 'PARTNER',
} as const;

/** A contact as the database has it. */
export interface Contact {
  readonly referral: string;
  readonly episode: string;
  readonly reference: string;
}

/** What is shown of an episode that changed. */
export interface ShownEpisode {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
  readonly levelOfNeed: number;
}

/** An episode as it is kept. */
export interface StoredEpisode {
  readonly status: string;
  readonly revision: number;
  readonly level: number;
  readonly endReason: string | null;
  readonly agency: string;
  readonly neverOpened: boolean;
}

/** Help to families as it is given through the API, from the first word of it to its end. */
export class Help {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** What came of a referral as it was sent. */
  async triesToRefer(
    who: Asking,
    over: Readonly<Record<string, unknown>> = {},
    purpose: Purpose = 'ENGAGE_FAMILY',
  ): Promise<Answered> {
    const variables = { ...HEATH, idempotencyKey: crypto.randomUUID(), ...over };
    const { body } = await this.#scene.gate().ask(who, REFER, { purpose, variables });
    expect(body.errors).toBeUndefined();
    return body.data.refer;
  }

  /** A family comes in; by default a school saw the need. */
  async refers(
    who: Asking = grace,
    over: Readonly<Record<string, unknown>> = {},
  ): Promise<Contact> {
    const { referral } = await this.triesToRefer(who, over);
    return this.contactOf(referral.id);
  }

  async contactOf(referral: string): Promise<Contact> {
    const [row] = await this.#scene.database().owner.run<{ episode: string; reference: string }>({
      text: `SELECT held.id AS episode, held.reference FROM episodes.referral made JOIN episodes.episode held ON held.id = made.episode_id
        WHERE made.id = $1`,
      values: [referral],
    });
    if (row === undefined) throw new Error('there is no such referral');
    return { referral, ...row };
  }

  /** The host gives somebody access. */
  async admits(
    who: { readonly id: string },
    role: string,
    episode: string,
  ): Promise<Outcome<{ grant: { id: string } }>> {
    const host = new Doer(this.#scene.gate(), prue, 'ADMINISTRATION');
    return host.tries(
      'grantAccess',
      {
        practitioner: who.id,
        episode,
        role,
        workingRelationship: 'Works with the family',
        endsAt: daysFromNow(60),
        reason: 'as agreed',
        idempotencyKey: crypto.randomUUID(),
      },
      'AccessGrantChanged { grant { id } }',
    );
  }

  /** The family signs, as its agreement has it. */
  async agrees(episode: string): Promise<void> {
    await this.#scene.database().owner.run({
      text: `INSERT INTO families.family_agreement (id, family_id, episode_id, state, form_version, signed_at, recorded_by, agency_id,
          recorded_at, nature)
        SELECT gen_random_uuid(), held.family_id, held.id, 'SIGNED', '2024-10', $2, $3, $4, $2, 'FACT' FROM episodes.episode held WHERE held.id = $1`,
      values: [episode, COUNTY_NOW.toISOString(), tom.id, tom.agency.id],
    });
  }

  /** A step of an episode as it now stands; what is given comes after. */
  async tries(
    who: Asking,
    command: string,
    episode: string,
    given: Readonly<Record<string, unknown>> = {},
    purpose: Purpose = 'ENGAGE_FAMILY',
  ): Promise<Outcome<{ episode: ShownEpisode | null }>> {
    const { revision } = await this.stands(episode);
    const step = { episode, expectedRevision: revision, reason: 'as agreed', ...given };
    return new Doer(this.#scene.gate(), who, purpose).tries(command, step, SHOWN);
  }

  /** A step that is taken. */
  async takes(
    who: Asking,
    command: string,
    episode: string,
    given: Readonly<Record<string, unknown>> = {},
  ): Promise<ShownEpisode | null> {
    const { changed, refused } = await this.tries(who, command, episode, given);
    if (changed === null) throw new Error(`${command} was refused: ${JSON.stringify(refused)}`);
    return changed.episode;
  }

  /** What came of answering a referral: the referral as it then stands, or why not. */
  async answers(
    who: Asking,
    referral: string,
    outcome: string,
    recommendations: string | null = null,
    reviewed: Readonly<Record<string, unknown>> = {},
  ): Promise<Answered> {
    const [made] = await this.#scene.database().owner.run<{ revision: number }>({
      text: 'SELECT revision FROM episodes.referral WHERE id = $1',
      values: [referral],
    });
    return commands(
      this.#scene.gate(),
      who,
      'recordReferralOutcome',
      {
        referral,
        expectedRevision: made?.revision ?? 1,
        outcome: { enum: outcome },
        recommendations,
        ...reviewed,
        idempotencyKey: crypto.randomUUID(),
      },
      { shows: ANSWERED, purpose: 'ENGAGE_FAMILY' },
    );
  }

  /** A contact that the front door has asked the family's agreement for. */
  async awaitsAgreement(): Promise<Contact> {
    const contact = await this.refers();
    await this.admits(dev, 'EHAST_PRACTITIONER', contact.episode);
    await this.takes(dev, 'screenContact', contact.episode);
    await this.answers(dev, contact.referral, 'ACCEPTED');
    await this.takes(dev, 'askForAgreement', contact.episode);
    return contact;
  }

  /** An episode of one lead, opened with the family's agreement. */
  async opens(): Promise<Contact> {
    const contact = await this.awaitsAgreement();
    await this.agrees(contact.episode);
    await this.admits(tom, 'LEAD_PROFESSIONAL', contact.episode);
    await this.takes(dev, 'openEpisode', contact.episode);
    return contact;
  }

  /** The same, at a level at which a team is formed, and with one. */
  async opensAsTeam(): Promise<Contact> {
    const contact = await this.opens();
    const { episode } = contact;
    const level = { toLevel: 2, idempotencyKey: crypto.randomUUID() };
    await this.takes(tom, 'changeLevelOfNeed', episode, level);
    await this.admits(joel, 'TAF_MEMBER', episode);
    await this.takes(tom, 'formTeam', episode);
    return contact;
  }

  async stands(episode: string): Promise<StoredEpisode> {
    const [row] = await this.#scene.database().owner.run<StoredEpisode & Record<string, unknown>>({
      text: `SELECT status, revision, level_of_need AS level, end_reason AS "endReason", allocated_agency_id AS agency,
          never_opened AS "neverOpened" FROM episodes.episode WHERE id = $1`,
      values: [episode],
    });
    if (row === undefined) throw new Error('there is no such episode');
    return row;
  }
}
