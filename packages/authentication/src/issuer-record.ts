import { Fault } from '@postern/errors';
import { z } from 'zod';
import { ASYMMETRIC_ALGORITHMS } from './algorithms.ts';
import { PROFILE_NAMES } from './profiles.ts';

/** A row of the issuer registry as it is stored; {@link parseIssuer} decides whether it may be trusted. */
export interface IssuerRecord {
  readonly id: string;
  /** Compared with `iss` character by character (RFC 8725 section 3.8). */
  readonly url: string;
  /** How it writes its tokens: `RFC9068` or `ENTRA`; a row with another is refused. */
  readonly profile: string;
  readonly audience: string;
  readonly jwksUri: string;
  readonly algorithms: readonly string[];
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Keys fetched in clear text could be swapped on the way, so only this machine itself may serve them so. */
function isProtected(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
}

const issuerSchema = z
  .object({
    id: z.string().min(1),
    url: z.url(),
    profile: z.enum(PROFILE_NAMES),
    audience: z.string().min(1),
    jwksUri: z.string().refine(isProtected),
    algorithms: z.array(z.enum(ASYMMETRIC_ALGORITHMS)).min(1).readonly(),
  })
  .readonly();

/** A registry row whose every field has been checked. */
export type TrustedIssuer = z.infer<typeof issuerSchema>;

/** Parses a registry row; throws Fault ISSUER_RECORD_INVALID naming the issuer's id and the fields at fault. */
export function parseIssuer(record: IssuerRecord): TrustedIssuer {
  const parsed = issuerSchema.safeParse(record);
  if (parsed.success) return parsed.data;
  const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  throw new Fault('ISSUER_RECORD_INVALID', {
    logged: { issuer: record.id, fields: [...fields].join(' ') },
  });
}
