import { z } from 'zod';

/** Seconds since 1970 that a Date can hold. */
const timestamp = z.number().min(0).max(8_640_000_000_000);

/** Names go to the database and the ledger: bounded, and of characters it can store one by one. */
const name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\P{Cc}*$/u)
  .refine((value) => value.isWellFormed());

/** What an access token must carry (RFC 9068 section 2.2); issuer, audience and expiry are compared elsewhere. */
export const claimsSchema = z
  .object({
    sub: name,
    exp: timestamp,
    iat: timestamp,
    jti: name,
    client_id: name,
    amr: z.array(z.string()).readonly().default([]),
    acr: z.string().optional(),
  })
  .refine((claims) => claims.iat <= claims.exp)
  .readonly();

/** The claims of a verified token, of the right types, and whether its provider gave it for numbers only. */
export type AccessTokenClaims = z.infer<typeof claimsSchema> & { readonly numbersOnly?: true };
