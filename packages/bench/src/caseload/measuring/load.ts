import type { OutgoingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:http';

/** One HTTP request, as a contestant is sent it for one principal. */
export interface Call {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
}

/** What a closed loop brought: each answer's time in milliseconds, and how long all of it took. */
export interface LoadResult {
  readonly latencies: readonly number[];
  readonly elapsed: number;
}

/** Sends a call and brings its body; any status but 200 is a failure of the benchmark. */
export function send(call: Call, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(call.url, {
      method: call.method,
      headers: call.headers,
      ...(agent && { agent }),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(body);
        else reject(new Error(`${call.method} ${call.url} was answered ${response.statusCode}.`));
      });
    });
    sent.end(call.body);
  });
}

/** A closed loop: so many connections, each sending its next call when its last is answered; calls in rotation. */
export async function closedLoop(
  calls: readonly Call[],
  options: { readonly requests: number; readonly connections: number },
): Promise<LoadResult> {
  const { requests, connections } = options;
  // Connections of this loop only: a server closes those that idle while another's turn lasts.
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < requests) {
      const call = calls[next % calls.length];
      next += 1;
      if (call === undefined) return;
      const at = performance.now();
      await send(call, agent);
      latencies.push(performance.now() - at);
    }
  };
  const begun = performance.now();
  try {
    await Promise.all(Array.from({ length: connections }, worker));
    return { latencies, elapsed: performance.now() - begun };
  } finally {
    agent.destroy();
  }
}
