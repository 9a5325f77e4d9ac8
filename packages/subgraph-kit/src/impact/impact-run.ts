import type { Connection } from '@postern/database';
import type { AgreementsInForce, PolicyChange, Purpose } from '@postern/policy';
import type { CompiledStatement } from '@postern/query-policy';
import type { ResourceDefinition } from '../resources/resource.ts';
import { AskedAccounts } from './asked-accounts.ts';
import { askMany } from './asking-many.ts';
import type { AccountCount } from './count-statement.ts';
import type { CompiledCase } from './impact-case.ts';
import { compileCase, impactCases } from './impact-case.ts';
import type { QuestionsOf } from './rows-question.ts';
import { rowsQuestions } from './rows-question.ts';
import { settleFor } from './settle.ts';

/** What a change is tried out on. */
export interface ImpactDesk {
  /** Connected as `policy_desk`, which reads by what rows are decided on and no value that rules protect. */
  readonly connection: Connection;
  readonly inForce: AgreementsInForce;
  /** Those of every subgraph. */
  readonly resources: readonly ResourceDefinition[];
}

/** What is tried out, about which moment, and for whom. */
export interface ImpactAsked {
  readonly change: PolicyChange;
  readonly now: Date;
  /** An account whose conflicts of interest leave families out; null where nobody's do. */
  readonly toldTo: string | null;
  /** What is counted of it: what is read, where nothing else is said. */
  readonly questionsOf?: QuestionsOf;
}

/** What each account of a case answered: the greatest number over the purposes it was asked for. */
export interface CaseCounts {
  readonly of: CompiledCase;
  readonly accounts: ReadonlyMap<string, readonly (readonly number[])[]>;
}

/** Questions are accounts, each for one purpose. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Task {
  readonly of: CompiledCase;
  readonly statement: CompiledStatement;
  readonly purpose: Purpose;
  readonly accounts: readonly string[];
  /** Whether nothing has been asked of these accounts yet. */
  readonly isFirst: boolean;
  /** For what whoever turns out to have entries locked to purposes is asked, too. */
  readonly further: readonly Purpose[];
}

/** How many accounts one statement asks: each reads its tables once, and between two one can tell of progress. */
const AT_A_TIME = 1_250;

/** Asks everybody whom a change may touch what they would lose and gain, some accounts at a time. */
export class ImpactRun {
  readonly #desk: ImpactDesk;
  readonly #change: PolicyChange;
  readonly #now: Date;
  readonly #toldTo: string | null;
  readonly #questionsOf: QuestionsOf;
  readonly #counts = new Map<CompiledCase, Map<string, readonly (readonly number[])[]>>();
  readonly #cases = new Map<string, readonly CompiledCase[]>();
  readonly #tasks: Task[] = [];
  #done = 0;
  #total = 0;

  constructor(desk: ImpactDesk, { change, now, toldTo, questionsOf = rowsQuestions }: ImpactAsked) {
    this.#desk = desk;
    this.#change = change;
    this.#now = now;
    this.#toldTo = toldTo;
    this.#questionsOf = questionsOf;
  }

  get progress(): Progress {
    return { done: this.#done, total: this.#total };
  }

  /** What is known so far. */
  counts(): readonly CaseCounts[] {
    return [...this.#counts].map(([of, accounts]) => ({ of, accounts }));
  }

  /** Asks to the end, by all sessions of the connection but one, for those who ask something else; the signal ends it. @throws Fault DATABASE_* */
  async run(signal: AbortSignal): Promise<void> {
    if (this.#change.roles.size === 0) return;
    const asked = new AskedAccounts(this.#desk.connection, this.#now);
    const hidden = await asked.hiddenSomewhere();
    const justified = await asked.justified();
    for (const { roles, accounts } of await asked.holders(this.#change.roles))
      for (const of of this.#casesOf(roles, hidden))
        await this.#plan(of, accounts, asked, justified);
    const sessions = Array.from({ length: Math.max(1, this.#desk.connection.sessions - 1) }, () =>
      this.#work(signal, hidden, asked, justified),
    );
    await Promise.all(sessions);
    signal.throwIfAborted();
  }

  #casesOf(roles: readonly string[], hidden: ReadonlySet<string>): readonly CompiledCase[] {
    const key = roles.join(' ');
    const known = this.#cases.get(key);
    if (known !== undefined) return known;
    const { inForce, resources } = this.#desk;
    const asking = {
      resources,
      settle: settleFor(roles, hidden),
      questionsOf: this.#questionsOf,
    };
    const cases = impactCases(this.#change, roles, asking).map((each) =>
      compileCase(each, { inForce, conflicts: this.#toldTo !== null }),
    );
    this.#cases.set(key, cases);
    for (const each of cases) this.#counts.set(each, new Map());
    return cases;
  }

  async #plan(
    of: CompiledCase,
    holders: readonly string[],
    asked: AskedAccounts,
    justified: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    const accounts =
      of.throughGrantIn === null ? holders : await asked.granted(holders, of.throughGrantIn);
    const [first, ...others] = of.representatives;
    if (first === undefined) return;
    const { statement, unjustified } = of;
    const isJustified = (id: string): boolean => of.asksForJustifications && justified.has(id);
    this.#add({
      of,
      statement: unjustified,
      purpose: first,
      accounts: accounts.filter((id) => !isJustified(id)),
      isFirst: true,
      further: others,
    });
    // Whoever is justified is asked for each purpose of a justification, and for one without.
    const byPurpose = new Map<
      Purpose,
      { readonly accounts: string[]; readonly firsts: string[] }
    >();
    for (const id of accounts.filter(isJustified)) {
      const own = of.purposes.filter((purpose) => justified.get(id)?.includes(purpose));
      const other = of.purposes.find((purpose) => !own.includes(purpose));
      [...own, ...(other === undefined ? [] : [other])].forEach((purpose, index) => {
        const known = byPurpose.get(purpose) ?? { accounts: [], firsts: [] };
        (index === 0 ? known.firsts : known.accounts).push(id);
        byPurpose.set(purpose, known);
      });
    }
    for (const [purpose, { accounts: again, firsts }] of byPurpose) {
      const task = { of, statement, purpose, further: of.purposes };
      this.#add({ ...task, accounts: firsts, isFirst: true });
      this.#add({ ...task, accounts: again, isFirst: false });
    }
  }

  #add(task: Task): void {
    if (task.accounts.length === 0) return;
    this.#tasks.push(task);
    this.#total += task.accounts.length;
  }

  async #work(
    signal: AbortSignal,
    hidden: ReadonlySet<string>,
    asked: AskedAccounts,
    justified: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    for (;;) {
      if (signal.aborted) return;
      const task = this.#tasks.pop();
      if (task === undefined) return;
      const chunk = task.accounts.slice(0, AT_A_TIME);
      const rest = task.accounts.slice(chunk.length);
      if (rest.length > 0) this.#tasks.push({ ...task, accounts: rest });
      const answers = await this.#ask(task, chunk, signal);
      const elsewhere = this.#keep(task, answers);
      this.#done += chunk.length;
      for (const [key, accounts] of elsewhere)
        for (const of of this.#casesOf(key === '' ? [] : key.split(' '), hidden))
          await this.#plan(of, accounts, asked, justified);
    }
  }

  #ask(
    { of, purpose, statement }: Task,
    accounts: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly AccountCount[]> {
    const values = statement.bind({
      accounts,
      purpose,
      roles: of.roles,
      now: this.#now.toISOString(),
      toldTo: this.#toldTo,
    });
    const asking = { text: statement.text, values };
    return askMany<AccountCount>(this.#desk.connection, accounts.length, asking, signal);
  }

  /** Keeps what was answered, and tells who turned out to have other roles (of an agency that has not signed, say). */
  #keep(task: Task, answers: readonly AccountCount[]): ReadonlyMap<string, readonly string[]> {
    const { of, isFirst } = task;
    const kept = this.#counts.get(of);
    const locked: string[] = [];
    const elsewhere = new Map<string, string[]>();
    for (const { account, roles, counts: answered } of answers) {
      const actual = roles.join(' ');
      if (actual !== of.roles.join(' ')) {
        if (isFirst) elsewhere.set(actual, [...(elsewhere.get(actual) ?? []), account]);
        continue;
      }
      const counts = of.questions.map((_, place) => answered?.[place] ?? []);
      const before = kept?.get(account);
      kept?.set(account, before === undefined ? counts : greatest(before, counts));
      if (isFirst && counts.some(([rows = 0]) => rows > 0)) locked.push(account);
    }
    for (const purpose of task.further)
      if (purpose !== task.purpose)
        this.#add({ ...task, purpose, accounts: locked, isFirst: false });
    return elsewhere;
  }
}

function greatest(
  left: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return left.map((counts, row) =>
    Array.from({ length: Math.max(counts.length, right[row]?.length ?? 0) }, (_, column) =>
      Math.max(counts[column] ?? 0, right[row]?.[column] ?? 0),
    ),
  );
}
