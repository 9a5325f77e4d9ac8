import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'packages/subgraph-kit/src';
const NEW_ENEMY = ['packages/embedded/test/shapes/new-enemy.test.ts'];

/** Answers that are kept by their statement and everything that was asked but the moment. */
const KEPT = `const kept = new Map<string, { readonly at: number; readonly answer: Promise<any> }>();
    const keyOf = ({ text, values }: any) => JSON.stringify([text, values.filter((each: unknown) => !/^\\d{4}-\\d\\d-\\d\\dT/.test(String(each)))]);
    const asked = (statement: any, isFresh: (at: number) => boolean) => {
      const known = kept.get(keyOf(statement));
      if (known !== undefined && isFresh(known.at)) return known.answer;
      const answer = options.connection.run<any>(statement);
      kept.set(keyOf(statement), { at: performance.now(), answer });
      return answer;
    };`;

function keptFor(ms: number): string {
  return `${KEPT}
    const run = (statement: any) => asked(statement, (at) => performance.now() - at < ${ms});
    this.#options = { ...options, connection: { ...options.connection, run } };`;
}

const TOLD_OF = ['access_grant', 'account', 'role_holding', 'policy_version']
  .map((table) => `(SELECT max(xmin::text::bigint) FROM access.${table})`)
  .join(', ');

/** Episodes are kept until the process is told, so many milliseconds late, that what decides on them was changed. */
function keptUntilTold(ms: number, heard = 'true'): string {
  return `${KEPT}
    let last: unknown = null;
    const listen = async (): Promise<void> => {
      const [told] = await options.connection.run<any>({ text: "SELECT concat_ws(' ', ${TOLD_OF}) AS at", values: [] });
      if (told.at !== last && ${heard}) kept.clear();
      last = told.at;
      setTimeout(() => listen().catch(() => {}), ${ms}).unref();
    };
    const ofEpisodes = options.resources.some(({ type }) => type === 'Episode');
    if (ofEpisodes) listen().catch(() => {});
    const run = (statement: any) => asked(statement, () => ofEpisodes);
    this.#options = { ...options, connection: { ...options.connection, run } };`;
}

/** Access that is taken away while processes go on by what they have: seen by revoking, writing and reading at once. */
export const REVOCATION_AREA: MutantArea = {
  name: 'revocation',
  mutants: [
    ...mutantsOf(`${SRC}/fetching/row-fetcher.ts`, NEW_ENEMY, [
      ['An answer is given again for 200 ms', 'this.#options = options;', keptFor(200)],
      ['An answer is given again for 100 ms', 'this.#options = options;', keptFor(100)],
      [
        'An answer is given again until a notification, 20 ms late, tells of a change',
        'this.#options = options;',
        keptUntilTold(20),
      ],
      [
        'Of twenty notifications one is lost',
        'this.#options = options;',
        keptUntilTold(0, 'Math.random() > 0.05'),
      ],
    ]),
    ...mutantsOf(`${SRC}/fetching/standing.ts`, NEW_ENEMY, [
      [
        'Standings under two versions of the policy are the same',
        'return `${policyVersion} ${roles',
        'return `${policyVersion === null} ${roles',
      ],
    ]),
  ],
};
