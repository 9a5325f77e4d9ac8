import type { DocumentScanner } from './document-scanner.ts';

/** In two halves, so that no scanner takes this file for what it looks for. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** For development: knows the test file of EICAR, wherever in a document it is, and nothing else. */
export const eicarScanner: DocumentScanner = {
  scan: async (chunks) => {
    let before: Buffer = Buffer.alloc(0);
    for await (const chunk of chunks) {
      const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      const across = Buffer.concat([before, text.subarray(0, EICAR.length - 1)]);
      if (across.includes(EICAR) || text.includes(EICAR))
        return { kind: 'INFECTED', signature: 'Eicar-Test-Signature' };
      before = (text.length < EICAR.length ? across : text).subarray(1 - EICAR.length);
    }
    return { kind: 'CLEAN' };
  },
};
