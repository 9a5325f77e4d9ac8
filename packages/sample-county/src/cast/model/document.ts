import { createHash } from 'node:crypto';
import { countyId } from '../../county-id.ts';
import type { Moment } from './moment.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import type { RecordScene, Written } from './written.ts';
import { writtenColumns } from './written.ts';

/** A document that was uploaded and found clean; small enough for one part. */
export interface CastDocument extends Written {
  readonly title: string;
  readonly kind: 'FAMILY_AGREEMENT' | 'LETTER';
  readonly mediaType: 'application/pdf' | 'text/plain';
  readonly content: string;
}

/** The smallest PDF that shows a line. */
export function pdfOf(line: string): string {
  const text = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`;
  return [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj',
    `4 0 obj<</Length ${text.length}>>stream`,
    text,
    'endstream endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
    '',
  ].join('\n');
}

/** The rows of a document and of its one part. */
export function documentRows(
  key: string,
  of: CastDocument,
  scene: RecordScene,
  moment: Moment,
): readonly Row[] {
  const written = writtenColumns('document', key, of, scene, moment);
  const content = Buffer.from(of.content);
  return [
    row('episodes.document', {
      ...written,
      title: of.title,
      kind: of.kind,
      media_type: of.mediaType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      state: 'CLEAN',
    }),
    row('episodes.document_part', {
      id: countyId(`${String(written['id'])}:part:1`),
      document_id: written['id'] ?? null,
      number: 1,
      bytes: content.length,
      content: `\\x${content.toString('hex')}`,
    }),
  ];
}
