import { createHash, randomBytes } from 'node:crypto';
import { Browser } from './browser.ts';
import { REDIRECT_URI } from './running-identity.ts';

/** A page of the sign-in, as the browser has it. */
export interface ShownPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** One sign-in of one browser, through the real pages. */
export class SignInFlow {
  readonly browser = new Browser();
  readonly verifier = randomBytes(32).toString('base64url');
  readonly #issuer: string;

  constructor(issuer: string) {
    this.#issuer = issuer;
  }

  authorizationUrl(changes: Readonly<Record<string, string | undefined>> = {}): string {
    const url = new URL(`${this.#issuer}/auth`);
    const parameters = {
      client_id: 'postern-console',
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid profile email',
      state: 'from-the-test',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return url.href;
  }

  async open(changes: Readonly<Record<string, string | undefined>> = {}): Promise<ShownPage> {
    const url = this.authorizationUrl(changes);
    return this.#arrive(await this.browser.get(url), url);
  }

  async reload(page: ShownPage): Promise<ShownPage> {
    return this.#arrive(await this.browser.get(page.url), page.url);
  }

  async submit(
    page: ShownPage,
    fields: Readonly<Record<string, string>>,
    type = 'application/x-www-form-urlencoded',
  ): Promise<ShownPage> {
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    return this.#arrive(await this.browser.post(page.url, { csrf, ...fields }, type), page.url);
  }

  /** Both steps; ends where the browser is sent back to the console. */
  async signIn(email: string): Promise<URL> {
    const codePage = await this.submit(await this.open(), { email });
    const returned = await this.submit(codePage, { code: shownCode(codePage) });
    return new URL(returned.url);
  }

  async exchange(code: string, changes: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.#issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'postern-console',
        redirect_uri: REDIRECT_URI,
        code,
        code_verifier: this.verifier,
        ...changes,
      }),
    });
  }

  async #arrive(response: Response, from: string): Promise<ShownPage> {
    const end = await this.browser.follow(response, from);
    return {
      url: end.url,
      status: end.response.status,
      text: await end.response.text(),
      headers: end.response.headers,
    };
  }
}

/** The one-time code that the page tells. */
export function shownCode(page: ShownPage): string {
  return /id="shown-code">(\d{6})</.exec(page.text)?.[1] ?? 'no code is shown';
}
