import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import type { ServiceRole } from './database-role.ts';
import { loginName } from './database-role.ts';

const ITERATIONS = 4096;

/** The password of a service role: the same in every process that knows the secret, and no way back to it. */
export function rolePassword(secret: string, role: ServiceRole): string {
  return createHmac('sha256', secret)
    .update(`password of ${loginName(role)}`)
    .digest('base64url');
}

/**
 * What PostgreSQL stores for a random password (SCRAM-SHA-256, RFC 5803), so that the password
 * itself is in no statement; the salt is derived, so that every process writes the same.
 */
export function passwordVerifier(password: string): string {
  const salt = createHmac('sha256', password).update('salt').digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
