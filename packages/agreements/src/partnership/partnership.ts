import type { AgreementId } from '../terms/agreement.ts';
import type { Resolutions } from './collisions.ts';
import { DEFAULT_RESOLUTIONS } from './collisions.ts';

/** One agreement of a partnership, and when it is in force there; days are `YYYY-MM-DD`, the first included and the last not. */
export interface Membership {
  readonly agreement: AgreementId;
  readonly version: string;
  readonly from: string;
  readonly until: string | null;
  /** From this day on only signatures of this version count; null: those of earlier ones count as well (SHR-0-ver). */
  readonly signAgainBy: string | null;
}

/** Which agreements hold between the agencies of one installation, and what was chosen where they disagree. */
export interface Partnership {
  readonly agreements: readonly Membership[];
  readonly resolutions: Resolutions;
  /** Figures other than an agreement’s own, by timer. */
  readonly timers: Readonly<Record<string, number>>;
  /** Names of mailboxes that several people read; nobody has an account at one (SHR-8.1c). */
  readonly sharedMailboxes: readonly string[];
}

const SHARED_MAILBOXES: readonly string[] = [
  ...['admin', 'administrator', 'contact', 'enquiries', 'enquiry', 'hello', 'help', 'helpdesk'],
  ...['hr', 'info', 'mail', 'mailbox', 'noreply', 'office', 'postmaster', 'reception', 'referrals'],
  ...['safeguarding', 'school', 'secretary', 'senco', 'service', 'support', 'surgery', 'team'],
  ...['headteacher', 'duty', 'earlyhelp', 'finance', 'webmaster', 'it', 'dpo', 'manager'],
];

/** Shropshire’s agreement and its privacy notice. */
export const DEFAULT_PARTNERSHIP: Partnership = {
  agreements: [
    {
      agreement: 'SHROPSHIRE_ISA',
      version: '1.1',
      from: '2024-10-01',
      until: null,
      signAgainBy: null,
    },
    {
      agreement: 'SHROPSHIRE_PRIVACY_NOTICE',
      version: '2024-10',
      from: '2024-10-01',
      until: null,
      signAgainBy: null,
    },
  ],
  resolutions: DEFAULT_RESOLUTIONS,
  timers: {},
  sharedMailboxes: SHARED_MAILBOXES,
};
