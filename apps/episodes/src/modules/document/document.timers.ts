import type { DocumentScanner } from '@postern/document-scanner';
import { Fault } from '@postern/errors';
import type { Firing, TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import { recordEvent, takingByService } from '@postern/steps';
import type { DocumentState } from './document.table.ts';
import { LONGEST_RECEIVING } from './limits.ts';
import { scanDocument } from './scanning/scan-document.ts';
import type { HeldDocument } from './store/documents.ts';
import { dropUnfinished, holdDocument, postponeScan } from './store/documents.ts';

/** What does not come whole in time is deleted; what nobody could look through is looked through again. */
export function documentTimers(scanner: DocumentScanner): readonly TimerKind[] {
  return [
    {
      name: 'DOCUMENT_UNFINISHED',
      clause: 'SHR-3.4.6',
      due: dueOf(
        'DOCUMENT_UNFINISHED',
        'RECEIVING',
        `(document.recorded_at + interval '${LONGEST_RECEIVING}')`,
      ),
      fire: async (firing) => {
        const document = await stillIn('RECEIVING', firing);
        const { transaction, now } = firing;
        await recordEvent(
          transaction,
          {
            machine: 'DOCUMENT',
            subject: document.id,
            move: 'DROP',
            before: document.state,
            after: 'DROPPED',
            about: { episode: document.episodeId },
            onBehalfOf: 'SERVICE',
            reason: 'It did not come whole in time.',
          },
          takingByService(transaction, now).actor,
        );
        await dropUnfinished(transaction, document.id);
      },
    },
    {
      name: 'DOCUMENT_SCAN',
      clause: 'STA-4.0b',
      due: dueOf('DOCUMENT_SCAN', 'SCANNING', 'document.scan_due_at'),
      // Taken first and looked through afterwards: no transaction is open for that long, and nobody else does the same.
      fire: async (firing) => {
        const { id } = await stillIn('SCANNING', firing);
        await postponeScan(firing.transaction, id, firing.now);
      },
      afterwards: async ({ subjectId, connection, now }) => {
        if (!(await scanDocument(scanner, subjectId, { connection, now })))
          throw new Fault('SCANNER_UNAVAILABLE', { logged: {} });
      },
    },
  ];
}

function dueOf(kind: string, state: DocumentState, dueAt: string): TimerKind['due'] {
  const isUnfired = unfired(kind, { subject: 'document.id', dueAt });
  return async (statements, now, limit) => {
    const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
      text: `SELECT id AS "subjectId", ${dueAt} AS "dueAt" FROM episodes.document document
        WHERE state = $3 AND ${dueAt} <= $1 AND ${isUnfired} ORDER BY 2 LIMIT $2`,
      values: [now.toISOString(), limit, state],
    });
    return rows.map(({ subjectId, dueAt: at }) => ({ subjectId, dueAt: new Date(at) }));
  };
}

async function stillIn(
  state: DocumentState,
  { transaction, subjectId }: Firing,
): Promise<HeldDocument> {
  const document = await holdDocument(transaction, subjectId);
  if (document.state !== state) throw new NoLongerDue();
  return document;
}
