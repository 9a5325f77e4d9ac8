import type { ServerResponse } from 'node:http';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { STYLESHEET } from './stylesheet.ts';

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
}

/** The frame of every page here: GOV.UK's look in plain HTML, no script, nothing from elsewhere. */
export class Layout {
  readonly prefix: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(options: { readonly prefix: string; readonly redirectUris: readonly string[] }) {
    this.prefix = options.prefix;
    // Browsers hold `form-action` against the redirect that follows a form too.
    const returns = new Set(options.redirectUris.map((uri) => new URL(uri).origin));
    this.#headers = {
      'content-security-policy': [
        "default-src 'none'",
        "style-src 'self'",
        `form-action 'self' ${[...returns].join(' ')}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    };
  }

  /** Headers and body of a page, for where another holds the response. */
  render(page: Page): {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  } {
    return { headers: this.#headers, body: this.#document(page).text };
  }

  send(response: ServerResponse, page: Page): void {
    const { headers, body } = this.render(page);
    response.writeHead(page.status ?? 200, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(body);
  }

  stylesheet(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    response.end(STYLESHEET);
  }

  notFound(response: ServerResponse): void {
    this.send(response, {
      status: 404,
      title: 'Page not found',
      body: html`<h1>Page not found</h1><p>There is nothing at this address of the sign-in.</p>`,
    });
  }

  failed(response: ServerResponse): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    this.send(response, {
      status: 500,
      title: 'The sign-in failed',
      body: html`<h1>The sign-in failed</h1><p>Go back to where you came from and sign in again.</p>`,
    });
  }

  #document({ title, body }: Page): Html {
    return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Postern development sign-in</title>
<link rel="stylesheet" href="${this.prefix}/sign-in.css">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header>
<div class="banner"><p class="width">Postern</p></div>
<div class="width">
<p class="phase"><strong class="tag">Development</strong> <span>Everyone listed here is invented. Never put this page on a network that others reach.</span></p>
</div>
</header>
<div class="width">
<main id="main" tabindex="-1">
${body}
</main>
</div>
</body>
</html>
`;
  }
}
