import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * A foreign handler under a prefix. It sees `req.url` without the prefix and `req.originalUrl` with it, as Express
 * mounts do; its answers are its own: no header of ours is added.
 */
export interface Mount {
  /** Begins with a slash and ends without one, e.g. `/identity`. */
  readonly prefix: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Hands requests under a mount's prefix to its handler, bodies unread, and all others on. */
export function handleMounts(
  mounts: readonly Mount[],
  next: (request: IncomingMessage, response: ServerResponse) => void,
): RequestListener {
  return (request, response) => {
    const url = request.url ?? '/';
    const mount = mounts.find(({ prefix }) => isUnder(prefix, url));
    if (mount === undefined) {
      next(request, response);
      return;
    }
    const rest = url.slice(mount.prefix.length);
    const mounted = Object.assign(request, { originalUrl: url });
    mounted.url = rest.startsWith('/') ? rest : `/${rest}`;
    mount.handler(mounted, response);
  };
}

function isUnder(prefix: string, url: string): boolean {
  if (!url.startsWith(prefix)) return false;
  const following = url.charAt(prefix.length);
  return following === '' || following === '/' || following === '?';
}
