import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_PARTNERSHIP, DEFAULT_RESOLUTIONS } from '@postern/agreements';
import { isFault } from '@postern/errors';
import { afterAll, describe, expect, test } from 'vitest';
import { readPartnership } from '../../src/home/partnership-setting.ts';
import { newHome, PosternProcess } from '../lifecycle/postern-process.ts';

const home = newHome();
afterAll(() => home.remove());

const SERVICE = fileURLToPath(new URL('../../src/service.ts', import.meta.url));
const SHROPSHIRE = { agreement: 'SHROPSHIRE_ISA', version: '1.1', from: '2024-10-01' };
const NOTICE = { agreement: 'SHROPSHIRE_PRIVACY_NOTICE', version: '2024-10', from: '2024-10-01' };

function file(content: unknown): string {
  const path = join(home.path, 'partnership.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** The key that a refusal names; null where the partnership is read. */
function keyOf(content: unknown): unknown {
  try {
    readPartnership(file(content));
  } catch (error) {
    if (!isFault(error)) throw error;
    expect(error.code).toBe('SETTING_INVALID');
    expect(error.logged).toMatchObject({
      setting: 'POSTERN_PARTNERSHIP',
      reason: expect.stringMatching(/\S/),
    });
    return error.logged['key'];
  }
  return null;
}

test('without a file it is Shropshire’s agreement and its privacy notice', () => {
  expect(readPartnership(null)).toBe(DEFAULT_PARTNERSHIP);
  expect(readPartnership(file({ agreements: [SHROPSHIRE, NOTICE] }))).toEqual(DEFAULT_PARTNERSHIP);
});

test('several agreements, choices and figures are read as they stand', () => {
  const somerset = { agreement: 'SOMERSET_SSCP_TIER_1', version: '1.4', from: '2026-01-01' };
  const read = readPartnership(
    file({
      agreements: [
        { ...SHROPSHIRE, signAgainBy: '2027-01-01' },
        { ...somerset, until: '2027-01-01' },
      ],
      resolutions: { WHO_MAY_GRANT: 'WITH_HUB' },
      timers: { FAMILY_REMOVAL: 24 },
      sharedMailboxes: ['post'],
    }),
  );
  expect(read).toEqual({
    agreements: [
      { ...SHROPSHIRE, until: null, signAgainBy: '2027-01-01' },
      { ...somerset, until: '2027-01-01', signAgainBy: null },
    ],
    resolutions: { ...DEFAULT_RESOLUTIONS, WHO_MAY_GRANT: 'WITH_HUB' },
    timers: { FAMILY_REMOVAL: 24 },
    sharedMailboxes: ['post'],
  });
});

describe('what is not known is refused, and the key is named', () => {
  const agreements = [SHROPSHIRE];
  test.each([
    ['a key', { agreements, resolution: {} }, 'resolution'],
    ['no agreement', { agreements: [] }, 'agreements'],
    ['a notice alone', { agreements: [NOTICE] }, 'agreements'],
    ['an agreement', { agreements: [{ ...SHROPSHIRE, agreement: 'X' }] }, 'agreements.0.agreement'],
    [
      'a key of an agreement',
      { agreements: [{ ...SHROPSHIRE, upto: '2027-01-01' }] },
      'agreements.0.upto',
    ],
    [
      'another version',
      { agreements: [{ ...SHROPSHIRE, version: '1.0' }] },
      'agreements.0.version',
    ],
    ['no day', { agreements: [{ ...SHROPSHIRE, from: '2024-13-01' }] }, 'agreements.0.from'],
    [
      'an end before the beginning',
      { agreements: [{ ...SHROPSHIRE, until: '2024-10-01' }] },
      'agreements.0.until',
    ],
    ['one named twice', { agreements: [SHROPSHIRE, SHROPSHIRE] }, 'agreements.1.agreement'],
    ['a resolution', { agreements, resolutions: { X: 'Y' } }, 'resolutions.X'],
    [
      'a resolution by the name of a prototype',
      '{"agreements":[{"agreement":"SHROPSHIRE_ISA","version":"1.1","from":"2024-10-01"}],"resolutions":{"constructor":"x"}}',
      'resolutions.constructor',
    ],
    [
      'a choice',
      { agreements, resolutions: { TEAM_SOURCE_ITEMS: 'SOME' } },
      'resolutions.TEAM_SOURCE_ITEMS',
    ],
    [
      'a choice where there is none',
      { agreements, resolutions: { CONVICTIONS: 'CRIMINAL_OFFENCE' } },
      'resolutions.CONVICTIONS',
    ],
    ['a timer', { agreements, timers: { X: 1 } }, 'timers.X'],
    [
      'a timer of another agreement',
      { agreements, timers: { DEVON_REVIEW: 1 } },
      'timers.DEVON_REVIEW',
    ],
    [
      'a figure of law',
      { agreements, timers: { BREACH_COMMISSIONER: 96 } },
      'timers.BREACH_COMMISSIONER',
    ],
    ['no figure', { agreements, timers: { FAMILY_REMOVAL: 0 } }, 'timers.FAMILY_REMOVAL'],
    ['a mailbox with its domain', { agreements, sharedMailboxes: ['a@b.c'] }, 'sharedMailboxes.0'],
    ['no JSON', '{', undefined],
    ['a list', [], ''],
  ])('%s', (_what, content, key) => {
    expect(keyOf(content)).toBe(key);
  });

  test('a file that is not there', () => {
    expect(() => readPartnership(join(home.path, 'none.json'))).toThrow('A setting is not valid');
  });
});

test('neither shape starts with it: a plain line names setting and key', async () => {
  const environment = {
    POSTERN_HOME: home.path,
    POSTERN_PARTNERSHIP: file({
      agreements: [SHROPSHIRE],
      resolutions: { TEAM_SOURCE_ITEMS: 'ALL' },
    }),
  };
  for (const command of [undefined, [SERVICE, 'migrate'], [SERVICE, 'partners']]) {
    const refused = new PosternProcess(environment, command);
    expect(await refused.ended()).toBe(1);
    expect(refused.errors).toMatch(
      /POSTERN_PARTNERSHIP.*resolutions\.TEAM_SOURCE_ITEMS.*\[SETTING_INVALID\]\n$/,
    );
  }
});
