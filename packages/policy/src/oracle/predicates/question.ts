import type { EpisodeFact } from '../facts.ts';
import type { Path } from '../path.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { OracleRow } from '../row.ts';

/** What a predicate is asked about: a row, seen on one path, in one request. */
export interface Question {
  readonly facts: RequestFacts;
  readonly row: OracleRow;
  readonly path: Path;
}

/** Makes a predicate about the episode of the path; on the path through none it is false. */
export function onEpisode<Atom>(
  holds: (episode: EpisodeFact, question: Question, atom: Atom) => boolean,
): (atom: Atom, question: Question) => boolean {
  return (atom, question) => question.path !== null && holds(question.path.episode, question, atom);
}
