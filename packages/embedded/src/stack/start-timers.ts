import type { Clock, DatabaseAddress } from '@postern/database';
import type { Log } from '@postern/gateway';
import { partnersTimers } from '@postern/partners';
import type { Scheduler } from '@postern/scheduler';
import { fileSender, smtpSender, startScheduler } from '@postern/scheduler';
import type { MailSettings } from '../home/mail-settings.ts';

/** What timers run on, and how notices leave. */
export interface TimersOptions {
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  readonly mail: MailSettings;
  readonly log: Log;
}

/** Starts the timers of the partners service, which also sends everybody's notices. @throws Fault */
export function startTimers({ mail, ...options }: TimersOptions): Promise<Scheduler> {
  const sender = mail.kind === 'SMTP' ? smtpSender(mail) : fileSender(mail.folder);
  const notices = { sender, publicUrl: mail.publicUrl };
  return startScheduler({ ...options, service: 'partners', timers: partnersTimers, notices });
}
