import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailOf } from './mail.ts';
import type { Message, Sender } from './sender.ts';
import { NotSent } from './sender.ts';

const FROM = 'postern@localhost.example';

/** Writes each message to a file `<id>.eml` of a folder, for development: nothing leaves the machine. */
export function fileSender(folder: string): Sender {
  return {
    send: async (message) => {
      const written = await composed(message);
      const draft = join(folder, `.${message.id}.${randomUUID()}`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // Written beside and then named, so that a crash leaves a whole file or none.
        await writeFile(draft, written, { mode: 0o600 });
        await rename(draft, join(folder, `${message.id}.eml`));
      } catch (cause) {
        await rm(draft, { force: true });
        throw new NotSent('FILE_NOT_WRITTEN', { isFinal: false, cause });
      }
    },
  };
}

async function composed(message: Message): Promise<Uint8Array> {
  const mail = mailOf(message, FROM);
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message: written } = await transport.sendMail(mail);
  if (!(written instanceof Uint8Array)) throw new NotSent('NOT_COMPOSED', { isFinal: true });
  return written;
}
