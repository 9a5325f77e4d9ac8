import { describe, expect, test } from 'vitest';
import type { Chunks } from '../src/index.ts';
import { eicarScanner, unavailableScanner } from '../src/index.ts';

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

async function* inPieces(text: string, of: number): Chunks {
  for (let at = 0; at < text.length; at += of) yield Buffer.from(text.slice(at, at + of));
}

describe('the scanner for development', () => {
  test.each([1, 7, 67, 68, 500])('finds the test file in pieces of %i', async (of) => {
    const text = `Before it. ${EICAR} After it.`;
    expect(await eicarScanner.scan(inPieces(text, of))).toEqual({
      kind: 'INFECTED',
      signature: 'Eicar-Test-Signature',
    });
  });

  test('finds nothing else', async () => {
    const verdict = await eicarScanner.scan(inPieces(EICAR.replace('X5O', 'X6O').repeat(3), 10));
    expect(verdict).toEqual({ kind: 'CLEAN' });
  });
});

test('where there is no scanner there is no verdict', async () => {
  expect(await unavailableScanner.scan(inPieces('A letter.', 5))).toEqual({ kind: 'UNAVAILABLE' });
});
