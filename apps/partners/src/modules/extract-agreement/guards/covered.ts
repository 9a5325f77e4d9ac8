import { civilDay } from '@postern/policy';
import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import type { ExtractField, ExtractForm, SecureMethod } from '../extract-catalogue.ts';
import type { Basis } from '../store/basis.ts';
import { overlaps } from '../store/extracts.ts';

/** Officers who keep the register. */
export const KEEPING: readonly string[] = ['EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER'];
/** Those whom an agreement or a theme may name: they work with records elsewhere, too, and whoever reads counts alone does not. */
export const ANALYSTS: readonly string[] = ['DATA_HUB_ANALYST'];

/** What somebody wants to make or send. */
export interface Wanted {
  readonly form: ExtractForm;
  readonly fields: readonly ExtractField[];
}

/**
 * Whoever makes or sends an extract is named in an agreement that is signed, or a theme that is approved, and in force; takes no
 * field that it does not list, and of a theme no lines of anybody (DEV-A4-6, DEV-A3-nis, SOM-6.16.3–5).
 * @throws CommandRefused EXTRACT_NOT_POSSIBLE with everything that stands against it
 */
export function requireCovered(
  { principal, now }: Pick<CommandCall<unknown>, 'now' | 'principal'>,
  basis: Basis,
  { form, fields }: Wanted,
): void {
  const findings: readonly Finding[] = [
    ...(basis.holds ? [] : [notHeld(basis)]),
    ...inForce(basis, now),
    ...(basis.analysts.includes(principal.accountId)
      ? []
      : [of(basis, 'ANALYST_NOT_NAMED', 'an analyst whom the agreement names')]),
    ...(basis.forms.includes(form)
      ? []
      : [finding('form', 'FORM_NOT_COVERED', `one of ${basis.forms.join(', ')}`)]),
    ...fields
      .filter((field) => !basis.fields.includes(field))
      .map((field) => ({
        ...finding('fields', 'FIELD_OUTSIDE_AGREEMENT', 'a field that the agreement lists'),
        found: field,
      })),
  ];
  if (findings.length > 0) throw new CommandRefused('EXTRACT_NOT_POSSIBLE', { findings });
}

/** Of the partners one matches, and no other (SOM-6.16.3–5). @throws CommandRefused EXTRACT_NOT_POSSIBLE */
export function requireMatching(
  { principal }: Pick<CommandCall<unknown>, 'principal'>,
  basis: Basis,
): void {
  if (basis.matchingAgency === null || basis.matchingAgency === principal.agencyId) return;
  const findings = [of(basis, 'AGENCY_NOT_MATCHING', 'an analyst of the partner that matches')];
  throw new CommandRefused('EXTRACT_NOT_POSSIBLE', { findings });
}

/** It goes by the way that is stated where it was agreed, and by no other (SOM-8.1). @throws CommandRefused EXTRACT_NOT_POSSIBLE */
export function requireMethod(basis: Basis, method: SecureMethod): void {
  if (basis.method === method) return;
  const findings = [finding('method', 'METHOD_NOT_STATED', basis.method)];
  throw new CommandRefused('EXTRACT_NOT_POSSIBLE', { findings });
}

/**
 * Of a month nobody holds two extracts, whatever each rests on: one could be subtracted from the other and leave a few, or their
 * lines be joined (DEV-A7d). Whoever makes another one at the same time waits until this one is made.
 * @throws CommandRefused EXTRACT_OVERLAPS
 */
export async function requireNoneHeld(
  { transaction }: Pick<CommandCall<unknown>, 'transaction'>,
  basis: Basis,
  days: { readonly since: string; readonly until: string },
): Promise<void> {
  if (await overlaps(transaction, basis, days)) throw new CommandRefused('EXTRACT_OVERLAPS');
}

function of({ kind }: Pick<Basis, 'kind'>, code: string, expected: string): Finding {
  return finding(kind === 'THEME' ? 'theme' : 'agreement', code, expected);
}

function notHeld(basis: Basis): Finding {
  return basis.kind === 'THEME'
    ? of(basis, 'THEME_NOT_APPROVED', 'a theme that three partners approved')
    : of(basis, 'AGREEMENT_NOT_SIGNED', 'an agreement that both have signed');
}

function inForce({ startsOn, endsOn, destroyBy, ...basis }: Basis, now: Date): readonly Finding[] {
  const today = civilDay(now);
  // Nothing is made or sent that would have to be destroyed already.
  const last = destroyBy < endsOn ? destroyBy : endsOn;
  if (startsOn <= today && today <= last) return [];
  return [of(basis, 'AGREEMENT_NOT_IN_FORCE', `a day from ${startsOn} to ${last}`)];
}
