/** Who calls, as the access token tells it: no permission, no account state (those are read from the database). */
export interface AuthenticatedCaller {
  /** The registry's id of the issuer, stable while its address may move. */
  readonly issuerId: string;
  readonly subject: string;
  /** True where the token shows at least two kinds of factor (RFC 8176). */
  readonly multiFactor: boolean;
  readonly expiresAt: Date;
  readonly clientId: string | null;
  /** The one purpose that what they showed may be used for; absent where they say it themselves. */
  readonly purpose?: string;
  /** Where what they showed was given to a reporting tool, which is to read protected numbers and no record. */
  readonly numbersOnly?: true;
}
