import { PURPOSES } from '@postern/policy';
import { writeDocument } from './grammar/document.ts';
import type { Draw } from './grammar/draw.ts';
import type { Grammar } from './grammar/grammar.ts';
import type { Goal } from './grammar/ways-to-fields.ts';
import type { Author } from './grammar/words.ts';
import type { Surface } from './surface.ts';
import type { FuzzRequest } from './target.ts';
import type { World } from './world.ts';

const NO_PURPOSES: readonly (string | null)[] = [null, '', 'NO_SUCH_PURPOSE', 'safeguarding'];

/** How often whoever asks may see what is asked for: the more fields there are, the seldomer each is met by chance. */
const ENTITLED_PERCENT = 70;

/** One request of somebody, for something, about anything. */
export function randomRequest(draw: Draw, world: World): FuzzRequest {
  const surface = randomSurface(draw, world.surfaces);
  const grammar = world.grammars.get(surface.path);
  if (grammar === undefined) throw new TypeError(`No grammar for ${surface.path}.`);
  const reachable = grammar.ways.goals.filter((each) => world.entitled.has(coordinateOf(each)));
  const isEntitled = reachable.length > 0 && draw.percent(ENTITLED_PERCENT);
  const goal = isEntitled ? draw.one(reachable) : randomGoal(draw, grammar, world);
  const entitled = goal === null ? [] : (world.entitled.get(coordinateOf(goal)) ?? []);
  const author = isEntitled ? draw.one(entitled) : randomAuthor(draw, world);
  const document = writeDocument(draw, { grammar, author, words: world.words, goal });
  return { ...author, path: surface.path, ...document };
}

/** Any field, more often one of which something planted can be seen. */
function randomGoal(draw: Draw, { ways: { goals } }: Grammar, { planted }: World): Goal | null {
  if (!draw.percent(90)) return null;
  const shown = goals.filter((goal) => planted.has(coordinateOf(goal)));
  return draw.one(shown.length > 0 && draw.percent(60) ? shown : goals);
}

function coordinateOf({ type, field }: Goal): string {
  return `${type}.${field}`;
}

function randomAuthor(draw: Draw, { accounts }: World): Author {
  if (draw.percent(2))
    return {
      principal: { kind: draw.percent(50) ? 'NO_TOKEN' : 'GARBAGE_TOKEN' },
      purpose: draw.one(PURPOSES),
    };
  const served = accounts.filter(({ purposes }) => purposes.length > 0);
  const account = draw.one(served.length > 0 && draw.percent(85) ? served : accounts);
  const principal = draw.percent(2)
    ? { ...account.principal, multiFactor: false }
    : account.principal;
  if (draw.percent(2)) return { principal, purpose: draw.one(NO_PURPOSES) };
  const isServed = account.purposes.length > 0 && draw.percent(92);
  return { principal, purpose: draw.one(isServed ? account.purposes : PURPOSES) };
}

function randomSurface(draw: Draw, surfaces: readonly Surface[]): Surface {
  return draw.one(surfaces.flatMap((each) => Array.from({ length: each.weight }, () => each)));
}
