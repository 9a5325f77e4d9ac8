import { isFault } from '@postern/errors';
import { expect, test } from 'vitest';
import { readServiceSettings } from '../../src/services/settings.ts';
import { newHome } from '../lifecycle/postern-process.ts';
import { EICAR } from '../scenarios/vocabulary/documents.ts';

const LONG = Buffer.alloc(32, 5).toString('base64');
const OWNER = 'postgres://owner:secret@db:5432/postern';

function settingOf(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    return isFault(error) ? error.logged['setting'] : error;
  }
  return null;
}

test('production refuses a secret that is missing or short, and says which', () => {
  const missing = readServiceSettings({ POSTERN_ENV: 'production' });
  expect(settingOf(missing.recordingKey)).toBe('POSTERN_RECORDING_KEY');
  expect(settingOf(missing.cursorSecret)).toBe('POSTERN_CURSOR_SECRET');
  const short = readServiceSettings({ POSTERN_RECORDING_KEY: 'c2hvcnQ=' });
  expect(settingOf(short.recordingKey)).toBe('POSTERN_RECORDING_KEY');
  const given = readServiceSettings({ POSTERN_ENV: 'production', POSTERN_RECORDING_KEY: LONG });
  expect(Buffer.from(given.recordingKey()).toString('base64')).toBe(LONG);
});

test('production takes nothing that docker-compose.yml shows to everybody', () => {
  const key = Buffer.from('for-development-only-recording-key').toString('base64');
  const DATABASE_URL_LEDGER = 'postgres://postern_ledger:for-development-only@db/postern';
  const variables = { POSTERN_RECORDING_KEY: key, DATABASE_URL_LEDGER };
  const production = readServiceSettings({ ...variables, POSTERN_ENV: 'production' });
  expect(settingOf(production.recordingKey)).toBe('POSTERN_RECORDING_KEY');
  expect(settingOf(() => production.address.urlFor('ledger'))).toBe('DATABASE_URL_LEDGER');
  const development = readServiceSettings(variables);
  expect(settingOf(development.recordingKey)).toBeNull();
  expect(settingOf(() => development.address.urlFor('ledger'))).toBeNull();
});

test('in development processes of one home share a secret that the first of them makes', async () => {
  const home = newHome();
  try {
    const variables = { POSTERN_HOME: home.path };
    const [one, two] = [readServiceSettings(variables), readServiceSettings(variables)];
    expect(Buffer.from(one.recordingKey())).toEqual(Buffer.from(two.recordingKey()));
    expect(Buffer.from(one.recordingKey())).not.toEqual(Buffer.from(one.cursorSecret()));
  } finally {
    await home.remove();
  }
});

test('a role signs in at its own address; in production no owner stands in for it', () => {
  const url = 'postgres://postern_families:own@db:5432/postern';
  const own = readServiceSettings({ POSTERN_ENV: 'production', DATABASE_URL_FAMILIES: url });
  expect(new URL(own.address.urlFor('families')).password).toBe('own');
  expect(settingOf(() => own.address.urlFor('ledger'))).toBe('DATABASE_URL_LEDGER');
  const owner = { DATABASE_URL: OWNER };
  expect(new URL(readServiceSettings(owner).address.urlFor('ledger')).username).toBe(
    'postern_ledger',
  );
  const strict = readServiceSettings({ ...owner, POSTERN_ENV: 'production' });
  expect(settingOf(() => strict.address.urlFor('ledger'))).toBe('DATABASE_URL_LEDGER');
  const foreign = readServiceSettings({ DATABASE_URL_LEDGER: url });
  expect(settingOf(() => foreign.address.urlFor('ledger'))).toBe('DATABASE_URL_LEDGER');
});

test('subgraphs are where the settings say, one address for each process', () => {
  const urls = 'http://a:1/graphql, http://b:2/graphql';
  const settings = readServiceSettings({ POSTERN_FAMILIES_URL: urls, POSTERN_PARTNERS_URL: 'b' });
  expect(settings.subgraphUrls('families').map(({ host }) => host)).toEqual(['a:1', 'b:2']);
  expect(settings.subgraphUrls('episodes').map(({ host }) => host)).toEqual(['localhost:4002']);
  expect(settingOf(() => settings.subgraphUrls('partners'))).toBe('POSTERN_PARTNERS_URL');
});

test('who looks through documents is clamd, where it says it listens, or nobody in production', async () => {
  const scannerOf = (variables: Record<string, string>) => readServiceSettings(variables).scanner();
  async function* eicar(): AsyncIterable<Uint8Array> {
    yield EICAR;
  }
  expect(await scannerOf({}).scan(eicar())).toMatchObject({ kind: 'INFECTED' });
  const production = { POSTERN_ENV: 'production' };
  expect(await scannerOf(production).scan(eicar())).toEqual({ kind: 'UNAVAILABLE' });
  for (const address of ['clamd:3310', '127.0.0.1:3310', '[::1]:3310'])
    expect(settingOf(() => scannerOf({ ...production, POSTERN_CLAMD: address }))).toBeNull();
  for (const address of ['clamd', ':3310', 'clamd:0', 'clamd:65536', 'tcp://clamd:3310', 'a b:1'])
    expect(
      settingOf(() => scannerOf({ POSTERN_CLAMD: address })),
      address,
    ).toBe('POSTERN_CLAMD');
});

test('reporting tools are told where this is and where their users sign in, as the settings say', () => {
  const toolsOf = (variables: Record<string, string>) => readServiceSettings(variables).tools();
  expect(toolsOf({})).toEqual({});
  const given = {
    POSTERN_PUBLIC_URL: 'https://postern.county.example/gate/',
    POSTERN_AUTHORIZATION_URI: 'https://login.example/tenant/oauth2/authorize',
  };
  expect(toolsOf({ ...given, POSTERN_ENV: 'production' })).toEqual({
    publicUrl: 'https://postern.county.example/gate',
    authorizationUri: given.POSTERN_AUTHORIZATION_URI,
  });
  expect(toolsOf({ POSTERN_AUTHORIZATION_URI: 'https://a.example/"x"' }).authorizationUri).toBe(
    'https://a.example/%22x%22',
  );
  for (const [setting, value] of [
    ['POSTERN_PUBLIC_URL', 'postern.county.example'],
    ['POSTERN_PUBLIC_URL', 'https://postern.county.example/?key=1'],
    ['POSTERN_AUTHORIZATION_URI', 'http://login.example/authorize'],
    ['POSTERN_AUTHORIZATION_URI', 'https://user:secret@login.example/authorize'],
  ] as const)
    expect(
      settingOf(() => toolsOf({ [setting]: value })),
      value,
    ).toBe(setting);
});
