import type { Clock, DatabaseAddress } from '@postern/database';
import type { DocumentScanner } from '@postern/document-scanner';
import { documentTimers, episodesTimers } from '@postern/episodes';
import { familiesTimers } from '@postern/families';
import type { Log } from '@postern/gateway';
import { partnersTimers } from '@postern/partners';
import type { Scheduler } from '@postern/scheduler';
import { fileSender, smtpSender, startScheduler } from '@postern/scheduler';
import type { MailSettings } from '../home/mail-settings.ts';
import { startPublisher } from '../publisher/publisher.ts';

/** What timers run on. */
export interface TimersOptions {
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  readonly log: Log;
}

/** The same, where notices leave as well. */
export interface SendingOptions extends TimersOptions {
  readonly mail: MailSettings;
}

/** The same, where documents are looked through. */
export interface ScanningOptions extends TimersOptions {
  readonly scanner: DocumentScanner;
}

/** Starts the timers of the partners service, which also sends everybody's notices. @throws Fault */
export function startPartnersTimers({ mail, ...options }: SendingOptions): Promise<Scheduler> {
  const sender = mail.kind === 'SMTP' ? smtpSender(mail) : fileSender(mail.folder);
  const notices = { sender, publicUrl: mail.publicUrl };
  return startScheduler({ ...options, service: 'partners', timers: partnersTimers, notices });
}

/** Starts the timers of the episodes service, which also sees to documents that nobody could look through. @throws Fault */
export function startEpisodesTimers({ scanner, ...options }: ScanningOptions): Promise<Scheduler> {
  const timers = [...episodesTimers, ...documentTimers(scanner)];
  return startScheduler({ ...options, service: 'episodes', timers, notices: null });
}

/** Starts the timers of the families service. @throws Fault */
export function startFamiliesTimers(options: TimersOptions): Promise<Scheduler> {
  return startScheduler({ ...options, service: 'families', timers: familiesTimers, notices: null });
}

/** Starts those of every service, and the publisher, in one process. @throws Fault */
export async function startTimers({
  mail,
  scanner,
  ...options
}: SendingOptions & ScanningOptions): Promise<Scheduler> {
  const started: Scheduler[] = [];
  const stop = async (): Promise<void> => {
    for (const scheduler of started.splice(0).reverse()) await scheduler.stop();
  };
  try {
    started.push(await startPartnersTimers({ ...options, mail }));
    started.push(await startEpisodesTimers({ ...options, scanner }));
    started.push(await startFamiliesTimers(options));
    started.push(startPublisher(options));
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
