import { createHash } from 'node:crypto';
import type { RouteOptions } from 'fastify';

const STYLE = `
:root{color-scheme:light}
body{margin:0;font-family:arial,sans-serif;font-size:1.1875rem;line-height:1.4;color:#0b0c0c;background:#fff}
.skip{position:absolute;left:-999em}.skip:focus{position:static;display:block;padding:10px 15px}
header{background:#0b0c0c;color:#fff;border-bottom:10px solid #1d70b8;padding:15px}
header p,main{max-width:60rem;margin:0 auto}header p{font-weight:bold;font-size:1.5rem}
main{padding:30px 15px 60px}h1{font-size:2rem;line-height:1.15;margin:0 0 30px}h2{font-size:1.5rem;margin:30px 0 15px}
a{color:#1d70b8;text-underline-offset:.1em}a:focus{outline:3px solid transparent;color:#0b0c0c;background:#fd0;box-shadow:0 -2px #fd0,0 4px #0b0c0c;text-decoration:none}
dt{font-weight:bold}dd{margin:0 0 15px}code{font-family:monospace;font-size:1rem;background:#f3f2f1;padding:2px 5px}
.inset{border-left:10px solid #b1b4b6;padding:15px;margin:30px 0}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** The page at `/`: what this is, where things are, how to get a token. It loads nothing and runs nothing. */
export function frontPageRoute(urgentChannel: string): RouteOptions {
  const page = frontPage(urgentChannel);
  return {
    method: 'GET',
    url: '/',
    handler: (_, reply) =>
      reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(page),
  };
}

function frontPage(urgentChannel: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Postern – early help information gateway</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><p>Postern</p></header>
<main id="main">
<h1>Early help information gateway</h1>
<p>Postern lets the agencies around a family work together while each person sees only what they need to know.
Every release of personal information is recorded.</p>
<div class="inset"><strong>Urgent:</strong> ${escaped(urgentChannel)}</div>
<h2>Where things are</h2>
<dl>
<dt><code>/graphql</code></dt><dd>Records of families, for practitioners. Send a query by POST with an access token and
a <code>Purpose-Of-Use</code> header.</dd>
<dt><code>/reporting/graphql</code></dt><dd>Counts and rates after disclosure control, for reporting accounts.</dd>
<dt><a href="/health/live">/health/live</a> and <a href="/health/ready">/health/ready</a></dt><dd>Whether the service
runs, and whether it can answer.</dd>
<dt><a href="/metrics">/metrics</a></dt><dd>Figures for monitoring.</dd>
</dl>
<h2>How to get a token</h2>
<p>Sign in with your organisation; its application sends the token as
<code>Authorization: Bearer &lt;token&gt;</code>.</p>
<p>In development, <code>npm run -s token -- --list</code> lists the sample accounts and
<code>npm run -s token -- &lt;e-mail&gt;</code> prints a token for one.</p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
