import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localKeys } from '@postern/authentication';
import type { Connection } from '@postern/database';
import { connect, startEmbeddedDatabase } from '@postern/database';
import { createStack, prepareDatabase } from '@postern/embedded';
import { median, rounded } from '../caseload/measuring/statistics.ts';
import { createTokenSigner, ISSUER_URL } from '../caseload/principals/tokens.ts';
import type { Answered, Asks } from './asks.ts';
import { asksAt } from './asks.ts';
import { LEAD, plantLargeRecords, SIZES } from './plant.ts';
import * as questions from './questions.ts';

/** When everything here happens. */
const NOW = new Date('2026-06-17T10:00:00Z');
const ROUNDS = 60;
const DOCUMENT_BYTES = 20 * 1024 * 1024;
const PART_BYTES = 512 * 1024;

/** The figures of records as large as any is to be; times in milliseconds, of several rounds the one in the middle. */
export interface LargeRecordsFigures {
  readonly run: 'large-records';
  readonly date: string;
  readonly sizes: typeof SIZES;
  readonly rounds: number;
  readonly node: string;
  readonly pages: {
    readonly small: number;
    readonly large: number;
    readonly deep: number;
    /** The large record’s page, and one far down in it, against the small record’s. */
    readonly largeRatio: number;
    readonly deepRatio: number;
    /** How many entries all pages of the large record hold, each once. */
    readonly walked: number;
  };
  readonly plan: { readonly read: number; readonly actions: number; readonly added: number };
  readonly household: { readonly read: number; readonly members: number };
  readonly document: { readonly bytes: number; readonly written: number; readonly read: number };
}

/** Reads and writes large records over HTTP, each beside a small one in the same rounds. */
export async function runLargeRecords(
  onProgress: (line: string) => void,
): Promise<LargeRecordsFigures> {
  const directory = mkdtempSync(join(tmpdir(), 'postern-large-'));
  const database = await startEmbeddedDatabase({ directory, onProgress });
  const closing: (() => Promise<void>)[] = [() => database.stop()];
  try {
    const { address } = database;
    await prepareDatabase(address, {
      now: NOW,
      county: 'small',
      issuerUrl: ISSUER_URL,
      onProgress,
    });
    const owner = connect(address, 'owner', { max: 1 });
    closing.push(() => owner.close());
    await plantLargeRecords(owner);
    const signer = await createTokenSigner();
    const keys = localKeys(signer.jwks);
    const stack = await createStack({
      address,
      clock: { now: () => NOW, factsAt: () => NOW },
      production: false,
      host: '127.0.0.1',
      cursorSecret: new Uint8Array(32).fill(7),
      mounts: [],
      log: () => {},
      keys: () => keys,
    });
    closing.push(() => stack.close());
    const { url } = await stack.gateway.listen(0);
    const token = await signer.sign(LEAD.subject, { multiFactor: true, now: NOW });
    const asks = asksAt(`http://127.0.0.1:${new URL(url).port}/graphql`, token);
    onProgress('Pages of 10 and of 5,000 entries');
    const pages = await measurePages(asks);
    onProgress('A plan of 300 actions, a household of 40');
    const plan = await measurePlan(asks);
    const household = await measureHousehold(asks);
    onProgress('A document of 20 MiB');
    const document = await measureDocument(asks, owner);
    return {
      run: 'large-records',
      date: new Date().toISOString(),
      sizes: SIZES,
      rounds: ROUNDS,
      node: process.version,
      ...{ pages, plan, household, document },
    };
  } finally {
    for (const close of closing.toReversed()) await close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function measurePages(asks: Asks): Promise<LargeRecordsFigures['pages']> {
  const seen = new Set<string>();
  let cursor: string | null = null;
  let deep = '';
  do {
    const { activities }: Answered = await asks(questions.PAGES.hundred(cursor));
    for (const { node } of activities.edges) seen.add(node.id);
    if (seen.size < SIZES.entries) deep = activities.pageInfo.endCursor;
    cursor = activities.pageInfo.hasNextPage ? activities.pageInfo.endCursor : null;
  } while (cursor !== null);
  const times = { small: [] as number[], large: [] as number[], deep: [] as number[] };
  const asked = {
    small: questions.PAGES.small,
    large: questions.PAGES.large,
    deep: questions.PAGES.after(deep),
  };
  for (let round = -5; round < ROUNDS; round += 1)
    for (const name of ['small', 'large', 'deep'] as const) {
      const took = await timed(() => asks(asked[name]));
      if (round >= 0) times[name].push(took);
    }
  const [small, large, far] = [median(times.small), median(times.large), median(times.deep)];
  return {
    small: rounded(small, 1),
    large: rounded(large, 1),
    deep: rounded(far, 1),
    largeRatio: rounded(large / small, 2),
    deepRatio: rounded(far / small, 2),
    walked: seen.size,
  };
}

async function measurePlan(asks: Asks): Promise<LargeRecordsFigures['plan']> {
  const reads: number[] = [];
  const writes: number[] = [];
  const { episode }: Answered = await asks(questions.PLAN);
  for (let round = 0; round < ROUNDS / 3; round += 1) {
    reads.push(await timed(() => asks(questions.PLAN)));
    const variables = { plan: episode.plan.id, key: randomUUID() };
    writes.push(await timed(() => asks(questions.ADD_ACTION, variables)));
  }
  return {
    read: rounded(median(reads), 1),
    actions: episode.plan.actions.length,
    added: rounded(median(writes), 1),
  };
}

async function measureHousehold(asks: Asks): Promise<LargeRecordsFigures['household']> {
  const reads: number[] = [];
  for (let round = 0; round < ROUNDS / 3; round += 1)
    reads.push(await timed(() => asks(questions.HOUSEHOLD)));
  const { episode }: Answered = await asks(questions.HOUSEHOLD);
  const sizes = episode.family.households.map(({ members }: Answered) => members.length);
  return { read: rounded(median(reads), 1), members: Math.max(...sizes) };
}

async function measureDocument(
  asks: Asks,
  owner: Connection,
): Promise<LargeRecordsFigures['document']> {
  const content = Buffer.from(
    randomBytes(DOCUMENT_BYTES).toString('base64').slice(0, DOCUMENT_BYTES),
  );
  let id = '';
  const written = await timed(async () => {
    const document = {
      title: 'Scans of the spring',
      kind: 'REPORT',
      mediaType: 'text/plain',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    const begun: Answered = await asks(questions.BEGIN, { document, key: randomUUID() });
    id = begun.answer.document.id;
    let revision = 1;
    for (let number = 1; (number - 1) * PART_BYTES < content.length; number += 1) {
      const part = content.subarray((number - 1) * PART_BYTES, number * PART_BYTES);
      const variables = { document: id, number, content: part.toString('base64') };
      revision = (await asks(questions.ADD_PART, variables)).answer.document.revision;
    }
    const { answer }: Answered = await asks(questions.COMPLETE, { document: id, revision });
    if (answer.document?.id !== id) throw new Error(`Not completed: ${JSON.stringify(answer)}`);
  });
  // How long a scanner takes is not the gateway's.
  await owner.run({
    text: `UPDATE episodes.document SET state = 'CLEAN' WHERE id = $1`,
    values: [id],
  });
  const parts: Buffer[] = [];
  const read = await timed(async () => {
    const { episode }: Answered = await asks(questions.PARTS);
    const listed = episode.documents.find((each: Answered) => each.id === id).parts;
    for (const { id: part } of listed) {
      const { documentPart }: Answered = await asks(questions.PART, { part });
      parts.push(Buffer.from(documentPart.content, 'base64'));
    }
  });
  if (!Buffer.concat(parts).equals(content)) throw new Error('What was read is not what was sent.');
  return { bytes: content.length, written: rounded(written, 0), read: rounded(read, 0) };
}
