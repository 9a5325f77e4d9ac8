import fc from 'fast-check';
import { clock } from './grant-county.ts';
import type { GrantModel } from './grant-reference.ts';
import { POSSIBLE, stateOf } from './grant-reference.ts';
import type { Step } from './grant-steps.ts';
import { step } from './grant-steps.ts';
import type { World } from './grant-world.ts';
import { HOLDERS } from './grant-world.ts';
import type { Way } from './ways.ts';
import { Ways } from './ways.ts';

const DAY = 86_400_000;
const LIVE = ['GRANTED', 'EXPIRING', 'SUSPENDED'];

/** By a command, by what ends access elsewhere, or by the time that goes by, which is named for where it leads. */
const WAYS: readonly Way[] = [
  ...Object.entries(POSSIBLE).flatMap(([command, states]) =>
    states.map((state): Way => [state, command]),
  ),
  ...LIVE.flatMap((state): Way[] => [
    [state, 'EXCLUDE'],
    [state, 'CLOSE'],
    [state, 'EXPIRED'],
  ]),
  ['GRANTED', 'EXPIRING'],
];
const THROUGH: readonly Way[] = [
  ['extendGrant', 'GRANTED'],
  ['resumeGrant', 'GRANTED'],
  ['suspendGrant', 'SUSPENDED'],
];

/** Now and then anything by anybody; else a step that leads on. */
export const drawn = fc.record({
  wild: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: step }),
  pick: fc.nat(9_999),
});

/** What the grants of a walk went through, and how it goes on to what is left. */
export class GrantWays {
  readonly #ways = new Ways(WAYS, THROUGH);

  /** A step that can be taken, by somebody who may. */
  aimed(world: World, pick: number): Step {
    if (!world.open) return { kind: 'CLOSE' };
    const now = clock.now().getTime();
    const live = world.grants.filter((each) => LIVE.includes(stateOf(each, now)));
    const grant = live[pick % Math.max(1, live.length)];
    if (grant === undefined || live.length < 2) return another(world, pick);
    const state = stateOf(grant, now);
    const moves = WAYS.filter(([from]) => from === state).map(([, move]) => move);
    const onward = this.#ways.onward(state, moves, (move) => move);
    return toward(world, grant, onward[pick % onward.length] ?? 'revokeGrant');
  }

  /** Marks what became of the grants by a step. */
  mark(world: World, before: readonly GrantModel[], wasAt: number, by: Step): void {
    const now = clock.now().getTime();
    for (const was of before) {
      const grant = world.grants.find(({ id }) => id === was.id) ?? was;
      const [from, to] = [stateOf(was, wasAt), stateOf(grant, now)];
      if (from === to && grant.revision === was.revision) continue;
      this.#ways.took(from, by.kind === 'TIME' ? to : moveBy(by));
    }
  }

  expectAll(): void {
    this.#ways.expectAll();
  }
}

function moveBy(step: Step): string {
  if (step.kind === 'STEP') return step.command;
  return step.kind === 'END' ? 'endMyAccess' : step.kind;
}

/** Access for somebody who has none, of whom the family keeps nobody out. */
function another(world: World, pick: number): Step {
  const out = HOLDERS.findIndex(({ id }) => world.excluded.has(id));
  if (out !== -1) return { kind: 'EXCLUDE', holder: out };
  const days = pick % 3 === 0 ? 10 : 60;
  return { kind: 'GRANT', actor: 'prue', holder: pick % HOLDERS.length, days };
}

/** The step by which a grant makes a move. */
function toward(world: World, grant: GrantModel, move: string): Step {
  const ahead = (at: number): number => Math.max(0, Math.ceil((at - clock.now().getTime()) / DAY));
  const which = world.grants.indexOf(grant);
  const holder = HOLDERS.findIndex(({ id }) => id === grant.holder);
  if (move === 'EXPIRING') return { kind: 'TIME', days: ahead(grant.endsAt - 14 * DAY) };
  if (move === 'EXPIRED')
    return { kind: 'TIME', days: ahead(Math.min(grant.endsAt, grant.confirmBy)) };
  if (move === 'EXCLUDE') return { kind: 'EXCLUDE', holder };
  if (move === 'CLOSE') return { kind: 'CLOSE' };
  if (move === 'endMyAccess') return { kind: 'END', holder, which };
  return { kind: 'STEP', actor: 'gideon', command: move, which, stale: 0, days: 60 };
}
