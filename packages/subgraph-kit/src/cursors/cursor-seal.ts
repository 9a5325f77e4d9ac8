import type { KeyObject } from 'node:crypto';
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { Refusal } from '@postern/errors';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals the id of a row into an opaque cursor that only the same caller can use on the same list (AES-256-GCM). */
export class CursorSeal {
  readonly #key: KeyObject;

  /** @param secret at least 32 bytes, shared by every process that serves the same list */
  constructor(secret: Uint8Array) {
    const key = hkdfSync('sha256', secret, new Uint8Array(), 'postern cursor', 32);
    this.#key = createSecretKey(Buffer.from(key));
  }

  seal(id: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(id, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Refusal CURSOR_INVALID for anything but a cursor sealed for this owner */
  open(cursor: string, owner: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) throw new Refusal('CURSOR_INVALID');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return (
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') +
        decipher.final('utf8')
      );
    } catch {
      throw new Refusal('CURSOR_INVALID');
    }
  }
}
