import { connect } from '@postern/database';
import type { Progress } from '../home/progress.ts';
import type { Settings } from '../home/settings.ts';
import { wholeDictionary } from '../stack/blueprints.ts';
import { askCounts, drawCounts } from './counts.ts';
import { ledgerRows } from './ledger-row.ts';
import { narrate } from './narration.ts';
import { ownerAddress } from './owner-address.ts';
import { newQuestion, PURPOSE } from './question.ts';
import { EPISODE_REFERENCE, READERS } from './readers.ts';
import type { Received } from './received.ts';
import { receive } from './received.ts';
import { serve } from './served.ts';
import { drawTable } from './table.ts';
import type { Terminal } from './terminal.ts';
import { paragraph } from './wrap.ts';

/** What the tour writes to, and where it looks. */
export interface TourOptions {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly write: (text: string) => void;
  readonly onProgress: Progress;
  /** Aborted, the tour ends, stops what it started, and throws the signal's reason. */
  readonly signal: AbortSignal;
}

/** Puts one question as five people and shows what each got, why not more, and what was recorded. @throws Fault, or the signal's reason */
export async function giveTour(options: TourOptions): Promise<void> {
  const { settings, signal } = options;
  const served = await serve(settings, options);
  const calledOff = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  try {
    await Promise.race([tourOf(served.url, options), calledOff]);
  } finally {
    await served.leave();
  }
}

async function tourOf(url: string, { settings, terminal, write }: TourOptions): Promise<void> {
  const question = newQuestion();
  const received = await Promise.all(READERS.map((reader) => receive(url, question, reader)));
  write(
    `\n${paragraph(
      `One question about one family, asked by five people. Everybody sends the same query for episode ${EPISODE_REFERENCE}, for the purpose ${PURPOSE}; this is what each gets.`,
      terminal.width,
      '',
    )}\n\n`,
  );
  write(`${drawTable(received, terminal)}\n`);
  const owner = connect(await ownerAddress(settings), 'owner', { max: 1 });
  const dictionary = wholeDictionary();
  try {
    for (const one of received) {
      const { accountId, name, as, agency } = one.reader;
      const rows = await ledgerRows(owner, { operationName: question.operationName, accountId });
      write(`\n${terminal.paint('STRONG', `${name}, ${as} (${agency})`)}\n`);
      for (const sentence of narrate(one, rows, dictionary))
        write(`${paragraph(sentence, terminal.width)}\n`);
      await writeCounts(url, one, { terminal, write });
    }
  } finally {
    await owner.close();
  }
}

async function writeCounts(
  url: string,
  { reader, token }: Received,
  { terminal, write }: Pick<TourOptions, 'terminal' | 'write'>,
): Promise<void> {
  if (reader.served !== 'REPORTING') return;
  const counts = await askCounts(url, token);
  write(
    `${paragraph('From /reporting/graphql, the same person gets protected counts:', terminal.width)}\n`,
  );
  write(`${drawCounts(counts, terminal)}\n`);
}
