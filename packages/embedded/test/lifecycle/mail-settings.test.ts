import { isFault } from '@postern/errors';
import { expect, test } from 'vitest';
import { readMailSettings } from '../../src/home/mail-settings.ts';

const HERE = { production: false, home: '/srv/postern', url: 'http://localhost:4000' };
const SMTP = {
  POSTERN_SMTP_URL: 'smtps://postern:Zzyzx@mail.county.example:465',
  POSTERN_MAIL_FROM: 'postern@county.example',
  POSTERN_PUBLIC_URL: 'https://postern.county.example/',
};

test('in development notices go to a folder of the home, with links to this machine', () => {
  expect(readMailSettings({}, HERE)).toEqual({
    kind: 'FOLDER',
    folder: '/srv/postern/notices',
    publicUrl: 'http://localhost:4000',
  });
});

test.each([true, false])('by SMTP where it is set; in production: %s', (production) => {
  expect(readMailSettings(SMTP, { ...HERE, production })).toEqual({
    kind: 'SMTP',
    url: SMTP.POSTERN_SMTP_URL,
    from: SMTP.POSTERN_MAIL_FROM,
    publicUrl: 'https://postern.county.example',
  });
});

test.each([
  ['POSTERN_SMTP_URL', ''],
  ['POSTERN_SMTP_URL', 'http://mail.county.example'],
  ['POSTERN_SMTP_URL', 'Zzyzx'],
  ['POSTERN_SMTP_URL', 'smtp://postern:Zzyzx@mail.county.example'],
  ['POSTERN_SMTP_URL', 'smtp://postern:Zzyzx@mail.county.example?requireTLS=no'],
  ['POSTERN_MAIL_FROM', ''],
  ['POSTERN_MAIL_FROM', 'Zzyzx'],
  ['POSTERN_MAIL_FROM', 'Postern <postern@county.example>'],
  ['POSTERN_MAIL_FROM', 'postern@county.example\r\nBcc: zzyzx@elsewhere.example'],
  ['POSTERN_PUBLIC_URL', ''],
  ['POSTERN_PUBLIC_URL', 'javascript:Zzyzx'],
  ['POSTERN_PUBLIC_URL', 'https://postern.county.example/?Zzyzx'],
])('production refuses %s=%j by its name and tells nothing of it', (setting, value) => {
  let thrown: unknown;
  try {
    readMailSettings({ ...SMTP, [setting]: value }, { ...HERE, production: true });
  } catch (error) {
    thrown = error;
  }
  if (!isFault(thrown)) throw new Error('it was not refused');
  expect([thrown.code, thrown.logged['setting']]).toEqual(['SETTING_INVALID', setting]);
  expect(JSON.stringify(thrown.logged)).not.toMatch(/zzyzx/i);
});

test.each([
  'smtp://mail.county.example:587?requireTLS=true',
  'smtps://mail.county.example',
  'smtp://127.0.0.1:25',
  'smtp://localhost',
])('production takes %s: no code of an invitation goes between machines in the open', (url) => {
  const settings = readMailSettings(
    { ...SMTP, POSTERN_SMTP_URL: url },
    { ...HERE, production: true },
  );
  expect(settings).toMatchObject({ kind: 'SMTP', url });
});
