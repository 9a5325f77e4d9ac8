import type { AgencyState } from '@postern/access-facts';
import { civilDay } from '@postern/policy';
import type { Finding, Statements } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { startOfDay } from '../../../steps/day.ts';
import type { SignatureGiven } from '../signature-input.ts';
import type { HeldAgency } from '../store/agency.ts';

interface Terms extends Readonly<Record<string, unknown>> {
  readonly key: string;
  readonly version: string;
  readonly signAgainBy: Date | null;
}

/** States in which an agency signed before. */
const SIGNED_BEFORE: readonly AgencyState[] = ['ACTIVE', 'REVIEW_DUE', 'RESIGN_REQUIRED'];

/**
 * Only the present version of an agreement that is in force here, or will be, is signed, and nobody signs tomorrow. A new one takes
 * effect before the one before stops counting: otherwise the agency would take part under neither (STA-1.3a).
 * @throws CommandRefused ARGUMENT_INVALID with what would be right
 */
export async function requireSignable(
  transaction: Statements,
  { held, given }: { readonly held: HeldAgency; readonly given: SignatureGiven },
  now: Date,
): Promise<void> {
  const agreements = await transaction.run<Terms>({
    text: `SELECT key, version, ${startOfDay('sign_again_by')} AS "signAgainBy" FROM access.agreement WHERE kind = 'AGREEMENT' AND in_force_from IS NOT NULL
      AND (in_force_until IS NULL OR in_force_until > $1::date) ORDER BY key`,
    values: [civilDay(now)],
  });
  const terms = agreements.find(({ key }) => key === given.agreement);
  const version = terms?.version;
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
  const latest = held.state === 'RESIGN_REQUIRED' ? now : (terms?.signAgainBy ?? null);
  const isLate = latest !== null && given.effectiveFrom !== null && given.effectiveFrom > latest;
  if (isLate && SIGNED_BEFORE.includes(held.state))
    findings.push(wrong('effectiveFrom', `at the latest ${latest.toISOString()}, or none for now`));
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}

function wrong(part: string, expected: string): Finding {
  return finding(`signature.${part}`, 'ARGUMENT_INVALID', expected);
}
