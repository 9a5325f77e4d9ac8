export { schedulerMigrations } from './migrations.ts';
export { callOffNotices } from './notices/call-off-notices.ts';
export type { Delivery } from './notices/deliver-notice.ts';
export type { NoticeKind, NoticeParams } from './notices/notice-kinds.ts';
export type { Page } from './notices/pages.ts';
export type { AgencyName, Day, InvitationCode } from './notices/parameters.ts';
export { type Addressee, type PostedNotice, postNotice } from './notices/post-notice.ts';
export type { PracticeStep } from './notices/words.ts';
export { fileSender } from './sending/file-sender.ts';
export { isAddress } from './sending/mail.ts';
export { type Message, NotSent, type Sender } from './sending/sender.ts';
export { type SmtpSettings, smtpSender } from './sending/smtp-sender.ts';
export { type Scheduler, type SchedulerOptions, startScheduler } from './start-scheduler.ts';
export { type FiringCounts, fireDue } from './timers/fire-due.ts';
export {
  type Due,
  type Firing,
  NoLongerDue,
  type Statements,
  type TimerKind,
} from './timers/timer-kind.ts';
export { unfired } from './timers/unfired.ts';
