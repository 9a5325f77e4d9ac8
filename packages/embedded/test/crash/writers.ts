import type { DatabaseAddress } from '@postern/database';
import { cast } from '@postern/sample-county';
import { COUNTY_NOW, CountyClock } from '../county-fixture.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, contextOf, subgraphsFor } from '../subgraphs-fixture.ts';

const { tom } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const { chidi } = cast.families.okafor.persons;

const RECORD = `mutation ($episode: ID!, $subject: String!, $text: String!, $concerns: [ID!]!, $key: String!) {
  recordActivity(episode: $episode, nature: FACT, concerns: $concerns, idempotencyKey: $key,
    activity: { kind: HOME_VISIT, subject: $subject, occursAt: "2026-06-17T09:00:00Z", attendance: ATTENDED }
    splitOff: [{ field: "notes", class: HEALTH, text: $text }]) {
    ... on ActivityChanged { activity { id } } ... on CommandRefusal { code } } }`;

/** Practitioners who record one thing after another, each under a key of its own. */
export class Writers {
  readonly #subgraphs: Subgraphs;

  constructor(address: DatabaseAddress) {
    this.#subgraphs = subgraphsFor(address, new CountyClock(), { connections: 4 });
  }

  /** The id that was acknowledged for this key; null where nothing was, because the server or this process went away. */
  async records(key: string): Promise<string | null> {
    const variables = {
      episode: okafor.id,
      subject: `A visit under ${key}`,
      text: `A passage under ${key}`,
      concerns: [chidi.id],
      key,
    };
    const context = contextOf(tom, 'COORDINATE_SUPPORT', COUNTY_NOW);
    try {
      const request = { document: RECORD, variables, context };
      const answer = await this.#subgraphs.get('episodes')?.execute(request);
      const { recordActivity } = (answer?.data ?? {}) as {
        readonly recordActivity?: { readonly activity?: { readonly id: string } };
      };
      return recordActivity?.activity?.id ?? null;
    } catch {
      return null;
    }
  }

  close(): Promise<void> {
    return closeSubgraphs(this.#subgraphs);
  }
}
