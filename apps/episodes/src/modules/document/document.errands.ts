import type { DocumentScanner } from '@postern/document-scanner';
import type { Errand } from '@postern/subgraph-kit';
import { SCAN_ERRAND, scanDocument } from './scanning/scan-document.ts';

/** What follows commands about documents: where nobody can look one through it waits, and due work sees to it. */
export function documentErrands(scanner: DocumentScanner): ReadonlyMap<string, Errand> {
  return new Map([
    [
      SCAN_ERRAND,
      async (id, on) => {
        await scanDocument(scanner, id, on);
      },
    ],
  ]);
}
