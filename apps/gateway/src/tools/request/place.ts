import type { FastifyRequest } from 'fastify';
import type { ToolSettings } from '../../options.ts';

const HOST = /^(?:[\w.-]{1,253}|\[[\da-f:]{2,45}\])(?::\d{1,5})?$/i;
/** As a port of this machine is reached; for whoever names no host. */
const NOWHERE = 'localhost';

/** Where this gateway is, as the operator says or as the caller reached it; without a slash at its end. */
export function originOf(
  { protocol, headers }: Pick<FastifyRequest, 'headers' | 'protocol'>,
  { publicUrl }: ToolSettings,
): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '');
  const { host = NOWHERE } = headers;
  return `${protocol}://${HOST.test(host) ? host : NOWHERE}`;
}

/** What follows a part of the address that ends with a marker, as it was sent, and what precedes it with the marker. */
export function splitAfter(
  url: string,
  marker: string,
): { readonly before: string; readonly after: string } {
  const [path = ''] = url.split('?');
  const end = path.indexOf(marker) + marker.length;
  return { before: path.slice(0, end), after: path.slice(end).replace(/^\//, '') };
}
