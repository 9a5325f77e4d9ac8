import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { ClamdAddress } from '../src/index.ts';

/** How it behaves. */
export interface Manners {
  /** What it answers to a whole document. */
  readonly reply?: string;
  /** Closes the connection after so many bytes. */
  readonly hangsUpAfter?: number;
  /** Answers after so many bytes, though there is more to come. */
  readonly interruptsAfter?: number;
  readonly isSilent?: boolean;
}

/** A server that takes INSTREAM as clamd does, and what it was sent. */
export interface FakeClamd {
  readonly address: ClamdAddress;
  /** Of each document, the lengths of its chunks and all of them together. */
  readonly documents: { readonly lengths: number[]; readonly chunks: Buffer[] }[];
  readonly commands: string[];
  close(): Promise<void>;
}

export async function fakeClamd(manners: Manners = {}): Promise<FakeClamd> {
  const documents: FakeClamd['documents'] = [];
  const commands: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    const document = { lengths: [] as number[], chunks: [] as Buffer[] };
    documents.push(document);
    let command: string | null = null;
    let waiting = Buffer.alloc(0);
    let taken = 0;
    const answer = (): void => {
      if (manners.isSilent !== true) socket.end(`${manners.reply ?? 'stream: OK'}\0`);
    };
    socket.on('error', () => {});
    socket.on('data', (part) => {
      taken += part.length;
      if (taken >= (manners.hangsUpAfter ?? Number.POSITIVE_INFINITY)) {
        socket.destroy();
        return;
      }
      if (taken >= (manners.interruptsAfter ?? Number.POSITIVE_INFINITY)) {
        answer();
        return;
      }
      waiting = Buffer.concat([waiting, part]);
      if (command === null) {
        const end = waiting.indexOf(0);
        if (end === -1) return;
        command = waiting.subarray(0, end).toString();
        commands.push(command);
        waiting = waiting.subarray(end + 1);
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE();
        if (length === 0) {
          answer();
          return;
        }
        if (waiting.length < 4 + length) return;
        document.lengths.push(length);
        document.chunks.push(Buffer.from(waiting.subarray(4, 4 + length)));
        waiting = waiting.subarray(4 + length);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: { host: '127.0.0.1', port },
    documents,
    commands,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
