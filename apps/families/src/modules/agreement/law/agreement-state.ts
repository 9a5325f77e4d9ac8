import type { AgreementState } from '@postern/access-facts';
import type { Part } from './part.ts';

/** What decides where an agreement stands. */
export interface Standing {
  readonly parts: readonly Pick<Part, 'agrees' | 'state'>[];
  /** Whether it was in force before: whoever has not answered then takes only themselves out. */
  readonly wasSigned: boolean;
  readonly excludes: boolean;
}

const WAITING: readonly AgreementState[] = [
  'NOT_DISCUSSED',
  'NOTICE_EXPLAINED',
  'OFFERED',
  'PARTIAL',
];

/** Where nobody agrees, what somebody said last counts before what nobody has said. */
const OTHERWISE: readonly AgreementState[] = [
  'PARTIAL',
  'OFFERED',
  'NOTICE_EXPLAINED',
  'WITHDRAWN',
  'DECLINED',
  'LAPSED',
];

/**
 * Where the family's agreement stands, by its parts (SHR-3.4.3a). Support begins when everybody was asked and answered, and
 * somebody agreed; it goes on for as long as anybody agrees, so that no one of them takes it from the others.
 */
export function agreementState({ parts, wasSigned, excludes }: Standing): AgreementState {
  const isWaiting = parts.some(({ state, agrees }) => !agrees && WAITING.includes(state));
  if (parts.some(({ agrees }) => agrees)) {
    if (isWaiting && !wasSigned) return 'PARTIAL';
    return excludes ? 'SIGNED_WITH_EXCLUSIONS' : 'SIGNED';
  }
  return OTHERWISE.find((state) => parts.some((part) => part.state === state)) ?? 'NOT_DISCUSSED';
}
