import type { Message } from './sender.ts';
import { NotSent } from './sender.ts';

/** One address of the usual form, and nothing that could be read as another or as a header. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}$/;

/** A message as the mail library takes it. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly disableFileAccess: true;
  readonly disableUrlAccess: true;
}

/** Whether a text is one e-mail address. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** Puts a message into a mail; always the same for the same notice. @throws NotSent for an address that is none */
export function mailOf({ id, to, subject, text }: Message, from: string): Mail {
  if (!isAddress(to)) throw new NotSent('ADDRESS_INVALID', { isFinal: true });
  return {
    from: { name: 'Postern', address: from },
    to: { name: '', address: to },
    // Whatever it holds, it is one line.
    subject: subject.replaceAll(/\s+/g, ' '),
    text,
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    // So that no out-of-office answer comes back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
