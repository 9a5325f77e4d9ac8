import { expect, test } from 'vitest';
import { runCommand } from './command.ts';

const COMMAND = 'packages/embedded/src/reach.ts';

test('npm run reach lists who can read a field, when, by which rule, and who never can', async () => {
  const { status, output } = await runCommand(COMMAND, ['Person.ethnicity']);
  expect(status).toBe(0);
  expect(output).toContain('Person.ethnicity (SPECIAL_CATEGORY:ETHNICITY), by the built-in rules');
  expect(output).toMatch(/^Panel member, for CHOOSE_SUPPORT, COORDINATE_SUPPORT, /m);
  expect(output).toContain('by panel-reads-Person-characteristics (SHR-4.3-cond)');
  expect(output).toMatch(/^Never: .*System administrator.*Analyst/m);
});

test('npm run reach refuses a field that there is not, and names the nearest', async () => {
  expect(await runCommand(COMMAND, ['Person.etnicity'])).toEqual({
    status: 1,
    output: '',
    errors:
      'There is no field "Person.etnicity". Expected a field of the schema; did you mean Person.ethnicity?\n',
  });
});
