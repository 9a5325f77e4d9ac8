import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { Chunks, DocumentScanner, ScanVerdict } from './document-scanner.ts';

const LONGEST_SILENCE_MS = 30_000;
/** `stream: OK`, or a signature's name of some length. */
const LONGEST_REPLY = 1_024;
const INFECTED = /^stream: (?<signature>[\x21-\x7E]{1,200}) FOUND$/;

/** Where clamd listens. */
export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * Has clamd look through documents, by its command INSTREAM (clamd(8)): each chunk after its length in four bytes, at last a
 * length of zero. Whatever it answers beside "OK" and the name of a signature is no verdict.
 */
export function clamdScanner(
  address: ClamdAddress,
  { longestSilence = LONGEST_SILENCE_MS }: { readonly longestSilence?: number } = {},
): DocumentScanner {
  return {
    scan: async (chunks) => {
      const clamd = new Conversation(connect({ ...address, timeout: longestSilence }));
      try {
        return await clamd.scan(chunks);
      } finally {
        clamd.end();
      }
    },
  };
}

/** One document over one connection. */
class Conversation {
  readonly #socket: Socket;
  /** Ends with what clamd said, or with null where it went away, said too much, or nothing for too long. */
  readonly #reply: Promise<string | null>;
  #isOver = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#reply = replyOn(socket).finally(() => {
      this.#isOver = true;
    });
  }

  async scan(chunks: Chunks): Promise<ScanVerdict> {
    await this.#send(Buffer.from('zINSTREAM\0'));
    for await (const chunk of chunks) {
      if (this.#isOver) break;
      // A length of zero would be the end.
      if (chunk.length === 0) continue;
      await this.#send(lengthOf(chunk));
      await this.#send(chunk);
    }
    const isWhole = !this.#isOver;
    await this.#send(lengthOf(new Uint8Array()));
    const verdict = verdictOf(await this.#reply);
    // Said before the end, it is not said of the whole.
    return verdict.kind === 'CLEAN' && !isWhole ? { kind: 'UNAVAILABLE' } : verdict;
  }

  end(): void {
    this.#socket.destroy();
  }

  /** Waits until there is room for more, or nobody there to send to. */
  async #send(bytes: Uint8Array): Promise<void> {
    if (this.#isOver || this.#socket.write(bytes)) return;
    const roomAgain = new AbortController();
    const drained = once(this.#socket, 'drain', { signal: roomAgain.signal }).catch(() => {});
    await Promise.race([drained, this.#reply]);
    roomAgain.abort();
  }
}

function replyOn(socket: Socket): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    text += part;
    const end = text.indexOf('\0');
    if (end !== -1) resolve(text.slice(0, end));
    else if (text.length > LONGEST_REPLY) resolve(null);
  });
  for (const event of ['timeout', 'error', 'close'] as const) socket.on(event, () => resolve(null));
  return promise;
}

function lengthOf(chunk: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function verdictOf(reply: string | null): ScanVerdict {
  if (reply === 'stream: OK') return { kind: 'CLEAN' };
  const signature = INFECTED.exec(reply ?? '')?.groups?.['signature'];
  return signature === undefined ? { kind: 'UNAVAILABLE' } : { kind: 'INFECTED', signature };
}
