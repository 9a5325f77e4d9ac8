import type { DocumentScanner } from './document-scanner.ts';

/** In two halves, so that no scanner takes this file for what it looks for. */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** For development: knows the test file of EICAR, wherever in a document it is, and nothing else. */
export const eicarScanner: DocumentScanner = {
  scan: async (chunks) => {
    let before = Buffer.alloc(0);
    for await (const chunk of chunks) {
      const text = Buffer.concat([before, chunk]);
      if (text.includes(EICAR)) return { kind: 'INFECTED', signature: 'Eicar-Test-Signature' };
      before = text.subarray(-(EICAR.length - 1));
    }
    return { kind: 'CLEAN' };
  },
};
