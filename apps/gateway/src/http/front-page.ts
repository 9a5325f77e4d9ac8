import type { RouteOptions } from 'fastify';
import { escaped, PAGE_POLICY, pageOf } from './page.ts';

/** The page at `/`: what this is, where things are, how to get a token. It loads nothing and runs nothing. */
export function frontPageRoute(urgentChannel: string): RouteOptions {
  const page = frontPage(urgentChannel);
  return {
    method: 'GET',
    url: '/',
    handler: (_, reply) =>
      reply
        .header('content-security-policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .send(page),
  };
}

function frontPage(urgentChannel: string): string {
  return pageOf(
    'Postern – early help information gateway',
    `<h1>Early help information gateway</h1>
<p>Postern lets the agencies around a family work together while each person sees only what they need to know.
Every release of personal information is recorded.</p>
<div class="inset"><strong>Urgent:</strong> ${escaped(urgentChannel)}</div>
<h2>Where things are</h2>
<dl>
<dt><code>/graphql</code></dt><dd>Records of families, for practitioners. Send a query by POST with an access token and
a <code>Purpose-Of-Use</code> header.</dd>
<dt><code>/reporting/graphql</code></dt><dd>Counts and rates after disclosure control, for reporting accounts.</dd>
<dt><code>/reporting/odata/v4</code> and <code>/reporting/csv</code></dt><dd>The same for Power BI, Excel and other
tools, as OData and as files. A tool that nobody can sign in to shows a key.</dd>
<dt><a href="/register">/register</a></dt><dd>The organisations that signed, readable by anybody.</dd>
<dt><a href="/health/live">/health/live</a> and <a href="/health/ready">/health/ready</a></dt><dd>Whether the service
runs, and whether it can answer.</dd>
<dt><a href="/metrics">/metrics</a></dt><dd>Figures for monitoring.</dd>
</dl>
<h2>How to get a token</h2>
<p>Sign in with your organisation; its application sends the token as
<code>Authorization: Bearer &lt;token&gt;</code>.</p>
<p>In development, <code>npm run -s token -- --list</code> lists the sample accounts and
<code>npm run -s token -- &lt;e-mail&gt;</code> prints a token for one.</p>`,
  );
}
