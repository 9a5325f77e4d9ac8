import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { MediaType } from '../../src/modules/document/content/media-types.ts';
import { passedContent } from '../../src/modules/document/content/passing-content.ts';
import { archive, DOCX_TYPE, JPEG, OF_A_DOCX, PDF, PNG } from './archives.ts';

async function* inPieces(content: Buffer, of: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < content.length; at += of) yield content.subarray(at, at + of);
}

async function findingOf(content: Buffer, claimed: MediaType, pieces = 7): Promise<unknown> {
  return (await passedContent(inPieces(content, pieces), claimed)).finding;
}

const text = Buffer.from('Minutes of 3 June, with Łukasz.\r\n\tAgreed: ✔\n');
const docx = archive(OF_A_DOCX);
const [types, rels, main] = OF_A_DOCX as [{ name: string }, { name: string }, { name: string }];

describe('content is what it claims to be', () => {
  test.each<readonly [MediaType, Buffer]>([
    ['application/pdf', PDF],
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['text/plain', text],
    [DOCX_TYPE, docx],
  ])('%s', async (claimed, content) => {
    for (const pieces of [1, 7, 5_000])
      expect(await findingOf(content, claimed, pieces)).toBeNull();
  });

  test('or it is not kept', async () => {
    const contents: readonly (readonly [MediaType, Buffer])[] = [
      ['application/pdf', PDF],
      ['image/png', PNG],
      ['image/jpeg', JPEG],
      [DOCX_TYPE, docx],
    ];
    for (const [claimed] of contents)
      for (const [is, content] of contents)
        if (claimed !== is)
          expect(await findingOf(content, claimed), `${is} as ${claimed}`).toBe('OTHER_TYPE');
    for (const [is, content] of contents.filter(([each]) => each !== 'application/pdf'))
      expect(await findingOf(content, 'text/plain'), is).toBe('OTHER_TYPE');
  });

  test.each<readonly [string, MediaType, Buffer]>([
    ['a program', 'application/pdf', Buffer.from('MZ\x90\0 %PDF-1.7\n%%EOF')],
    ['a page before the PDF', 'application/pdf', Buffer.concat([Buffer.from('<script>'), PDF])],
    ['a PDF without its end', 'application/pdf', PDF.subarray(0, -7)],
    [
      'a PNG without its header',
      'image/png',
      Buffer.concat([PNG.subarray(0, 8), PNG.subarray(16)]),
    ],
    ['text in another encoding', 'text/plain', Buffer.from('Br\xfbl\xe9', 'latin1')],
    ['text that breaks off in a character', 'text/plain', text.subarray(0, text.indexOf('✔') + 1)],
    ['text with a NUL', 'text/plain', Buffer.from('one\0two')],
    ['text with controls of a terminal', 'text/plain', Buffer.from('one\x1b[2Jtwo')],
    [
      'an archive of something else',
      DOCX_TYPE,
      archive([types, rels, { name: 'xl/workbook.xml' }]),
    ],
  ])('%s is of another type', async (_, claimed, content) => {
    expect(await findingOf(content, claimed)).toBe('OTHER_TYPE');
  });

  test.each<readonly [string, MediaType, Buffer]>([
    ['a picture with a PDF behind it', 'image/png', Buffer.concat([PNG, PDF])],
    ['a picture with a page behind it', 'image/jpeg', Buffer.concat([JPEG, Buffer.from('<html>')])],
    ['a picture with an archive behind it', 'image/jpeg', Buffer.concat([JPEG, docx])],
    [
      'a picture with an archive behind it that ends as the picture',
      'image/jpeg',
      Buffer.concat([JPEG, archive([types], '\xff\xd9')]),
    ],
    [
      'a PDF with an archive behind it',
      'application/pdf',
      Buffer.concat([PDF, docx.subarray(0, -22), PDF, docx.subarray(-22)]),
    ],
  ])('%s is more than its type', async (_, claimed, content) => {
    expect(await findingOf(content, claimed)).toBe('MORE_THAN_ITS_TYPE');
  });
});

describe('an archive is not kept', () => {
  const GIB = 1_024 ** 3;
  test.each<readonly [string, Buffer]>([
    ['that would be huge', archive([types, rels, { ...main, says: { unpacked: 4 * GIB - 1 } }])],
    [
      'that packs too well',
      archive([types, rels, { ...main, says: { unpacked: 10 * 1_024 ** 2 } }]),
    ],
    [
      'whose files lie over each other',
      archive([
        ...OF_A_DOCX,
        ...Array.from({ length: 50 }, (_, n) => ({
          name: `word/${n}.xml`,
          says: { packed: 3_000, unpacked: 3_000 },
        })),
      ]),
    ],
    ['with a file beyond its end', archive([types, rels, { ...main, says: { packed: 100_000 } }])],
    [
      'of too many files',
      archive([...OF_A_DOCX, ...Array.from({ length: 2_000 }, (_, n) => ({ name: `${n}` }))]),
    ],
    ['with two files of one name', archive([...OF_A_DOCX, main])],
    ['with a secret', archive([types, rels, { ...main, says: { flags: 1 } }])],
    ['with a program', archive([...OF_A_DOCX, { name: 'word/vbaProject.bin' }])],
    ['without its end', docx.subarray(0, -1)],
    [
      'with something between its directory and its end',
      Buffer.concat([docx.subarray(0, -22), Buffer.from('x'), docx.subarray(-22)]),
    ],
    ['with something before it', Buffer.concat([docx, docx])],
  ])('%s', async (_, content) => {
    expect(await findingOf(content, DOCX_TYPE)).toBe('ARCHIVE_UNSAFE');
  });
});

test('the length and the hash are those of the whole', async () => {
  const content = randomBytes(3_000_000);
  const passed = await passedContent(inPieces(content, 500_000), 'image/png');
  expect(passed).toEqual({
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    finding: 'OTHER_TYPE',
  });
});
