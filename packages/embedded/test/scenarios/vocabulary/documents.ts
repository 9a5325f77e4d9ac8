import { createHash } from 'node:crypto';
import type { Purpose } from '@postern/policy';
import { expect } from 'vitest';
import type { Answered, Asking, Gate } from '../../county-fixture.ts';
import { carriedOut } from '../../machines/commands.ts';
import type { CastEpisode } from './county-words.ts';

const PART = 512 * 1024;

const SHOWN = `__typename
  ... on DocumentChanged { document { id state revision received parts { id number bytes } } }
  ... on CommandRefusal { code message remedy about revision findings { part expected } }`;
const BEGIN = `mutation ($episode: ID!, $document: NewDocument!, $nature: EntryNature!, $concerns: [ID!]!, $idempotencyKey: String!) {
  answer: beginDocument(episode: $episode, document: $document, nature: $nature, concerns: $concerns, idempotencyKey: $idempotencyKey) { ${SHOWN} } }`;
const ADD = `mutation ($document: ID!, $number: Int!, $content: Base64!) {
  answer: addDocumentPart(document: $document, number: $number, content: $content) { ${SHOWN} } }`;
const COMPLETE = `mutation ($document: ID!, $expectedRevision: Int!) {
  answer: completeDocument(document: $document, expectedRevision: $expectedRevision) { ${SHOWN} } }`;
const CONTENT = 'query ($part: ID!) { documentPart(id: $part) { id number bytes content } }';

/** A document that is to be sent; what is not said is as of a report in plain text. */
export interface Sent {
  readonly content: Buffer;
  readonly concerns: readonly { readonly id: string }[];
  /** Other fields than would be right. */
  readonly says?: Readonly<Record<string, unknown>>;
}

/** Somebody at a gate who sends and reads documents. */
export class Documents {
  readonly #gate: () => Gate;
  readonly #purpose: Purpose;

  constructor(gate: () => Gate, purpose: Purpose = 'COORDINATE_SUPPORT') {
    this.#gate = gate;
    this.#purpose = purpose;
  }

  /** The same for another purpose. */
  for(purpose: Purpose): Documents {
    return new Documents(this.#gate, purpose);
  }

  begins(who: Asking, episode: { readonly id: string }, sent: Sent): Promise<Answered> {
    const { content, concerns, says = {} } = sent;
    return this.#asks(who, BEGIN, {
      episode: episode.id,
      document: {
        title: 'Report of the spring',
        kind: 'REPORT',
        mediaType: 'text/plain',
        bytes: content.length,
        sha256: sha256Of(content),
        ...says,
      },
      nature: 'MIXED',
      concerns: concerns.map(({ id }) => id),
      idempotencyKey: crypto.randomUUID(),
    });
  }

  sendsPart(who: Asking, document: string, number: number, content: unknown): Promise<Answered> {
    const variables = {
      document,
      number,
      content: Buffer.isBuffer(content) ? content.toString('base64') : content,
    };
    return this.#asks(who, ADD, variables);
  }

  completes(who: Asking, document: string, expectedRevision = 1): Promise<Answered> {
    return this.#asks(who, COMPLETE, { document, expectedRevision });
  }

  /** A document of which all has come and that was not completed. */
  async sends(who: Asking, episode: { readonly id: string }, sent: Sent): Promise<string> {
    const { document } = carriedOut(await this.begins(who, episode, sent));
    for (const [at, part] of inParts(sent.content).entries())
      carriedOut(await this.sendsPart(who, document.id, at + 1, part));
    return document.id;
  }

  /** A document that was completed, as that was answered. */
  async uploads(who: Asking, episode: { readonly id: string }, sent: Sent): Promise<Answered> {
    const id = await this.sends(who, episode, sent);
    return carriedOut(await this.completes(who, id)).document;
  }

  /** A selection of the documents of an episode, which has to be there for whoever asks. */
  async listed(who: Asking, episode: CastEpisode, selection: string): Promise<Answered[]> {
    const query = `query ($reference: String!) { episode(reference: $reference) { id documents { id ${selection} } } }`;
    const { body } = await this.#gate().ask(who, query, {
      purpose: this.#purpose,
      variables: { reference: episode.reference },
    });
    expect(body.errors).toBeUndefined();
    expect(body.data.episode).toMatchObject({ id: episode.id });
    return body.data.episode.documents;
  }

  /** The bytes of a part; null where there is none for whoever asks. */
  async part(who: Asking, part: string): Promise<Buffer | null> {
    const { body } = await this.#gate().ask(who, CONTENT, {
      purpose: this.#purpose,
      variables: { part },
    });
    expect(body.errors).toBeUndefined();
    const { content = null } = body.data.documentPart ?? {};
    return content === null ? null : Buffer.from(content, 'base64');
  }

  /** Everything of a document, part by part; null where it is not there for whoever asks, or has no parts for them. */
  async read(who: Asking, episode: CastEpisode, id: string): Promise<Buffer | null> {
    const documents = await this.listed(who, episode, 'parts { id number bytes }');
    const parts: Answered[] = documents.find((each) => each.id === id)?.parts ?? [];
    if (parts.length === 0) return null;
    const contents: Buffer[] = [];
    for (const { id: part, bytes } of parts) {
      const content = await this.part(who, part);
      expect(content).toHaveLength(bytes);
      contents.push(content ?? Buffer.alloc(0));
    }
    return Buffer.concat(contents);
  }

  async #asks(
    who: Asking,
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Answered> {
    const { body } = await this.#gate().ask(who, query, { purpose: this.#purpose, variables });
    if (body.errors !== undefined) return { turnedAway: body.errors[0]?.extensions };
    return body.data.answer;
  }
}

/** Content in parts as large as they may be. */
export function inParts(content: Buffer): readonly Buffer[] {
  return Array.from({ length: Math.ceil(content.length / PART) }, (_, at) =>
    content.subarray(at * PART, (at + 1) * PART),
  );
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The test file of EICAR, in two halves so that nothing takes this file for it. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

export const PDF_TYPE = { mediaType: 'application/pdf' };

/** A PDF of so many bytes. */
export function pdfOf(bytes: number, fill: Buffer = Buffer.alloc(0)): Buffer {
  const content = Buffer.alloc(bytes, '% the words of a report\n');
  content.write('%PDF-1.7\n');
  fill.copy(content, 9);
  content.write('\n%%EOF\n', bytes - 7);
  return content;
}
