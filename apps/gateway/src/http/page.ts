import { createHash } from 'node:crypto';

const STYLE = `
:root{color-scheme:light}
body{margin:0;font-family:arial,sans-serif;font-size:1.1875rem;line-height:1.4;color:#0b0c0c;background:#fff}
.skip{position:absolute;left:-999em}.skip:focus{position:static;display:block;padding:10px 15px}
header{background:#0b0c0c;color:#fff;border-bottom:10px solid #1d70b8;padding:15px}
header p,main{max-width:60rem;margin:0 auto}header p{font-weight:bold;font-size:1.5rem}
main{padding:30px 15px 60px}h1{font-size:2rem;line-height:1.15;margin:0 0 30px}h2{font-size:1.5rem;margin:30px 0 15px}
a{color:#1d70b8;text-underline-offset:.1em}a:focus{outline:3px solid transparent;color:#0b0c0c;background:#fd0;box-shadow:0 -2px #fd0,0 4px #0b0c0c;text-decoration:none}
dt{font-weight:bold}dd{margin:0 0 15px}code{font-family:monospace;font-size:1rem;background:#f3f2f1;padding:2px 5px}
table{border-collapse:collapse;width:100%}caption{font-weight:bold;text-align:left;margin-bottom:15px}
th,td{text-align:left;vertical-align:top;padding:10px 20px 10px 0;border-bottom:1px solid #b1b4b6}.wide{overflow-x:auto}
.inset{border-left:10px solid #b1b4b6;padding:15px;margin:30px 0}
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
/** A page loads nothing and runs nothing. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** A whole page around its main part, which is HTML of our own. */
export function pageOf(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><p>Postern</p></header>
<main id="main">
${main}
</main>
</body>
</html>
`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
