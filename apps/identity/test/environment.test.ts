import { expect, test } from 'vitest';
import { readEnvironment } from '../src/environment.ts';

test('nothing set means development, port 4000 and the folder at the root', () => {
  const environment = readEnvironment({ PORT: '', POSTERN_HOME: '' });
  expect(environment).toMatchObject({ production: false, port: 4000 });
  expect(environment.home).toMatch(/\/\.postern$/);
});

test.each([{ NODE_ENV: 'production' }, { POSTERN_ENV: 'production' }])(
  '%j is production',
  (set) => {
    expect(readEnvironment(set).production).toBe(true);
  },
);

test('port and folder can be chosen', () => {
  const environment = readEnvironment({ PORT: '4100', POSTERN_HOME: '/var/lib/postern' });
  expect(environment).toMatchObject({ port: 4100, home: '/var/lib/postern' });
});

test.each(['x', '-1', '65536', '1.5'])('the port %s is refused by name', (PORT) => {
  expect(() => readEnvironment({ PORT })).toThrow(
    expect.objectContaining({ code: 'SETTING_INVALID', logged: { setting: 'PORT' } }),
  );
});
