import { join } from 'node:path';
import { Fault } from '@postern/errors';
import { z } from 'zod';
import { readPublicUrl, requirePublicUrl } from './public-url.ts';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** How notices leave, and where the links in them lead, without a slash at the end. */
export type MailSettings = { readonly publicUrl: string } & (
  | { readonly kind: 'SMTP'; readonly url: string; readonly from: string }
  | { readonly kind: 'FOLDER'; readonly folder: string }
);

/** Where the rest of the settings says it is. */
export interface Surroundings {
  readonly production: boolean;
  readonly home: string;
  /** Where this installation is opened unless a setting says otherwise. */
  readonly url: string;
}

/**
 * Reads how notices leave: by SMTP, or in development into a folder of the home.
 * @throws Fault SETTING_INVALID naming what is missing or wrong; never what it is, as it holds a password
 */
export function readMailSettings(
  variables: Readonly<Record<string, string | undefined>>,
  { production, home, url }: Surroundings,
): MailSettings {
  const given = (name: string): string | null => variables[name] || null;
  const smtp = given('POSTERN_SMTP_URL');
  if (smtp === null && production)
    throw invalid('POSTERN_SMTP_URL', 'missing: notices could not be sent');
  const publicUrl = requirePublicUrl(readPublicUrl(variables) ?? (production ? null : url));
  if (smtp === null) return { kind: 'FOLDER', folder: join(home, 'notices'), publicUrl };
  const from = given('POSTERN_MAIL_FROM');
  if (from === null)
    throw invalid('POSTERN_MAIL_FROM', 'missing: the address that notices are from');
  if (!z.email().safeParse(from).success) throw invalid('POSTERN_MAIL_FROM', 'no e-mail address');
  return { kind: 'SMTP', url: smtpUrlOf(smtp, production), from, publicUrl };
}

/** Notices carry codes: between machines they go encrypted, or not at all. */
function smtpUrlOf(text: string, production: boolean): string {
  const parsed = URL.parse(text);
  if (parsed === null || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '')
    throw invalid('POSTERN_SMTP_URL', 'not smtp://user:password@host:port or smtps://…');
  const isEncrypted =
    parsed.protocol === 'smtps:' || parsed.searchParams.get('requireTLS') === 'true';
  if (production && !isEncrypted && !LOOPBACK.includes(parsed.hostname))
    throw invalid('POSTERN_SMTP_URL', 'not encrypted: use smtps://…, or smtp://…?requireTLS=true');
  return text;
}

function invalid(setting: string, reason: string): Fault {
  return new Fault('SETTING_INVALID', { logged: { setting, reason } });
}
