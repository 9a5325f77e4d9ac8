import type { Enrolment } from '@postern/subgraph-kit';
import { acceptInvitation } from './enrolments/accept-invitation.ts';
import { acceptUserAgreement } from './enrolments/accept-user-agreement.ts';
import { confirmSecondFactor } from './enrolments/confirm-second-factor.ts';

/** The steps that somebody takes who is not admitted yet. */
export const accountEnrolments: Readonly<Record<string, Enrolment>> = {
  acceptInvitation,
  acceptUserAgreement,
  confirmSecondFactor,
};
