import type { ClamdAddress, DocumentScanner } from '@postern/document-scanner';
import { clamdScanner, eicarScanner, unavailableScanner } from '@postern/document-scanner';
import { Fault } from '@postern/errors';

const LARGEST_PORT = 65_535;

/**
 * Who looks through what is uploaded: clamd, where POSTERN_CLAMD says that it listens; in development what knows the test file
 * alone; in production without clamd nobody, so that nothing that is uploaded can be read.
 * @throws Fault SETTING_INVALID
 */
export function readScanner(
  variables: Readonly<Record<string, string | undefined>>,
  { production }: { readonly production: boolean },
): DocumentScanner {
  const given = variables['POSTERN_CLAMD'] || null;
  if (given !== null) return clamdScanner(addressOf(given));
  return production ? unavailableScanner : eicarScanner;
}

function addressOf(text: string): ClamdAddress {
  const [, host = '', port = ''] = /^(\[[0-9a-fA-F:.]+\]|[^\s:/[\]]+):(\d{1,5})$/.exec(text) ?? [];
  const number = Number(port);
  if (host === '' || number < 1 || number > LARGEST_PORT)
    throw new Fault('SETTING_INVALID', {
      logged: { setting: 'POSTERN_CLAMD', reason: 'not host:port' },
    });
  return { host: host.replace(/^\[|\]$/g, ''), port: number };
}
