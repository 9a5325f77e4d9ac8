import { Fault } from '@postern/errors';
import type { ToolSettings } from '@postern/gateway';
import { readPublicUrl } from './public-url.ts';

const AUTHORIZATION_URI = 'POSTERN_AUTHORIZATION_URI';

/**
 * What reporting tools are told: where this installation is, for links, and where a stock connector signs its user in.
 * @throws Fault SETTING_INVALID naming the setting
 */
export function readToolSettings(
  variables: Readonly<Record<string, string | undefined>>,
): ToolSettings {
  const publicUrl = readPublicUrl(variables);
  const authorizationUri = authorizationUriOf(variables[AUTHORIZATION_URI] || null);
  return {
    ...(publicUrl === null ? {} : { publicUrl }),
    ...(authorizationUri === null ? {} : { authorizationUri }),
  };
}

/** People type their password behind this address, and it stands between quotation marks in a header. */
function authorizationUriOf(text: string | null): string | null {
  if (text === null) return null;
  const parsed = URL.parse(text);
  if (parsed === null || parsed.protocol !== 'https:' || parsed.username !== '')
    throw new Fault('SETTING_INVALID', {
      logged: { setting: AUTHORIZATION_URI, reason: 'no HTTPS address' },
    });
  return parsed.href;
}
