interface Init {
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Follows no redirect by itself; keeps cookies as a browser would for one sign-in. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  async get(url: string): Promise<Response> {
    return this.#request(url, { method: 'GET' });
  }

  async post(
    url: string,
    fields: Readonly<Record<string, string>>,
    type = 'application/x-www-form-urlencoded',
  ): Promise<Response> {
    const body = new URLSearchParams(fields).toString();
    return this.#request(url, { method: 'POST', body, headers: { 'content-type': type } });
  }

  /** Follows redirects while they stay at the origin; returns the last response and its address. */
  async follow(
    response: Response,
    from: string,
  ): Promise<{ readonly response: Response; readonly url: string }> {
    const { origin } = new URL(from);
    let [current, url] = [response, from];
    for (;;) {
      const location = current.headers.get('location');
      if (location === null) return { response: current, url };
      url = new URL(location, url).href;
      if (new URL(url).origin !== origin) return { response: current, url };
      current = await this.get(url);
    }
  }

  async #request(url: string, init: Init): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie };
    const response = await fetch(url, { ...init, redirect: 'manual', headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      const ended = attributes.some((attribute) =>
        attribute.startsWith('expires=Thu, 01 Jan 1970'),
      );
      if (ended) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}
