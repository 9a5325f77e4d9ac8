import { civilDay } from '@postern/policy';
import type { Finding, Statements } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { SignatureGiven } from '../signature-input.ts';

/**
 * Only the present version of an agreement that is in force here, or will be, is signed, and nobody signs tomorrow.
 * @throws CommandRefused ARGUMENT_INVALID with what would be right
 */
export async function requireSignable(
  transaction: Statements,
  given: SignatureGiven,
  now: Date,
): Promise<void> {
  const agreements = await transaction.run<{ key: string; version: string }>({
    text: `SELECT key, version FROM access.agreement WHERE kind = 'AGREEMENT' AND in_force_from IS NOT NULL
      AND (in_force_until IS NULL OR in_force_until > $1::date) ORDER BY key`,
    values: [civilDay(now)],
  });
  const version = agreements.find(({ key }) => key === given.agreement)?.version;
  const findings: Finding[] = [];
  if (version === undefined)
    findings.push(wrong('agreement', `one of ${agreements.map(({ key }) => key).join(', ')}`));
  else if (version !== given.version)
    findings.push(wrong('version', `the version in force, ${version}`));
  if (given.signedOn > civilDay(now)) findings.push(wrong('signedOn', 'today or a day before'));
  if (given.effectiveFrom !== null && civilDay(given.effectiveFrom) < given.signedOn)
    findings.push(wrong('effectiveFrom', 'a moment on or after the day of the signature'));
  if (given.supplemental && given.effectiveFrom === null)
    findings.push(wrong('effectiveFrom', 'the moment from which the supplemental agreement holds'));
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}

function wrong(part: string, expected: string): Finding {
  return {
    rule: null,
    code: 'ARGUMENT_INVALID',
    part: `signature.${part}`,
    found: '',
    expected,
  };
}
