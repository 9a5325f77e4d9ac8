/** Who a request says it comes from. */
export type Principal =
  | {
      readonly kind: 'ACCOUNT';
      readonly issuerId: string;
      readonly subject: string;
      readonly multiFactor: boolean;
    }
  | { readonly kind: 'NO_TOKEN' }
  | { readonly kind: 'GARBAGE_TOKEN' };

/** A text that tells principals apart. */
export function principalKey(principal: Principal): string {
  return principal.kind === 'ACCOUNT'
    ? `${principal.issuerId}/${principal.subject}${principal.multiFactor ? '' : ' without a second factor'}`
    : principal.kind;
}
