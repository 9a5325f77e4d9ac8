import type { RouteOptions } from 'fastify';
import type { PublicRegister } from '../register.ts';
import { PAGE_POLICY } from './page.ts';
import { registerPage } from './register-page.ts';

/** The public register, for whoever asks and without signing in: a page for people, JSON for everything else. */
export function registerRoute(register: PublicRegister): RouteOptions {
  return {
    method: 'GET',
    url: '/register',
    handler: async (request, reply) => {
      const signatories = await register();
      reply.header('vary', 'accept').header('cache-control', 'public, max-age=60');
      if (!wantsPage(request.headers.accept)) return reply.send({ signatories });
      return reply
        .header('content-security-policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .send(registerPage(signatories));
    },
  };
}

function wantsPage(accept = ''): boolean {
  return accept.split(',').some((each) => each.trim().startsWith('text/html'));
}
