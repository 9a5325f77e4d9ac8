import { randomBytes } from 'node:crypto';
import { connect } from '@postern/database';
import type { Chunks, DocumentScanner, ScanVerdict } from '@postern/document-scanner';
import { eicarScanner } from '@postern/document-scanner';
import { documentTimers } from '@postern/episodes';
import { cast } from '@postern/sample-county';
import type { FiringCounts } from '@postern/scheduler';
import { fireDue } from '@postern/scheduler';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Answered, CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';
import { Documents, EICAR, inParts, PDF_TYPE, pdfOf } from '../scenarios/vocabulary/documents.ts';
import { carriedOut } from './commands.ts';

const MIB = 1_024 * 1_024;
const { tom, grace } = cast.practitioners;
const episode = cast.families.okafor.episodes.current;
const { amara } = cast.families.okafor.persons;
const LETTER = { content: Buffer.from('A letter.\n'), concerns: [amara] };

/** A scanner that a test tells what to say, and that tells of what it was given. */
class ToldScanner implements DocumentScanner {
  says: (verdict: DocumentScanner) => DocumentScanner = (real) => real;
  readonly lengths: number[] = [];
  /** What happens while it looks. */
  meanwhile: () => Promise<void> = async () => {};

  async scan(chunks: Chunks): Promise<ScanVerdict> {
    await this.meanwhile();
    const { lengths } = this;
    async function* noted(): Chunks {
      for await (const chunk of chunks) {
        lengths.push(chunk.length);
        yield chunk;
      }
    }
    return this.says(eicarScanner).scan(noted());
  }
}

const UNAVAILABLE: DocumentScanner = { scan: () => Promise.resolve({ kind: 'UNAVAILABLE' }) };

const clock = new CountyClock();
const scanner = new ToldScanner();
let database: CountyDatabase;
let gate: Gate;
const documents = new Documents(() => gate);

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database, { clock, scanner });
});

afterEach(() => {
  clock.set(COUNTY_NOW);
  scanner.says = (real) => real;
  scanner.meanwhile = async () => {};
  scanner.lengths.splice(0);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

/** Everything about documents that is due by a moment happens. */
async function fires(at: Date): Promise<{ counts: FiringCounts; logged: readonly unknown[] }> {
  const service = connect(database.address, 'episodes', { max: 2 });
  const logged: unknown[] = [];
  try {
    const counts = await fireDue(service, documentTimers(scanner), at, {
      log: (entry) => void logged.push(entry),
    });
    return { counts, logged };
  } finally {
    await service.close();
  }
}

async function stateOf(id: string): Promise<Answered> {
  const [row] = await database.owner.run<{ state: string; parts: number }>({
    text: `SELECT state, (SELECT count(*)::integer FROM episodes.document_part WHERE document_id = document.id) AS parts
      FROM episodes.document WHERE id = $1`,
    values: [id],
  });
  return row ?? null;
}

async function isReadByNobody(id: string): Promise<void> {
  const parts = await database.owner.run<{ id: string }>({
    text: 'SELECT id FROM episodes.document_part WHERE document_id = $1',
    values: [id],
  });
  for (const who of [tom, grace]) {
    expect(await documents.read(who, episode, id)).toBeNull();
    for (const part of parts) expect(await documents.part(who, part.id)).toBeNull();
  }
}

const later = (minutes: number): Date => new Date(COUNTY_NOW.getTime() + minutes * 60_000);

test('a document of 20 MiB is written and read back byte for byte, and never held whole', async () => {
  const content = pdfOf(20 * MIB, randomBytes(20 * MIB - 16));
  const { id, state, parts, received } = await documents.uploads(tom, episode, {
    content,
    concerns: [amara],
    says: PDF_TYPE,
  });
  expect({ state, received: received.length }).toEqual({ state: 'CLEAN', received: 40 });
  expect(parts.map(({ bytes }: Answered) => bytes)).toEqual(Array(40).fill(MIB / 2));
  // Whoever looks it through is given a part at a time.
  expect(scanner.lengths).toEqual(Array(40).fill(MIB / 2));
  expect((await documents.read(grace, episode, id))?.equals(content)).toBe(true);
});

describe('while nobody can look it through', () => {
  test('a document waits, is read by nobody, is looked through again, and is then what it is', async () => {
    scanner.says = () => UNAVAILABLE;
    const clean = await documents.uploads(tom, episode, LETTER);
    const infected = await documents.uploads(tom, episode, { ...LETTER, content: EICAR });
    for (const { id, state } of [clean, infected]) {
      expect(state).toBe('SCANNING');
      await isReadByNobody(id);
    }
    expect((await fires(later(4))).counts).toMatchObject({ fired: 0, failed: 0 });
    const inVain = await fires(later(5));
    expect(inVain.counts).toMatchObject({ failed: 2 });
    expect(JSON.stringify(inVain.logged)).toContain('SCANNER_UNAVAILABLE');
    await isReadByNobody(clean.id);
    scanner.says = (real) => real;
    expect((await fires(later(9))).counts).toMatchObject({ fired: 0, failed: 0 });
    expect((await fires(later(10))).counts).toMatchObject({ fired: 2, failed: 0 });
    expect(await stateOf(clean.id)).toEqual({ state: 'CLEAN', parts: 1 });
    expect(await stateOf(infected.id)).toEqual({ state: 'REFUSED', parts: 0 });
    expect((await documents.read(grace, episode, clean.id))?.equals(LETTER.content)).toBe(true);
    await isReadByNobody(infected.id);
    expect((await fires(later(60))).counts).toMatchObject({ fired: 0, failed: 0 });
  });

  test('a scanner that fails in the middle leaves what a scanner that is not there leaves', async () => {
    const id = await documents.sends(tom, episode, LETTER);
    scanner.meanwhile = () => Promise.reject(new Error('ended'));
    expect((await documents.completes(tom, id)).turnedAway?.code).toBe('INTERNAL');
    expect(await stateOf(id)).toEqual({ state: 'SCANNING', parts: 1 });
    await isReadByNobody(id);
    scanner.meanwhile = async () => {};
    expect((await fires(later(5))).counts).toMatchObject({ fired: 1 });
    expect(await stateOf(id)).toEqual({ state: 'CLEAN', parts: 1 });
  });

  test('no transaction is open, and of two who look it through at once one decides', async () => {
    const id = await documents.sends(tom, episode, LETTER);
    scanner.meanwhile = async () => {
      scanner.meanwhile = async () => {};
      await isReadByNobody(id);
      // Somebody writes to the same row: it is held by nobody.
      await database.owner.run({
        text: 'SELECT FROM episodes.document WHERE id = $1 FOR UPDATE NOWAIT',
        values: [id],
      });
      expect((await fires(later(5))).counts).toMatchObject({ fired: 1 });
    };
    const { document } = carriedOut(await documents.completes(tom, id));
    expect(document).toMatchObject({ state: 'CLEAN', revision: 3 });
    const passed = await database.owner.run<object>({
      text: `SELECT move FROM partners.access_event WHERE subject_id = $1 AND move IN ('PASS', 'REFUSE')`,
      values: [id],
    });
    expect(passed).toEqual([{ move: 'PASS' }]);
  });
});

describe('a document that does not come whole', () => {
  test('is read by nobody, not after the gate was ended in the middle either, and can be gone on with', async () => {
    const content = pdfOf(MIB);
    const { document } = carriedOut(
      await documents.begins(tom, episode, { content, concerns: [amara], says: PDF_TYPE }),
    );
    const [first, second] = inParts(content);
    carriedOut(await documents.sendsPart(tom, document.id, 1, first));
    const cut = documents.sendsPart(tom, document.id, 2, second).catch(() => null);
    await gate.close();
    await cut;
    gate = await gateFor(database, { clock, scanner });
    await isReadByNobody(document.id);
    carriedOut(await documents.sendsPart(tom, document.id, 2, second));
    carriedOut(await documents.completes(tom, document.id));
    expect((await documents.read(tom, episode, document.id))?.equals(content)).toBe(true);
  });

  test('is deleted after a day, and nothing else is', async () => {
    const half = await documents.sends(tom, episode, LETTER);
    const whole = await documents.uploads(tom, episode, LETTER);
    const nearly = new Date(later(24 * 60).getTime() - 1);
    await fires(nearly);
    expect(await stateOf(half)).toEqual({ state: 'RECEIVING', parts: 1 });
    await fires(later(24 * 60));
    expect(await stateOf(half)).toBeNull();
    expect(await stateOf(whole.id)).toEqual({ state: 'CLEAN', parts: 1 });
    const left = await database.owner.run({
      text: 'SELECT 1 AS held FROM episodes.document_part WHERE document_id = $1',
      values: [half],
    });
    expect(left).toEqual([]);
    expect(await documents.completes(tom, half)).toMatchObject({ code: 'RECORD_UNKNOWN' });
  });

  test('goes by nobody’s hand while it is readable', async () => {
    const { id } = await documents.uploads(tom, episode, LETTER);
    const service = connect(database.address, 'episodes', { max: 1 });
    try {
      for (const text of [
        'SELECT episodes.drop_refused_content($1::uuid)',
        'SELECT episodes.drop_unfinished_document($1::uuid)',
      ])
        await service.run({ text, values: [id] });
      for (const text of [
        'DELETE FROM episodes.document_part WHERE document_id = $1',
        `UPDATE episodes.document_part SET content = '' WHERE document_id = $1`,
        'DELETE FROM episodes.document WHERE id = $1',
      ])
        await expect(service.run({ text, values: [id] })).rejects.toMatchObject({
          logged: { sqlstate: '42501' },
        });
    } finally {
      await service.close();
    }
    expect((await documents.read(tom, episode, id))?.equals(LETTER.content)).toBe(true);
  });
});

describe('at once', () => {
  test('two documents come, each whole', async () => {
    const contents = [pdfOf(MIB, randomBytes(MIB / 2)), pdfOf(MIB, randomBytes(MIB / 2))];
    const sent = await Promise.all(
      contents.map((content) =>
        documents.uploads(tom, episode, { content, concerns: [amara], says: PDF_TYPE }),
      ),
    );
    for (const [at, { id }] of sent.entries()) {
      const read = await documents.read(grace, episode, id);
      expect(read?.equals(contents[at] ?? Buffer.alloc(0))).toBe(true);
    }
  });

  test('the parts of one come, some of them twice, and two who complete it complete it once', async () => {
    const content = pdfOf(2 * MIB, randomBytes(MIB));
    const { document } = carriedOut(
      await documents.begins(tom, episode, { content, concerns: [amara], says: PDF_TYPE }),
    );
    const parts = [...inParts(content).entries()];
    for (const answer of await Promise.all(
      [...parts, ...parts].map(([at, part]) => documents.sendsPart(tom, document.id, at + 1, part)),
    ))
      carriedOut(answer);
    const completed = await Promise.all([1, 2].map(() => documents.completes(tom, document.id)));
    expect(completed.map(({ code }) => code).toSorted()).toEqual(['STEP_NOT_POSSIBLE', undefined]);
    expect((await documents.read(tom, episode, document.id))?.equals(content)).toBe(true);
  });

  test('of two contents under one number one is taken', async () => {
    const { document } = carriedOut(await documents.begins(tom, episode, LETTER));
    const answers = await Promise.all(
      ['A letter.\n', 'B letter.\n'].map((text) =>
        documents.sendsPart(tom, document.id, 1, Buffer.from(text)),
      ),
    );
    expect(answers.map(({ code }) => code).toSorted()).toEqual([
      'DOCUMENT_PART_DIFFERS',
      undefined,
    ]);
  });
});
