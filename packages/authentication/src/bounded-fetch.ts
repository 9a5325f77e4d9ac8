import type { FetchImplementation } from 'jose';

/** Bytes; a key set of a hundred RSA keys stays below it. */
const MAXIMUM_BYTES = 262_144;

/** Fetches a key set, but reads no more of the answer than a key set can need; rejects with RangeError beyond it. */
export const fetchBounded: FetchImplementation = async (url, options) => {
  const response = await fetch(url, options);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAXIMUM_BYTES) throw new RangeError('The key set is larger than a key set can be.');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status: response.status });
};
