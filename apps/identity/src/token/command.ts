import { join } from 'node:path';
import type { SampleAccount } from '@postern/sample-county';
import { BOTH_FACTORS, DEVELOPMENT_AUDIENCE, FIRST_FACTOR_ONLY } from '../access-token.ts';
import { Accounts } from '../accounts.ts';
import type { Environment } from '../environment.ts';
import { identityKeys } from '../keys-file.ts';
import { readArguments, USAGE } from './arguments.ts';
import { runningIssuer } from './running-server.ts';
import { signToken } from './sign-token.ts';

export interface TokenCommand {
  readonly args: readonly string[];
  readonly environment: Environment;
  readonly accounts: readonly SampleAccount[];
  readonly now: Date;
}

/** What a command leaves behind: an exit status, and a text for standard output (0) or standard error (else). */
export interface Outcome {
  readonly status: 0 | 1 | 2;
  readonly text: string;
}

/** Makes a token for a sample account, or lists them; refuses in production and for anyone else. */
export async function tokenCommand(command: TokenCommand): Promise<Outcome> {
  const { environment } = command;
  if (environment.production) {
    return { status: 1, text: 'Development tokens are not made in production.' };
  }
  const accounts = new Accounts(command.accounts);
  const request = readArguments(command.args);
  if (request.kind === 'USAGE') return { status: 2, text: USAGE };
  if (request.kind === 'LIST') return { status: 0, text: accounts.all.map(line).join('\n') };

  const account = accounts.withEmail(request.email);
  if (account === undefined) {
    return {
      status: 1,
      text: 'No sample account has this e-mail. See them with: npm run -s token -- --list',
    };
  }
  const keys = await identityKeys(join(environment.home, 'identity-keys.json'));
  const text = await signToken(keys, {
    issuer:
      (await runningIssuer(environment.home)) ?? `http://localhost:${environment.port}/identity`,
    audience: DEVELOPMENT_AUDIENCE,
    subject: account.subject,
    factors: request.secondFactor ? BOTH_FACTORS : FIRST_FACTOR_ONLY,
    now: command.now,
  });
  return { status: 0, text };
}

function line({ email, shows }: SampleAccount): string {
  return `${email}\t${shows}`;
}
