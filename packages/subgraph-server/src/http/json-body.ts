import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The JSON body as it came: what a recording assertion is bound to. */
    bodyText: string;
  }
}

/** Takes JSON only and keeps its text beside what it says. */
export function keepBodyText(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.decorateRequest('bodyText', '');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      request.bodyText = body;
      parse(request, body, done);
    },
  );
}
