import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { daysFromNow } from './county-words.ts';
import type { Scene } from './scene.ts';

const { halima } = cast.practitioners;
const REFUSED = '... on CommandRefusal { code about revision findings { part code expected } }';
const TAKEN = `... on ItemsImported { added amended unchanged refused { line code part expected } } ${REFUSED}`;

/** One item as a source sends it, invented; of its own reference and about nobody known here. */
export interface Sent {
  readonly reference: string;
  readonly [field: string]: string | number | null;
}

export function sentItem(over: Readonly<Record<string, string | number | null>> = {}): Sent {
  return {
    reference: crypto.randomUUID(),
    givenName: 'Isolde',
    familyName: 'Quillfeather',
    dateOfBirth: '2015-03-04',
    kind: 'ATTENDANCE',
    label: 'Autumn term',
    percentage: 71,
    ...over,
  };
}

/** Sources at the gate, and whoever matches what they send. */
export class Importing {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Makes somebody speak for their agency, as contact officers do. */
  async speaksFor(who: { readonly id: string }): Promise<void> {
    await this.#scene.given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: who.id,
      role: 'CONTACT_OFFICER',
      starts_at: daysFromNow(-1),
    });
  }

  async sends(
    who: Asking,
    source: string,
    items: readonly Sent[],
    key: string = crypto.randomUUID(),
  ): Promise<Answered> {
    const query = `mutation ($source: ImportSource!, $items: [ImportedItemInput!]!, $key: String!) {
      importItems(source: $source, items: $items, idempotencyKey: $key) { ${TAKEN} } }`;
    return this.#answer(who, 'importItems', query, { source, items, key });
  }

  async sendsCsv(who: Asking, source: string, csv: string): Promise<Answered> {
    const query = `mutation ($source: ImportSource!, $csv: String!, $key: String!) {
      importItemsCsv(source: $source, csv: $csv, idempotencyKey: $key) { ${TAKEN} } }`;
    const key = crypto.randomUUID();
    return this.#answer(who, 'importItemsCsv', query, { source, csv, key });
  }

  async withdraws(who: Asking, source: string, reference: string): Promise<Answered> {
    const query = `mutation ($source: ImportSource!, $reference: String!, $key: String!) {
      withdrawImportedItem(source: $source, reference: $reference, reason: "Sent in error.", idempotencyKey: $key) {
        ... on ItemWithdrawn { withdrawn } ${REFUSED} } }`;
    const key = crypto.randomUUID();
    return this.#answer(who, 'withdrawImportedItem', query, { source, reference, key });
  }

  /** Sends one item that is taken; the item of the pool that it became. */
  async receives(who: Asking, source: string, item: Sent): Promise<string> {
    expect(await this.sends(who, source, [item])).toMatchObject({ added: 1, refused: [] });
    return this.itemOf(item.reference);
  }

  async itemOf(reference: string): Promise<string> {
    const [row] = await this.#scene.database().owner.run<{ id: string }>({
      text: 'SELECT id FROM families.import_item WHERE reference = $1',
      values: [reference],
    });
    return row?.id ?? 'none';
  }

  /** The pool, as somebody is answered. */
  async pool(args = '(first: 100)', who: Asking = halima): Promise<Answered> {
    const { body } = await this.#scene
      .reader(who)
      .for('MATCH_DATA')
      .asks(
        `{ importedItems${args} { cursor items { item source agency { name } kind criterion state revision givenName familyName
          dateOfBirth receivedOn keptUntil } } }`,
      );
    return body.data?.importedItems ?? body.errors?.[0]?.extensions;
  }

  async inPool(item: string, who: Asking = halima): Promise<Answered> {
    const { items } = await this.pool('(first: 100)', who);
    return items.find((each: Answered) => each.item === item) ?? null;
  }

  async proposals(item: string, who: Asking = halima): Promise<Answered> {
    const { body } = await this.#scene
      .reader(who)
      .for('MATCH_DATA')
      .asks(`{ importProposals(item: "${item}") { person agrees support } }`);
    return body.data?.importProposals ?? body.errors?.[0]?.extensions;
  }

  async group(item: string): Promise<Answered> {
    const { body } = await this.#scene
      .reader(halima)
      .for('MATCH_DATA')
      .asks(
        `{ importedGroup(item: "${item}") { criteria threshold members { item basis link reason author { id name } } } }`,
      );
    return body.data?.importedGroup ?? body.errors?.[0]?.extensions;
  }

  async compares(who: Asking = halima): Promise<Answered> {
    const { body } = await this.#scene
      .reader(who)
      .for('MATCH_DATA')
      .asks('{ importedSupport { criterion supported unsupported } }');
    return body.data?.importedSupport ?? body.errors?.[0]?.extensions;
  }

  decides(
    item: string,
    given: { readonly decision: string; readonly person?: string; readonly revision?: number },
    who: Asking = halima,
  ): Promise<Answered> {
    const query = `mutation ($item: ID!, $revision: Int!, $decision: MatchDecision!, $person: ID) {
      decideImportedItem(item: $item, expectedRevision: $revision, decision: $decision, person: $person, reason: "Compared by hand.") {
        ... on ImportedItemChanged { item state revision } ${REFUSED} } }`;
    const { decision, person = null, revision = 1 } = given;
    return this.matches(who, 'decideImportedItem', query, { item, revision, decision, person });
  }

  takesBack(item: string, revision: number, who: Asking = halima): Promise<Answered> {
    const query = `mutation ($item: ID!, $revision: Int!) {
      takeBackImportedItem(item: $item, expectedRevision: $revision, reason: "It was the cousin.") {
        ... on ImportedItemChanged { item state revision } ${REFUSED} } }`;
    return this.matches(who, 'takeBackImportedItem', query, { item, revision });
  }

  links(item: string, other: string): Promise<Answered> {
    const query = `mutation ($item: ID!, $other: ID!, $key: String!) {
      linkImportedItem(item: $item, other: $other, reason: "Her grandmother brings her up.", idempotencyKey: $key) {
        ... on ImportLinkChanged { link stands } ${REFUSED} } }`;
    const key = crypto.randomUUID();
    return this.matches(halima, 'linkImportedItem', query, { item, other, key });
  }

  unlinks(link: string): Promise<Answered> {
    const query = `mutation ($link: ID!) {
      endImportLink(link: $link, reason: "They have moved apart.") { ... on ImportLinkChanged { link stands } ${REFUSED} } }`;
    return this.matches(halima, 'endImportLink', query, { link });
  }

  makesKnown(item: string, who: Asking = halima): Promise<Answered> {
    const query = `mutation ($item: ID!, $key: String!) {
      makeMatchCandidates(item: $item, reason: "Nobody helps them yet.", idempotencyKey: $key) {
        ... on MatchCandidatesMade { made criteria } ${REFUSED} } }`;
    const key = crypto.randomUUID();
    return this.matches(who, 'makeMatchCandidates', query, { item, key });
  }

  async matches(
    who: Asking,
    command: string,
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Answered> {
    const { body } = await this.#scene.reader(who).for('MATCH_DATA').asks(query, variables);
    return body.data?.[command] ?? { turnedAway: body.errors?.[0]?.extensions };
  }

  async #answer(
    who: Asking,
    command: string,
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Answered> {
    const { body } = await this.#scene.reader(who).for('ADMINISTRATION').asks(query, variables);
    return body.data?.[command] ?? { turnedAway: body.errors?.[0]?.extensions };
  }

  /** An item that says who a person of the county is. */
  async about(
    person: { readonly id: string },
    over: Readonly<Record<string, string | number | null>> = {},
  ): Promise<Sent> {
    const [known] = await this.#scene.database().owner.run<{
      givenName: string;
      familyName: string;
      dateOfBirth: string;
    }>({
      text: `SELECT given_name AS "givenName", family_name AS "familyName", date_of_birth::text AS "dateOfBirth" FROM families.person WHERE id = $1`,
      values: [person.id],
    });
    return sentItem({ ...known, ...over });
  }

  /** The entries that stand on a person's record because of an item, as they are kept. */
  entriesOf(person: { readonly id: string }): Promise<readonly Answered[]> {
    return this.#scene.database().owner.run({
      text: `SELECT entry.id, entry.label, entry.percentage, entry.agency_id AS agency, entry.recorded_by AS "recordedBy", entry.purpose_lock AS lock, entry.revision
        FROM families.person_entry entry WHERE entry.person_id = $1 AND entry.episode_id IS NULL
          AND entry.id IN (SELECT entry_id FROM families.import_item UNION SELECT entry_id FROM families.import_match) ORDER BY entry.label`,
      values: [person.id],
    });
  }

  /** Nothing is left of what was sent. */
  async clears(): Promise<void> {
    await this.#scene.database().owner.script(`
      DELETE FROM families.person_entry WHERE id IN (SELECT entry_id FROM families.import_item UNION SELECT entry_id FROM families.import_match);
      DELETE FROM families.entry_version WHERE episode_id IS NULL;
      DELETE FROM families.match_candidate WHERE id IN (SELECT candidate_id FROM families.import_item);
      TRUNCATE families.import_item, families.import_match, families.import_item_version, families.import_link, families.import_batch, families.import_certificate;
    `);
  }
}
