import type { DocumentScanner, ScanVerdict } from '@postern/document-scanner';
import { takeStep, takingByService } from '@postern/steps';
import type { ErrandOn, Statements } from '@postern/subgraph-kit';
import { documentMachine } from '../document.machine.ts';
import { dropContent, holdDocument, stepDocument } from '../store/documents.ts';
import { contentOf } from '../store/parts.ts';

/** By which a document that is whole is looked through. */
export const SCAN_ERRAND = 'SCAN_DOCUMENT';

type Verdict = Exclude<ScanVerdict, { readonly kind: 'UNAVAILABLE' }>;

/**
 * Has a document looked through outside any transaction, and then takes the step that follows, if it still waits. Whatever
 * ends it in between leaves a document that nobody reads, and that is looked through again (STA-4.0b).
 * @returns whether somebody could look it through
 */
export async function scanDocument(
  scanner: DocumentScanner,
  id: string,
  { connection, now }: ErrandOn,
): Promise<boolean> {
  if (!(await isWaiting(connection, id))) return true;
  const verdict = await scanner.scan(contentOf(connection, id));
  if (verdict.kind === 'UNAVAILABLE') return false;
  await connection.transaction((transaction) => decide(transaction, id, verdict, now));
  return true;
}

async function isWaiting(statements: Statements, id: string): Promise<boolean> {
  const [found] = await statements.run<object>({
    text: `SELECT FROM episodes.document WHERE id = $1 AND state = 'SCANNING'`,
    values: [id],
  });
  return found !== undefined;
}

async function decide(
  transaction: Statements,
  id: string,
  verdict: Verdict,
  now: Date,
): Promise<void> {
  const document = await holdDocument(transaction, id);
  // Whoever else looked it through was first.
  if (document.state !== 'SCANNING') return;
  const isClean = verdict.kind === 'CLEAN';
  const state = await takeStep(
    documentMachine,
    document,
    {
      move: isClean ? 'PASS' : 'REFUSE',
      about: { episode: document.episodeId },
      onBehalfOf: 'SERVICE',
      reason: isClean
        ? 'Nothing was found in it.'
        : 'Malware was found in it; its content is gone.',
      ...(isClean ? {} : { details: { signature: verdict.signature } }),
    },
    takingByService(transaction, now),
  );
  await stepDocument(transaction, document, state, now);
  if (!isClean) await dropContent(transaction, id);
}
