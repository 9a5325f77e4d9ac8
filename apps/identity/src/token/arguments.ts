import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run -s token -- <e-mail> [--without-second-factor]
       npm run -s token -- --list
Prints a development access token for a sample account, or lists the sample accounts.`;

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'LIST' }
  | { readonly kind: 'TOKEN'; readonly email: string; readonly secondFactor: boolean }
  | { readonly kind: 'USAGE' };

export function readArguments(args: readonly string[]): Request {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { list: { type: 'boolean' }, 'without-second-factor': { type: 'boolean' } },
    });
    const [email, ...others] = positionals;
    if (values.list === true && email === undefined) return { kind: 'LIST' };
    if (values.list === true || email === undefined || others.length > 0) return { kind: 'USAGE' };
    return { kind: 'TOKEN', email, secondFactor: values['without-second-factor'] !== true };
  } catch {
    // An option that is not known.
    return { kind: 'USAGE' };
  }
}
