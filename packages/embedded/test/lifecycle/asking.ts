import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const TOKEN = fileURLToPath(new URL('../../../../apps/identity/src/token.ts', import.meta.url));
const GRACE = 'grace.adebayo@fernhollow.example';

/** `npm run token` for an installation. */
export async function token(
  home: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly out: string; readonly err: string; readonly code: number }> {
  const env = { ...process.env, POSTERN_HOME: home, NODE_ENV: '', ...environment };
  return promisify(execFile)(process.execPath, [TOKEN, GRACE], { env }).then(
    ({ stdout, stderr }) => ({ out: stdout.trim(), err: stderr, code: 0 }),
    (failure: { stdout: string; stderr: string; code: number }) => ({
      out: failure.stdout,
      err: failure.stderr,
      code: failure.code,
    }),
  );
}

/** A first question, with its status and its text. */
export async function ask(
  port: number,
  bearer: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`http://localhost:${port}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'purpose-of-use': 'COORDINATE_SUPPORT',
    },
    body: JSON.stringify({ query: '{ episodes(first: 3) { edges { node { reference } } } }' }),
  });
  return { status: response.status, text: await response.text() };
}

export async function health(port: number, which: 'live' | 'ready'): Promise<number> {
  return (await fetch(`http://localhost:${port}/health/${which}`)).status;
}
