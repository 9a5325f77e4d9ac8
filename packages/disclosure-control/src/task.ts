import type { Problem } from './problem.ts';
import type { Search } from './search.ts';
import type { View } from './views.ts';

/** What is to be protected from whom, and how other tables are looked for. */
export interface Task {
  readonly problem: Problem;
  readonly search: Search;
  readonly views: readonly View[];
}
