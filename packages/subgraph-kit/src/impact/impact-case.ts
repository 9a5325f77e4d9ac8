import type { Condition, Holder, PolicyChange, Purpose } from '@postern/policy';
import { atomsOf, conditionKey, NEVER, PURPOSE_LOCKS, substitute } from '@postern/policy';
import type { CompiledStatement } from '@postern/query-policy';
import type { ResourceDefinition } from '../resources/resource.ts';
import type { CountedFor } from './count-statement.ts';
import { countStatement } from './count-statement.ts';
import type { Probe, QuestionsOf, RowsQuestion, Settle } from './rows-question.ts';
import { whole } from './rows-question.ts';

/** Purposes for which holders of the same roles meet the same change, and what has to be counted to know it. */
export interface ImpactCase {
  readonly roles: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly questions: readonly RowsQuestion[];
  /** One purpose of each class that purpose locks tell apart. */
  readonly representatives: readonly Purpose[];
  /** Whether a justification, which serves one purpose only, makes a difference. */
  readonly asksForJustifications: boolean;
  /** A role without a live grant in which nothing changes for anybody; null where none is. */
  readonly throughGrantIn: string | null;
}

/** A case, compiled. */
export interface CompiledCase extends ImpactCase {
  readonly statement: CompiledStatement;
  /** The same for whoever has no justification that runs, of which nothing has to be asked then. */
  readonly unjustified: CompiledStatement;
}

export function compileCase(of: ImpactCase, counted: CountedFor): CompiledCase {
  const statement = countStatement(of.questions, counted);
  if (!of.asksForJustifications) return { ...of, statement, unjustified: statement };
  const without = (conditions: readonly Condition[]): readonly Condition[] =>
    whole(
      conditions.map((condition) =>
        substitute(condition, ({ predicate }) =>
          predicate === 'justification.covers' ? NEVER : undefined,
        ),
      ),
    );
  const questions = of.questions.map(({ resource, probes }) => ({
    resource,
    probes: probes.map((probe) => ({
      ...probe,
      live: without(probe.live),
      draft: without(probe.draft),
    })),
  }));
  return { ...of, statement, unjustified: countStatement(questions, counted) };
}

/** What is asked of whom a change may touch, and of which rows. */
export interface Asking {
  readonly resources: readonly ResourceDefinition[];
  readonly settle: Settle;
  readonly questionsOf: QuestionsOf;
}

/** Every case of holders of exactly these roles. */
export function impactCases(
  change: PolicyChange,
  roles: readonly string[],
  { resources, settle, questionsOf }: Asking,
): readonly ImpactCase[] {
  const cases = new Map<string, { questions: readonly RowsQuestion[]; purposes: Purpose[] }>();
  for (const purpose of change.purposesFor(roles)) {
    const holder: Holder = { roles, purpose };
    const questions = questionsOf(change, holder, resources, settle);
    if (questions.length === 0) continue;
    const key = keyOf(questions);
    const known = cases.get(key) ?? { questions, purposes: [] };
    known.purposes.push(purpose);
    cases.set(key, known);
  }
  return [...cases.values()].map(({ questions, purposes }) => ({
    roles,
    purposes,
    questions,
    representatives: representativesOf(purposes),
    asksForJustifications: asks(questions, ['justification.covers', 'entry.stricterClass']),
    throughGrantIn:
      roles.find((role) => change.roles.has(role) && needsGrant(questions, role)) ?? null,
  }));
}

function keyOf(questions: readonly RowsQuestion[]): string {
  return questions
    .map(({ resource, probes }) =>
      [
        resource.type,
        ...probes.map(({ coordinates, through, right, live, draft }) =>
          [
            ...coordinates,
            ...[through?.live, right?.live, ...live].map((one) => one && conditionKey(one)),
            '=>',
            ...[through?.draft, right?.draft, ...draft].map((one) => one && conditionKey(one)),
          ].join(' '),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

function representativesOf(purposes: readonly Purpose[]): readonly Purpose[] {
  const classes = new Map<string, Purpose>();
  for (const purpose of purposes) {
    const opened = Object.entries(PURPOSE_LOCKS)
      .filter(([, lock]) => (lock.purposes as readonly Purpose[]).includes(purpose))
      .map(([name]) => name)
      .join(' ');
    if (!classes.has(opened)) classes.set(opened, purpose);
  }
  return [...classes.values()];
}

function conditionsIn(questions: readonly RowsQuestion[]): readonly Condition[] {
  return questions.flatMap(({ probes }) =>
    probes.flatMap(({ through, live, draft }) => [
      ...(through === null ? [] : [through.live, through.draft]),
      ...live,
      ...draft,
    ]),
  );
}

function asks(questions: readonly RowsQuestion[], predicates: readonly string[]): boolean {
  return conditionsIn(questions).some((condition) =>
    atomsOf(condition).some(({ predicate }) => predicates.includes(predicate)),
  );
}

/** Whether live and draft are the same for whoever has no live grant in the role. */
function needsGrant(questions: readonly RowsQuestion[], role: string): boolean {
  const same = (live: readonly Condition[], draft: readonly Condition[]): boolean =>
    keyWithout(role, live) === keyWithout(role, draft);
  return questions.every(({ probes }) =>
    probes.every(
      ({ through, right, live, draft }: Probe) =>
        [through, right].every((pair) => pair == null || same([pair.live], [pair.draft])) &&
        same(live, draft),
    ),
  );
}

function keyWithout(role: string, conditions: readonly Condition[]): string {
  const left = conditions.map((condition) =>
    substitute(condition, (atom) =>
      (atom.predicate === 'grant.live' || atom.predicate === 'episode.earlier') &&
      atom.role === role
        ? NEVER
        : undefined,
    ),
  );
  if (left.some(({ kind }) => kind === 'NEVER')) return conditionKey(NEVER);
  return [...new Set(left.map(conditionKey))].sort().join(' & ');
}
