import { Fault } from '@postern/errors';

const SETTING = 'POSTERN_PUBLIC_URL';

/** Where people and tools open Postern, without a slash at the end; null where nobody said. @throws Fault SETTING_INVALID */
export function readPublicUrl(
  variables: Readonly<Record<string, string | undefined>>,
): string | null {
  const text = variables[SETTING] || null;
  if (text === null) return null;
  const parsed = URL.parse(text);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) throw invalid('no HTTP address');
  if (parsed.search !== '' || parsed.hash !== '' || parsed.username !== '')
    throw invalid('more than scheme, host, port and path');
  return parsed.href.replace(/\/+$/, '');
}

/** @throws Fault SETTING_INVALID where nobody said */
export function requirePublicUrl(url: string | null): string {
  if (url === null) throw invalid('missing: where people open Postern');
  return url;
}

function invalid(reason: string): Fault {
  return new Fault('SETTING_INVALID', { logged: { setting: SETTING, reason } });
}
