import { Fault } from '@postern/errors';
import type { AccessEntry, Answer } from './answer.ts';
import { answerSchema } from './answer.ts';
import type { Cell } from './cell.ts';
import { ask, readAnswer } from './gate.ts';
import { LINE_GROUPS } from './lines.ts';
import type { Question } from './question.ts';
import { PURPOSE } from './question.ts';
import type { Reader } from './readers.ts';
import { EPISODE_REFERENCE } from './readers.ts';
import { tokenFor } from './token.ts';

/** A refusal as the gate worded it. */
export type RefusalAnswer = NonNullable<Answer['errors']>[number];

/** What one person got for the question. */
export interface Received {
  readonly reader: Reader;
  readonly token: string;
  /** One per line of the table, in its order. */
  readonly cells: readonly Cell[];
  /** The gate's own sum of what was withheld by class. */
  readonly access: readonly AccessEntry[];
  readonly refusal: RefusalAnswer | null;
  /** For one who got nothing: the same answer, letter for letter, as for a reference that does not exist. */
  readonly likeNone: boolean;
}

const REPORTING_REFUSAL = 'CONTRACT_NOT_PERMITTED';
const REFERENCE_OF_NONE = 'EH-000000';
const LINES = LINE_GROUPS.flatMap(({ lines }) => lines);

/** Signs one person in and puts the question to the gate. @throws Fault TOUR_UNANSWERED */
export async function receive(url: string, question: Question, reader: Reader): Promise<Received> {
  const token = await tokenFor(reader.email);
  const put = (reference: string): Promise<string> =>
    ask(url, {
      token,
      path: '/graphql',
      purpose: PURPOSE,
      query: question.query,
      variables: { reference },
    });
  const text = await put(EPISODE_REFERENCE);
  const answer = readAnswer(answerSchema, text, '/graphql');
  const refusal = answer.errors?.[0] ?? null;
  if (refusal !== null && refusal.extensions.code !== REPORTING_REFUSAL)
    throw new Fault('TOUR_UNANSWERED', { logged: { refused: refusal.extensions.code } });
  const episode = answer.data?.episode ?? null;
  const none: Cell = { kind: refusal === null ? 'NOT_FOUND' : 'REPORTING_ONLY' };
  return {
    reader,
    token,
    cells: LINES.map((line) => (episode === null ? none : line.read(episode))),
    access: answer.extensions?.access ?? [],
    refusal,
    likeNone: episode === null && text === (await put(REFERENCE_OF_NONE)),
  };
}
