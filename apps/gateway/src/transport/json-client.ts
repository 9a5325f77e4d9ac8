import type { IncomingHttpHeaders } from 'node:http';
import { Agent, errors } from 'undici';
import { TransportError } from './transport-error.ts';

/** How much is waited for and taken in. */
export interface JsonClientLimits {
  /** Milliseconds from sending, or waiting for a free connection, to the last byte. */
  readonly timeout: number;
  /** Bytes of an answer's body. */
  readonly largestAnswer: number;
  /** The most connections that are open to one origin; further requests wait. */
  readonly connections: number;
}

/** An answer of any status; `body` is what the JSON holds. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** Posts JSON over connections that stay open, pooled by origin. */
export class JsonClient {
  readonly #timeout: number;
  readonly #agent: Agent;

  constructor({ timeout, largestAnswer, connections }: JsonClientLimits) {
    this.#timeout = timeout;
    this.#agent = new Agent({ connections, maxResponseSize: largestAnswer });
  }

  /** Sends a value and reads the answer whole; never sends twice. Throws TransportError. */
  async postJson(
    url: URL,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<JsonAnswer> {
    const signal = AbortSignal.timeout(this.#timeout);
    try {
      const answer = await this.#agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers: { accept: 'application/json', ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      });
      const text = await answer.body.text();
      return { status: answer.statusCode, headers: answer.headers, body: parsed(text) };
    } catch (cause) {
      throw transportErrorOf(cause, signal);
    }
  }

  /** Takes no new request, lets those under way end, then closes every connection. */
  close(): Promise<void> {
    return this.#agent.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own error quotes the text.
    throw new TransportError('ANSWER_NOT_JSON');
  }
}

function transportErrorOf(cause: unknown, signal: AbortSignal): TransportError {
  if (cause instanceof TransportError) return cause;
  if (cause instanceof errors.ResponseExceededMaxSizeError) {
    return new TransportError('ANSWER_TOO_LARGE', { cause });
  }
  return new TransportError(signal.aborted ? 'TIMED_OUT' : 'UNREACHABLE', { cause });
}
