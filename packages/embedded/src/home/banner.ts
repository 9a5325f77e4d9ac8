import { cast, sampleAccounts } from '@postern/sample-county';
import type { Settings } from './settings.ts';

const SHOWN = 6;

/** The family that the tour and the README ask for too. */
const FIRST_QUERY = `{ episode(reference: \\"${cast.families.okafor.episodes.current.reference}\\") { status family { members { givenName healthConditions { name } attendance { percentage } withheld { coordinate code } } } } }`;

/** Says where everything is and how to sign in. */
export function printBanner(url: string, settings: Settings): void {
  const mail = settings.mail(url);
  const lines = [
    '',
    'Postern is ready.',
    '',
    `  Records     ${url}/graphql              (header Purpose-Of-Use needed)`,
    `  Aggregates  ${url}/reporting/graphql`,
    `  Overview    ${url}/`,
    `  Health      ${url}/health/live  ${url}/health/ready  ${url}/metrics`,
    ...(mail.kind === 'FOLDER'
      ? [`  Notices     ${mail.folder}  (not sent; POSTERN_SMTP_URL sends them)`]
      : []),
    ...(settings.production ? [] : development(url)),
    '',
    'Stop with Ctrl-C.',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

function development(url: string): readonly string[] {
  const width = Math.max(...sampleAccounts.slice(0, SHOWN).map(({ email }) => email.length));
  return [
    `  Sign-in     ${url}/identity             (development only)`,
    '',
    'Some of the sample people, and what each shows:',
    '',
    ...sampleAccounts
      .slice(0, SHOWN)
      .map(({ email, shows }) => `  ${email.padEnd(width)}  ${shows}`),
    '',
    '  All of them:  npm run -s token -- --list',
    '  A token:      npm run -s token -- <e-mail>',
    '  A tour:       npm run tour',
    '',
    'A first query:',
    '',
    `  curl -s ${url}/graphql -H "Authorization: Bearer $(npm run -s token -- ${cast.practitioners.grace.email})" \\`,
    `    -H 'Purpose-Of-Use: COORDINATE_SUPPORT' -H 'Content-Type: application/json' \\`,
    `    -d '{"query":"${FIRST_QUERY}"}'`,
  ];
}
