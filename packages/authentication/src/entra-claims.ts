import { z } from 'zod';
import type { AccessTokenClaims } from './claims.ts';
import { claimsSchema } from './claims.ts';

/** A client is named by `appid` in tokens of version 1.0 and by `azp` in those of 2.0; a token is named by `uti`. */
const entraSchema = z.object({
  ver: z.enum(['1.0', '2.0']),
  sub: z.string(),
  oid: z.string(),
  uti: z.string(),
  appid: z.string().optional(),
  azp: z.string().optional(),
  scp: z.string().min(1).optional(),
  exp: z.number(),
  iat: z.number(),
  amr: z.array(z.string()).optional(),
});

/** The scope that a frontend of records asks for beside its own; the connectors of Power BI and Excel cannot. */
const RECORDS_SCOPE = 'records';

/**
 * Reads an access token of Microsoft Entra ID, which does not follow RFC 9068
 * (learn.microsoft.com/entra/identity-platform/access-token-claims-reference); null for any other, an identity token included. Whoever
 * signed in is named by `oid`, the same for every client of the tenant, and has a scope; unless "records" is
 * one of them, the token is for numbers only. A client that asks in its own name has none, is itself the subject, and is named as the
 * client.
 */
export function entraClaims(payload: unknown): AccessTokenClaims | null {
  const read = entraSchema.safeParse(payload);
  if (!read.success) return null;
  const { ver, sub, oid, uti, appid, azp, scp, exp, iat, amr = [] } = read.data;
  const client = ver === '1.0' ? appid : azp;
  const isClient = scp === undefined && sub === oid;
  // Whoever signs in is never taken for a client, nor a token without a scope for somebody's.
  if (client === undefined || oid === client || (scp === undefined && !isClient)) return null;
  const claims = claimsSchema.safeParse({
    sub: isClient ? client : oid,
    client_id: client,
    jti: uti,
    exp,
    iat,
    amr: isClient ? [] : amr,
  });
  if (!claims.success) return null;
  const opensRecords = scp === undefined || scp.split(' ').includes(RECORDS_SCOPE);
  return opensRecords ? claims.data : { ...claims.data, numbersOnly: true };
}
