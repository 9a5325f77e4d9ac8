import { civilDay } from '@postern/policy';
import { startOfDay } from '@postern/steps';
import type { Finding, Statements } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import type { SignatureGiven } from '../signature-input.ts';
import type { HeldAgency } from '../store/agency.ts';

interface Terms extends Readonly<Record<string, unknown>> {
  readonly key: string;
  readonly version: string;
  /** From when on earlier versions count no longer; null is never. */
  readonly outdatedAt: Date | null;
  /** Whether the agency takes part under an earlier version. */
  readonly isOutdated: boolean;
}

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
    text: `SELECT key, version, ${startOfDay('sign_again_by')} AS "outdatedAt",
        EXISTS (SELECT FROM access.agency_signature signed WHERE signed.agency_id = $2 AND signed.agreement = terms.key
          AND signed.version <> terms.version AND (signed.ends_at IS NULL OR signed.ends_at > $3::timestamptz)) AS "isOutdated"
      FROM access.agreement terms WHERE kind = 'AGREEMENT' AND in_force_from IS NOT NULL
        AND (in_force_until IS NULL OR in_force_until > $1::date) ORDER BY key`,
    values: [civilDay(now), held.id, now.toISOString()],
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
  const latest = latestBeginning(held, terms, now);
  if (latest !== null && given.effectiveFrom !== null && given.effectiveFrom > latest)
    findings.push(wrong('effectiveFrom', `at the latest ${latest.toISOString()}, or none for now`));
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}

/** By when a new signature begins where the agency has none that goes on counting; null where it may wait. */
function latestBeginning({ state }: HeldAgency, terms: Terms | undefined, now: Date): Date | null {
  if (state === 'RESIGN_REQUIRED') return now;
  if (terms === undefined || !terms.isOutdated || terms.outdatedAt === null) return null;
  return terms.outdatedAt < now ? now : terms.outdatedAt;
}

function wrong(part: string, expected: string): Finding {
  return finding(`signature.${part}`, 'ARGUMENT_INVALID', expected);
}
