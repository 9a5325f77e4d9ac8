import type { ContentFinding } from './content-finding.ts';
import { docxFinding } from './docx.ts';
import type { Ends } from './ends.ts';
import { endsAsArchive } from './zip.ts';

/** What a document may be, by what it claims to be. */
export const MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Looks at a document's first and last bytes, whatever its name says; null where it is what it claims. */
export const FINDINGS: Readonly<Record<MediaType, (ends: Ends) => ContentFinding | null>> = {
  'application/pdf': (ends) =>
    beginsAs(ends, PDF) && ends.last.subarray(-PDF_END_WITHIN).includes('%%EOF')
      ? nothingBehind(ends)
      : 'OTHER_TYPE',
  'image/png': (ends) => {
    if (!beginsAs(ends, PNG)) return 'OTHER_TYPE';
    return endsAs(ends, PNG_END) ? nothingBehind(ends) : 'MORE_THAN_ITS_TYPE';
  },
  'image/jpeg': (ends) => {
    if (!beginsAs(ends, JPEG)) return 'OTHER_TYPE';
    return endsAs(ends, JPEG_END) ? nothingBehind(ends) : 'MORE_THAN_ITS_TYPE';
  },
  // Every byte of it is looked at as it passes.
  'text/plain': ({ isText }) => (isText ? null : 'OTHER_TYPE'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': docxFinding,
};

/** In hexadecimal, as are those below: `%PDF-1.7` and the end of a line (PDF 2.0, 7.5.2). */
const PDF = /^255044462d3[12]2e3\d0[ad]/;
/** PDF 2.0, 7.5.5, as readers take it. */
const PDF_END_WITHIN = 1_024;
/** The signature and the header chunk (PNG, 5.2 and 11.2.1). */
const PNG = /^89504e470d0a1a0a0000000d49484452/;
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');
/** Start of image and the next marker; at last its end (JPEG, B.1.1.3). */
const JPEG = /^ffd8ff(?:[c-e][0-9a-f]|f[0-9a-e])/;
const JPEG_END = Buffer.from('ffd9', 'hex');

function beginsAs({ first }: Ends, signature: RegExp): boolean {
  return signature.test(first.subarray(0, 32).toString('hex'));
}

function endsAs({ last }: Ends, end: Buffer): boolean {
  return last.subarray(-end.length).equals(end);
}

function nothingBehind({ last }: Ends): ContentFinding | null {
  return endsAsArchive(last) ? 'MORE_THAN_ITS_TYPE' : null;
}
