import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Sender } from '../src/index.ts';
import { fileSender, smtpSender } from '../src/index.ts';
import { isAddress } from '../src/sending/mail.ts';

interface Taken {
  readonly to: readonly string[];
  readonly headers: string;
  readonly body: string;
}

let server: SMTPServer;
let url: string;
let sender: Sender;
let taken: Taken[];
let answer: number | null;
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) =>
      callback(
        answer === null
          ? null
          : Object.assign(new Error('no such Zzyzx'), { responseCode: answer }),
      ),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [headers = '', ...body] = Buffer.concat(chunks).toString().split('\r\n\r\n');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ to, headers, body: body.join('\r\n\r\n') });
        callback();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  url = `smtp://127.0.0.1:${port}`;
  sender = smtpSender({ url, from: 'postern@county.example' });
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  taken = [];
  answer = null;
});

const message = (more: object = {}) => ({
  id: randomUUID(),
  to: 'ada@fernhollow.example',
  subject: 'Your access to a record ends soon',
  text: 'Your access ends on 30 June 2026.\n\n.\nIt’s so.\n',
  ...more,
});

/** Header lines by name, folded ones joined. */
function headersOf({ headers }: Taken): Map<string, string> {
  const lines = headers.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 2),
    ]),
  );
}

test('a message arrives whole, from Postern, and asks for no automatic answer', async () => {
  const sent = message();
  await sender.send(sent);
  const [got] = taken;
  if (got === undefined) throw new Error('nothing arrived');
  expect(got.to).toEqual(['ada@fernhollow.example']);
  const headers = headersOf(got);
  expect(headers.get('from')).toBe('Postern <postern@county.example>');
  expect(headers.get('to')).toBe('ada@fernhollow.example');
  expect(headers.get('subject')).toBe(sent.subject);
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8/i);
  const decoded = got.body
    .replaceAll('=\r\n', '')
    .replaceAll('=E2=80=99', '’')
    .replaceAll('\r\n', '\n');
  expect(decoded.trimEnd()).toBe(sent.text.trimEnd());
});

test('a repeat has the same message id, another notice another', async () => {
  const sent = message();
  await sender.send(sent);
  await sender.send(sent);
  await sender.send(message());
  const ids = taken.map((each) => headersOf(each).get('message-id'));
  expect(ids[0]).toBe(`<${sent.id}@county.example>`);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

test.each([
  [550, 'EENVELOPE_550', true],
  [450, 'EENVELOPE_450', false],
])('%s to the addressee is %s', async (code, reason, isFinal) => {
  answer = code;
  await expect(sender.send(message())).rejects.toMatchObject({ code: reason, isFinal });
});

test('a server without TLS gets nothing where TLS is insisted on', async () => {
  const strict = smtpSender({ url: `${url}?requireTLS=true`, from: 'postern@county.example' });
  await expect(strict.send(message())).rejects.toMatchObject({ code: 'ETLS_500', isFinal: false });
  expect(taken).toEqual([]);
});

test('a server that is not there is tried again', async () => {
  const gone = smtpSender({ url: 'smtp://127.0.0.1:1', from: 'postern@county.example' });
  const refused = { code: expect.stringMatching(/^E[A-Z]+$/), isFinal: false };
  await expect(gone.send(message())).rejects.toMatchObject(refused);
});

test.each([
  'ada@fernhollow.example\r\nBcc: eve@elsewhere.example',
  'ada@fernhollow.example, eve@elsewhere.example',
  'ada@fernhollow.example;eve@elsewhere.example',
  'Ada <eve@elsewhere.example>',
  'ada@fernhollow.example ',
  '"a b"@fernhollow.example',
  'ada@',
  '@fernhollow.example',
  'ada@localhost',
  '',
  `${'a'.repeat(65)}@fernhollow.example`,
])('%j is no address', async (to) => {
  expect(isAddress(to)).toBe(false);
  await expect(sender.send(message({ to }))).rejects.toMatchObject({
    code: 'ADDRESS_INVALID',
    isFinal: true,
  });
  expect(taken).toEqual([]);
});

test('whatever a subject or text holds, it adds no header and no addressee', async () => {
  await sender.send(message({ subject: 'plain', text: 'plain' }));
  const names = [...headersOf(taken[0] as Taken).keys()].filter(
    (name) => name !== 'content-transfer-encoding',
  );
  const evil = fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '\r\n\r\n',
    '\0',
    'Bcc: eve@elsewhere.example',
    '\u2028',
    ' ',
    '=?utf-8?Q?',
    'x',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(evil).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(text, text, async (subject, body) => {
      taken = [];
      await sender.send(message({ subject, text: body }));
      expect(taken.map(({ to }) => to)).toEqual([['ada@fernhollow.example']]);
      const got = [...headersOf(taken[0] as Taken).keys()].filter(
        (name) => name !== 'content-transfer-encoding',
      );
      expect(got.filter((name) => !names.includes(name))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('in development each message is a file, whole and once', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'postern-notices-')), 'notices');
  const files = fileSender(folder);
  const sent = message();
  await files.send(sent);
  await files.send(sent);
  expect(await readdir(folder)).toEqual([`${sent.id}.eml`]);
  const written = await readFile(join(folder, `${sent.id}.eml`), 'utf8');
  expect(written).toContain('To: ada@fernhollow.example');
  expect(written).toContain('Your access ends on 30 June 2026.');
  await rm(folder, { recursive: true });
});
