import { isFault } from '@postern/errors';
import { sampleAccounts, sampleNewcomers } from '@postern/sample-county';
import { readEnvironment } from './environment.ts';
import type { Outcome } from './token/command.ts';
import { tokenCommand } from './token/command.ts';

async function outcome(): Promise<Outcome> {
  try {
    return await tokenCommand({
      args: process.argv.slice(2),
      environment: readEnvironment(),
      accounts: [...sampleAccounts, ...sampleNewcomers],
      now: new Date(),
    });
  } catch (error) {
    if (!isFault(error)) throw error;
    const named = Object.values(error.logged).join(', ');
    return { status: 1, text: `${error.code}: ${error.message} (${named}) ${error.remedy}` };
  }
}

const { status, text } = await outcome();
const stream = status === 0 ? process.stdout : process.stderr;
stream.write(`${text}\n`);
process.exitCode = status;
