/** Says where a foreign supergraph is served, and that nothing guards it. */
export function printSupergraphBanner(url: string): void {
  const lines = [
    '',
    'Postern serves the supergraph of SUPERGRAPH: no sign-in, no policy, no ledger.',
    '',
    `  GraphQL     ${url}/graphql`,
    `  Health      ${url}/health/live  ${url}/health/ready`,
    '',
    'Stop with Ctrl-C.',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}
