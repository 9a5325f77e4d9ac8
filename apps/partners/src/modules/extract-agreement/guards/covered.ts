import { civilDay } from '@postern/policy';
import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import type { ExtractAgreement } from '../store/extracts.ts';

/** Officers who keep the register. */
export const KEEPING: readonly string[] = ['EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER'];
/** Those whom an agreement may name. */
export const ANALYSTS: readonly string[] = ['ANALYST', 'DATA_HUB_ANALYST'];

/**
 * Whoever makes or sends an extract is named in an agreement that is signed and in force, and takes no field that it does not
 * list (DEV-A4-6, DEV-A3-nis). @throws CommandRefused EXTRACT_NOT_POSSIBLE with everything that stands against it
 */
export function requireCovered(
  { principal, now }: Pick<CommandCall<unknown>, 'now' | 'principal'>,
  agreement: ExtractAgreement,
  fields: readonly string[],
): void {
  const today = civilDay(now);
  const outside = fields.filter((field) => !agreement.fields.includes(field));
  const findings: readonly Finding[] = [
    ...(agreement.state === 'SIGNED'
      ? []
      : [finding('agreement', 'AGREEMENT_NOT_SIGNED', 'an agreement that both have signed')]),
    ...(agreement.startsOn <= today && today <= agreement.endsOn
      ? []
      : [
          finding(
            'agreement',
            'AGREEMENT_NOT_IN_FORCE',
            `a day from ${agreement.startsOn} to ${agreement.endsOn}`,
          ),
        ]),
    ...(agreement.analysts.includes(principal.accountId)
      ? []
      : [finding('agreement', 'ANALYST_NOT_NAMED', 'an analyst whom the agreement names')]),
    ...outside.map((field) => ({
      ...finding('fields', 'FIELD_OUTSIDE_AGREEMENT', 'a field that the agreement lists'),
      found: field,
    })),
  ];
  if (findings.length > 0) throw new CommandRefused('EXTRACT_NOT_POSSIBLE', { findings });
}
