import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { Accounts } from '../accounts.ts';
import type { Layout } from '../pages/layout.ts';
import { stopPage } from '../pages/stop-page.ts';
import { Attempts } from './attempt.ts';
import type { SignInForm } from './form.ts';
import { readForm } from './form.ts';
import { pageFor } from './page-for.ts';
import { nextStep } from './step.ts';

export interface SignInOptions {
  readonly provider: Provider;
  readonly accounts: Accounts;
  readonly layout: Layout;
}

/** Answers a request if it is for one of the sign-in pages; `path` is the address below the prefix. */
export type SignIn = (
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

const INTERACTION = /^\/interaction\/([\w-]{1,64})$/;
const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** The pages between the provider's question "who is this?" and its answer. */
export function createSignIn({ provider, accounts, layout }: SignInOptions): SignIn {
  const attempts = new Attempts();

  const refuse = (response: ServerResponse, status: number, what: string): void =>
    layout.send(response, stopPage(status, what));

  const submit = async (
    uid: string,
    form: SignInForm,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const step = nextStep(attempts.get(uid), form, accounts);
    if (step.kind === 'FINISHED') {
      attempts.end(uid);
      const options = { mergeWithLastSubmission: false };
      await provider.interactionFinished(request, response, step.result, options);
      return;
    }
    attempts.set(uid, step.attempt);
    if (step.kind === 'REFUSED') {
      layout.send(response, pageFor(step.attempt, accounts, step));
    } else {
      // Seen again with GET, so that reloading the page does not send the form again.
      response.writeHead(303, { location: `${layout.prefix}/interaction/${uid}` }).end();
    }
  };

  const interact = async (
    uid: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const begun = await beganHere(provider, uid, request, response);
    if (!begun) {
      refuse(response, 400, 'This sign-in has ended, or began in another browser.');
    } else if (SAFE_METHODS.has(request.method ?? '')) {
      layout.send(response, pageFor(attempts.get(uid), accounts));
    } else {
      const form = request.method === 'POST' ? await readForm(request) : undefined;
      if (form === undefined) refuse(response, 400, 'The form could not be read.');
      else if (!sameText(form.csrf, attempts.get(uid).csrf)) {
        refuse(response, 403, 'The form did not come from this sign-in page.');
      } else await submit(uid, form, request, response);
    }
  };

  return async (path, request, response) => {
    const [pathname = ''] = path.split('?');
    if (pathname === '/sign-in.css') {
      layout.stylesheet(response);
      return true;
    }
    const uid = INTERACTION.exec(pathname)?.[1];
    if (uid === undefined) return false;
    await interact(uid, request, response);
    return true;
  };
}

/** The provider's signed cookie ties a sign-in to the browser that began it. */
async function beganHere(
  provider: Provider,
  uid: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  try {
    const interaction = await provider.interactionDetails(request, response);
    return interaction.uid === uid;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return false;
    throw error;
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
