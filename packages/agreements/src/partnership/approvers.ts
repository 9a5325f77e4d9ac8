import type { Collision } from './collision.ts';

/** Both read justifications without a grant, so that either can decide about one; the other one is the deputy. */
const CHOICES = {
  EARLY_HELP_MANAGER: 'an early help manager, and in their place the data protection officer',
  DATA_PROTECTION_OFFICER: 'the data protection officer, and in their place an early help manager',
} as const;

function approver<Role extends keyof typeof CHOICES>(
  of: string,
  clauses: readonly string[],
  role: Role,
) {
  return {
    issue: `Who says yes to ${of}`,
    clauses,
    choices: CHOICES,
    default: role,
    fixedBecause: null,
    effect: 'COMMANDS',
  } as const satisfies Collision;
}

/** The agreements ask for somebody else's yes and do not say whose: one choice for each reason to ask. */
export const APPROVERS = {
  APPROVER_OFFENCE_DATA: approver('reading offence data', ['SHR-4.3-cond'], 'EARLY_HELP_MANAGER'),
  APPROVER_DIGITAL_ECONOMY_ACT: approver(
    'sharing under the Digital Economy Act',
    ['SHR-3.5L-i'],
    'DATA_PROTECTION_OFFICER',
  ),
  APPROVER_OVERRIDE: approver(
    'overriding confidence in the public interest',
    ['DEV-A2i', 'DEV-A2j'],
    'DATA_PROTECTION_OFFICER',
  ),
  APPROVER_CONFIDENTIAL_ITEM: approver(
    'reading what another agency was told in confidence',
    ['DEV-A2j'],
    'DATA_PROTECTION_OFFICER',
  ),
} as const;
