import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Fault } from '@postern/errors';
import type { JSONWebKeySet } from 'jose';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { SIGNING_ALGORITHM } from './access-token.ts';

const privateKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string().min(1),
  alg: z.literal(SIGNING_ALGORITHM),
  use: z.literal('sig'),
});

const keysSchema = z.object({
  signing: privateKeySchema,
  /** Signs the provider's own cookies. */
  cookies: z.string().min(32),
});

/** The private signing key (ES256) and the cookie key of the development provider. */
export type IdentityKeys = z.infer<typeof keysSchema>;

/** Reads the keys, making them first where there are none; the file is readable by its owner only. */
export async function identityKeys(file: string): Promise<IdentityKeys> {
  const found = await readKeys(file);
  if (found !== undefined) return found;
  await createKeys(file);
  const created = await readKeys(file);
  if (created === undefined) throw invalid(file);
  return created;
}

/** The half that anyone may have, for verifying. */
export function publicKeys({ signing }: IdentityKeys): JSONWebKeySet {
  const { d: _private, ...shared } = signing;
  return { keys: [shared] };
}

async function readKeys(file: string): Promise<IdentityKeys | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw invalid(file);
  });
  if (text === undefined) return undefined;
  await chmod(file, 0o600);
  try {
    return keysSchema.parse(JSON.parse(text));
  } catch {
    // A parse error would quote the key.
    throw invalid(file);
  }
}

/** A link appears whole or not at all, and not over another: two first starts at once end up with the same keys. */
async function createKeys(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, JSON.stringify(await newKeys()), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}

async function newKeys(): Promise<IdentityKeys> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: SIGNING_ALGORITHM };
  return {
    signing: privateKeySchema.parse({ ...key, use: 'sig' }),
    cookies: randomBytes(32).toString('base64url'),
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function invalid(file: string): Fault {
  return new Fault('IDENTITY_KEYS_INVALID', { logged: { file: basename(file) } });
}
