import { emptyDatabase } from '@postern/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { ask, token } from './asking.ts';
import { newHome, PosternProcess, serverPid, unusedPort } from './postern-process.ts';

test('an empty database of another server is brought up once and found again, and no other is started', async () => {
  const database = await emptyDatabase();
  const home = newHome();
  onTestFinished(async () => {
    await database.drop();
    await home.remove();
  });
  const port = await unusedPort();
  const environment = {
    POSTERN_HOME: home.path,
    PORT: String(port),
    DATABASE_URL: database.address.urlFor('owner'),
  };
  const answers: string[] = [];
  for (const [start, sign] of ['Sample county: loading', 'Sample county: already here'].entries()) {
    const serving = new PosternProcess(environment);
    await serving.ready();
    expect(serving.output).toContain(sign);
    expect(serverPid(home.path)).toBeNull();
    answers.push((await ask(port, (await token(home.path)).out)).text);
    if (start === 0) {
      const second = new PosternProcess({ ...environment, PORT: String(await unusedPort()) });
      expect(await second.ended()).toBe(1);
      expect(second.errors).toContain('[ALREADY_RUNNING]');
    }
    expect(await serving.stopped('SIGINT')).toBe(0);
    expect(`${serving.output}${serving.errors}`).not.toContain(
      new URL(environment.DATABASE_URL).password,
    );
  }
  expect(answers[0]).toContain('EH-');
  expect(answers[1]).toBe(answers[0]);
});
