import { mailOf } from './mail.ts';
import type { Sender } from './sender.ts';
import { NotSent } from './sender.ts';

/** Milliseconds that each part of a delivery may take; together far less than a job is thought to be alive. */
const TIMEOUTS = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/** Where mail is handed over, and whom it is from. */
export interface SmtpSettings {
  /** `smtp[s]://user:password@host:port`; never logged. */
  readonly url: string;
  readonly from: string;
}

/** Hands messages over by SMTP, each on a connection of its own. */
export function smtpSender({ url, from }: SmtpSettings): Sender {
  return {
    send: async (message) => {
      const mail = mailOf(message, from);
      // Loaded when there is something to send, so that no start waits for it.
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({ url, ...TIMEOUTS });
      try {
        await transport.sendMail(mail);
      } catch (error) {
        throw notSent(error);
      } finally {
        transport.close();
      }
    },
  };
}

/** A recipient or message that is refused for good stays refused; all else may be mended on this side or the other. */
function notSent(error: unknown): NotSent {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown };
  const answer = typeof responseCode === 'number' ? `_${responseCode}` : '';
  const isFinal =
    (code === 'EENVELOPE' || code === 'EMESSAGE') &&
    typeof responseCode === 'number' &&
    responseCode >= 500;
  return new NotSent(`${String(code)}${answer}`, { isFinal, cause: error });
}
