import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answered, CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { carriedOut } from '../machines/commands.ts';
import { Documents, PDF_TYPE, pdfOf, sha256Of } from '../scenarios/vocabulary/documents.ts';

const { tom } = cast.practitioners;
const episode = cast.families.okafor.episodes.current;
const concerns = [cast.families.okafor.persons.amara];
const LETTER = Buffer.from('A letter.\n');
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const KIB = 1_024;

let database: CountyDatabase;
let gate: Gate;
const documents = new Documents(() => gate);

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

/** Everything that is kept of documents. */
async function kept(): Promise<unknown> {
  const [row] = await database.owner.run<object>({
    text: `SELECT (SELECT md5(string_agg(d::text, ' ' ORDER BY d.id)) FROM episodes.document d) AS documents,
      (SELECT md5(string_agg(p.id::text || md5(p.content), ' ' ORDER BY p.id)) FROM episodes.document_part p) AS parts`,
    values: [],
  });
  return row;
}

async function changesNothing(
  work: () => Promise<Answered>,
  codes: readonly string[],
): Promise<void> {
  const before = await kept();
  const { code, turnedAway } = await work();
  expect(code ?? turnedAway?.code).toBeOneOf([...codes]);
  expect(await kept()).toEqual(before);
}

const INVALID = ['ARGUMENT_INVALID', 'BAD_USER_INPUT'];

describe('a document is not begun', () => {
  test.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['of no bytes', { bytes: 0 }],
    ['of fewer than none', { bytes: -1 }],
    ['of more than 25 MiB', { bytes: 25 * KIB * KIB + 1 }],
    ['of more bytes than can be counted', { bytes: 2 ** 53 }],
    ['of half a byte', { bytes: 1.5 }],
    ['of a type that is not kept', { mediaType: 'text/html' }],
    ['of any type', { mediaType: '*/*' }],
    ['with a hash of another kind', { sha256: 'd41d8cd98f00b204e9800998ecf8427e' }],
    ['with a hash written otherwise', { sha256: sha256Of(LETTER).toUpperCase() }],
    ['of a kind that there is not', { kind: 'SELFIE' }],
    ['with a title that says nothing', { title: ' \u200b ' }],
    ['with a title that turns round', { title: 'fdp\u202E.exe' }],
    ['with a title without end', { title: 'x'.repeat(10_000) }],
    ['of a laxer class than its type', { rowClass: 'PUBLIC' }],
    ['of no class', { rowClass: 'SPECIAL_CATEGORY' }],
    ['found clean by whoever sends it', { state: 'CLEAN' }],
  ])('%s', async (_, says) => {
    await changesNothing(
      () => documents.begins(tom, episode, { content: LETTER, concerns, says }),
      [...INVALID, 'GRAPHQL_VALIDATION_FAILED'],
    );
  });
});

test('a title that may reveal something is of a document of that class, or another title', async () => {
  const says = { title: 'Letter about her epilepsy' };
  const begins = (more: object = {}): Promise<Answered> =>
    documents.begins(tom, episode, { content: LETTER, concerns, says: { ...says, ...more } });
  await changesNothing(begins, ['FREE_TEXT_REVEALS']);
  await changesNothing(() => begins({ rowClass: 'CRIMINAL_OFFENCE' }), ['FREE_TEXT_REVEALS']);
  carriedOut(await begins({ rowClass: 'SPECIAL_CATEGORY:HEALTH' }));
});

describe('a part is not taken', () => {
  let document: string;
  beforeAll(async () => {
    ({ id: document } = carriedOut(
      await documents.begins(tom, episode, { content: pdfOf(600 * KIB), concerns, says: PDF_TYPE }),
    ).document);
  });

  const letter = LETTER.toString('base64');
  test.each<readonly [string, number, unknown]>([
    ['of number 0', 0, letter],
    ['of a number below', -1, letter],
    ['of number 251', 251, letter],
    ['of a number beyond', 2 ** 31, letter],
    ['of no number', Number.NaN, letter],
    ['that holds nothing', 1, ''],
    ['that is no Base64', 1, '<script>'],
    ['in the Base64 of addresses', 1, Buffer.from([0xfb, 0xff, 0xfe]).toString('base64url')],
    ['without its padding', 1, 'QQ'],
    ['with too much padding', 1, 'QQ======'],
    ['with bits that are left over', 1, 'QR=='],
    ['with spaces', 1, `${letter.slice(0, 4)} ${letter.slice(4)}`],
    ['with lines', 1, `${letter.slice(0, 4)}\n${letter.slice(4)}`],
    ['that is a number', 1, 7],
    ['that is a list', 1, [letter]],
    ['that is an object', 1, { length: 3 }],
    ['that is nothing', 1, null],
    ['of more than 512 KiB', 1, Buffer.alloc(512 * KIB + 1)],
  ])('%s', async (_, number, content) => {
    await changesNothing(() => documents.sendsPart(tom, document, number, content), INVALID);
  });

  test('that is larger than any request', async () => {
    const content = Buffer.alloc(700 * KIB);
    await changesNothing(
      () => documents.sendsPart(tom, document, 1, content),
      ['REQUEST_TOO_LARGE'],
    );
  });

  test('beyond what was announced', async () => {
    carriedOut(await documents.sendsPart(tom, document, 7, Buffer.alloc(512 * KIB)));
    await changesNothing(
      () => documents.sendsPart(tom, document, 8, Buffer.alloc(88 * KIB + 1)),
      ['DOCUMENT_PART_BEYOND'],
    );
  });

  test.each(['', 'none', crypto.randomUUID(), episode.id, episode.documents.signedAgreement])(
    'for the document "%s"',
    async (id) => {
      await changesNothing(
        () => documents.sendsPart(tom, id, 1, LETTER),
        ['RECORD_UNKNOWN', 'STEP_NOT_POSSIBLE'],
      );
    },
  );
});

describe('a document is not completed', () => {
  test.each<readonly [string, Buffer, Readonly<Record<string, unknown>>, string]>([
    [
      'with another hash',
      LETTER,
      { sha256: sha256Of(Buffer.from('B')) },
      'DOCUMENT_NOT_AS_ANNOUNCED',
    ],
    ['that is shorter', LETTER, { bytes: LETTER.length + 1 }, 'DOCUMENT_INCOMPLETE'],
    ['that is a program', Buffer.from('MZ\x90\0'), {}, 'DOCUMENT_CONTENT_REFUSED'],
    [
      'that is a page called a PDF',
      Buffer.from('<html>%PDF-1.7\n%%EOF'),
      PDF_TYPE,
      'DOCUMENT_CONTENT_REFUSED',
    ],
    [
      'that is a PDF called text',
      pdfOf(500, Buffer.from([0, 1, 2])),
      {},
      'DOCUMENT_CONTENT_REFUSED',
    ],
    [
      'that would be huge unpacked',
      Buffer.concat([
        Buffer.from('PK\x03\x04', 'latin1'),
        Buffer.alloc(26, 0xff),
        Buffer.from('PK\x05\x06', 'latin1'),
        Buffer.alloc(18),
      ]),
      { mediaType: DOCX },
      'DOCUMENT_CONTENT_REFUSED',
    ],
  ])('%s', async (_, content, says, code) => {
    const id = await documents.sends(tom, episode, { content, concerns, says });
    await changesNothing(() => documents.completes(tom, id), [code]);
    expect(await documents.read(tom, episode, id)).toBeNull();
  });

  test('on a revision that has passed, or twice', async () => {
    const id = await documents.sends(tom, episode, { content: LETTER, concerns });
    await changesNothing(() => documents.completes(tom, id, 2), ['REVISION_PASSED']);
    carriedOut(await documents.completes(tom, id, 1));
    await changesNothing(() => documents.completes(tom, id, 1), ['STEP_NOT_POSSIBLE']);
    await changesNothing(() => documents.completes(tom, id, 3), ['STEP_NOT_POSSIBLE']);
  });
});

describe('content is not asked for', () => {
  const ask = async (query: string): Promise<unknown> => {
    const { body } = await gate.ask(tom, query);
    return body.errors?.[0]?.extensions['code'] ?? body.data;
  };

  test('below a list, whichever way', async () => {
    for (const inner of [
      'parts { content }',
      'parts { bytes: content }',
      '... on Document { parts { ...P } }',
    ]) {
      const fragment = inner.includes('...P') ? 'fragment P on DocumentPart { content }' : '';
      const query = `{ episode(reference: "${episode.reference}") { documents { ${inner} } } } ${fragment}`;
      expect(await ask(query)).toBe('QUERY_TOO_COSTLY');
    }
  });

  test('many times in one answer', async () => {
    const id = crypto.randomUUID();
    const parts = (times: number): string =>
      Array.from({ length: times }, (_, n) => `p${n}: documentPart(id: "${id}") { content }`).join(
        ' ',
      );
    expect(await ask(`{ ${parts(9)} }`)).toMatchObject({ p0: null });
    expect(await ask(`{ ${parts(10)} }`)).toBe('QUERY_TOO_COSTLY');
    const names = Array.from({ length: 10 }, (_, n) => `c${n}: content`).join(' ');
    expect(await ask(`{ documentPart(id: "${id}") { ${names} } }`)).toBe('QUERY_TOO_COSTLY');
  });

  test('by what is no id', async () => {
    for (const id of ['', 'x', "'; DROP TABLE", episode.id])
      expect(await ask(`{ documentPart(id: ${JSON.stringify(id)}) { id content } }`)).toEqual({
        documentPart: null,
      });
  });
});
