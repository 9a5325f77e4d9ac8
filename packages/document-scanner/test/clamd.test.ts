import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Chunks } from '../src/index.ts';
import { clamdScanner } from '../src/index.ts';
import type { FakeClamd, Manners } from './fake-clamd.ts';
import { fakeClamd } from './fake-clamd.ts';

let clamd: FakeClamd | undefined;

afterEach(async () => {
  await clamd?.close();
  clamd = undefined;
});

async function* inChunks(...chunks: readonly Uint8Array[]): Chunks {
  yield* chunks;
}

async function scanned(manners: Manners, chunks: Chunks = inChunks(Buffer.from('A letter.'))) {
  clamd = await fakeClamd(manners);
  return clamdScanner(clamd.address, { longestSilence: 200 }).scan(chunks);
}

describe('clamd', () => {
  test('is sent the document chunk by chunk, each after its length, and says that it is clean', async () => {
    const sent = [
      randomBytes(512 * 1024),
      new Uint8Array(),
      randomBytes(512 * 1024),
      randomBytes(7),
    ];
    expect(await scanned({}, inChunks(...sent))).toEqual({ kind: 'CLEAN' });
    expect(clamd?.commands).toEqual(['zINSTREAM']);
    const [document] = clamd?.documents ?? [];
    expect(document?.lengths).toEqual([512 * 1024, 512 * 1024, 7]);
    expect(Buffer.concat(document?.chunks ?? []).equals(Buffer.concat(sent))).toBe(true);
  });

  test('says what it found', async () => {
    expect(await scanned({ reply: 'stream: Win.Test.EICAR_HDB-1 FOUND' })).toEqual({
      kind: 'INFECTED',
      signature: 'Win.Test.EICAR_HDB-1',
    });
  });

  test.each<readonly [string, Manners]>([
    ['an error', { reply: 'INSTREAM size limit exceeded. ERROR' }],
    ['nothing', { reply: '' }],
    ['something else', { reply: 'stream: OK, I think' }],
    ['a signature that is none', { reply: 'stream: one\ntwo FOUND' }],
    ['more than it has to say', { reply: 'x'.repeat(5_000) }],
    ['no word for too long', { isSilent: true }],
    ['no word and goes away', { hangsUpAfter: 4 }],
  ])('answers %s: that is no verdict', async (_, manners) => {
    expect(await scanned(manners)).toEqual({ kind: 'UNAVAILABLE' });
  });

  test('that finds a document clean before it has the whole of it has not', async () => {
    let given = 0;
    async function* endless(): Chunks {
      for (; given < 10_000; given += 1) yield randomBytes(64 * 1024);
    }
    expect(await scanned({ interruptsAfter: 100_000 }, endless())).toEqual({ kind: 'UNAVAILABLE' });
    expect(given).toBeLessThan(10_000);
  });

  test('that is not there is no verdict either', async () => {
    const gone = await fakeClamd();
    await gone.close();
    const scanner = clamdScanner(gone.address);
    expect(await scanner.scan(inChunks(Buffer.from('A letter.')))).toEqual({ kind: 'UNAVAILABLE' });
  });

  test('that takes it slowly holds up whoever reads the document', async () => {
    clamd = await fakeClamd({ isSilent: true });
    let given = 0;
    async function* endless(): Chunks {
      for (; given < 100_000; given += 1) yield Buffer.alloc(64 * 1024);
    }
    const scanner = clamdScanner(clamd.address, { longestSilence: 200 });
    const scanning = scanner.scan(endless());
    await clamd.close();
    expect(await scanning).toEqual({ kind: 'UNAVAILABLE' });
    expect(given).toBeLessThan(100_000);
  });

  test('is not asked further where the document cannot be read', async () => {
    clamd = await fakeClamd();
    async function* broken(): Chunks {
      yield Buffer.from('A letter.');
      throw new Error('the database is gone');
    }
    await expect(clamdScanner(clamd.address).scan(broken())).rejects.toThrow(
      'the database is gone',
    );
  });
});
