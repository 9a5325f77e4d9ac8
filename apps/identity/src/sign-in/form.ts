import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

/** Bytes; the forms here hold a token, an e-mail and a code. */
const MAXIMUM_BYTES = 4096;

const formSchema = z.object({
  csrf: z.string(),
  action: z.enum(['continue', 'restart', 'cancel']).default('continue'),
  email: z.string().max(320).optional(),
  code: z.string().max(32).optional(),
});

export type SignInForm = z.infer<typeof formSchema>;

/** Reads the posted form; undefined where it is none of ours. */
export async function readForm(request: IncomingMessage): Promise<SignInForm | undefined> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  const body = await readBounded(request);
  if (body === undefined) return undefined;
  const fields = new URLSearchParams(body.toString('utf8'));
  return formSchema.safeParse(Object.fromEntries(fields)).data;
}

/** The body, or undefined where it is larger than a form here can be. */
async function readBounded(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = z.instanceof(Uint8Array).parse(chunk);
    size += bytes.byteLength;
    if (size > MAXIMUM_BYTES) break;
    chunks.push(bytes);
  }
  if (size <= MAXIMUM_BYTES) return Buffer.concat(chunks);
  // What is not read would stay in the way of the answer, and of the next request on this connection.
  request.resume();
  return undefined;
}
