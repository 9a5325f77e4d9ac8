import type { Signatory } from '../register.ts';
import { escaped, pageOf } from './page.ts';

const KINDS: Readonly<Record<string, string>> = {
  COUNCIL: 'Council',
  SCHOOL: 'School',
  EARLY_YEARS: 'Early years',
  HEALTH: 'Health',
  POLICE: 'Police',
  HOUSING: 'Housing',
  VOLUNTARY: 'Voluntary organisation',
  GOVERNMENT: 'Government',
  CONTRACTOR: 'Contractor',
};

const STATES: Readonly<Record<string, string>> = {
  INVITED: 'Invited to take part',
  NEGOTIATING: 'Talking about taking part',
  SIGNED: 'Signed',
  ACTIVE: 'Takes part',
  REVIEW_DUE: 'Takes part; its review is due',
  NOTICE_GIVEN: 'Has given notice and is leaving',
  SUSPENDED: 'Suspended',
  WITHDRAWN: 'Has left',
  RESIGN_REQUIRED: 'Has to sign the new version',
};

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** The public register as a page. */
export function registerPage(signatories: readonly Signatory[]): string {
  const rows = signatories.flatMap((one) => one.signatures.map((signed) => row(one, signed)));
  return pageOf(
    'Organisations that signed – Postern',
    `<h1>Organisations that signed</h1>
<p>These organisations share information to help families early, under the agreements named here. Only organisations whose
signature is in force take part.</p>
<div class="wide"><table>
<caption>${rows.length === 1 ? '1 signature' : `${rows.length} signatures`}</caption>
<thead><tr><th scope="col">Organisation</th><th scope="col">Kind</th><th scope="col">Now</th>
<th scope="col">Agreement</th><th scope="col">Version</th><th scope="col">Since</th><th scope="col">Until</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`,
  );
}

function row(
  { name, kind, state }: Signatory,
  { agreement, version, since, until }: Signatory['signatures'][number],
): string {
  const cells = [
    KINDS[kind] ?? kind,
    STATES[state] ?? state,
    agreement,
    version,
    DAY.format(new Date(since)),
    until === null ? 'No end' : DAY.format(new Date(until)),
  ];
  return `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}
