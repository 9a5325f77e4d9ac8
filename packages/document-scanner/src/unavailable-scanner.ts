import type { DocumentScanner } from './document-scanner.ts';

/** Where no scanner was set up: documents wait, and none is readable. */
export const unavailableScanner: DocumentScanner = {
  scan: () => Promise.resolve({ kind: 'UNAVAILABLE' }),
};
