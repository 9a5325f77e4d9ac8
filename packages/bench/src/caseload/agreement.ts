import type { ContestantName, RunningContestants } from './contestants/contestants.ts';
import { CONTESTANT_NAMES } from './contestants/contestants.ts';
import { send } from './measuring/load.ts';
import { canonical, withheldFrom } from './measuring/same-answer.ts';
import type { Principal } from './principals/caseload-of.ts';

/** What the answers came to before anything was timed. */
export interface Agreement {
  /** Bytes of an answer, on average. */
  readonly bytes: Readonly<Record<ContestantName, number>>;
  /** Statements for one answer, once everything is prepared. */
  readonly statements: Readonly<Record<ContestantName, number>>;
  /** Values that the masked case withholds from one principal, on average: without and with justifications. */
  readonly withheld: { readonly unjustified: number; readonly justified: number };
}

/**
 * Sends every call to every contestant and compares: the plain caseloads must be the same, the sensitive ones the same where
 * nothing is masked, and the masked ones hold nothing else. Throws Error naming who differs and for whom.
 */
export async function checkAgreement(
  { by }: RunningContestants,
  principals: readonly Principal[],
): Promise<Agreement> {
  const bytes = zeroes();
  const withheld = { unjustified: 0, justified: 0 };
  for (const [number, principal] of principals.entries()) {
    const answers = {} as Record<ContestantName, unknown>;
    for (const name of CONTESTANT_NAMES) {
      const call = by[name].calls[number];
      if (call === undefined) throw new TypeError('Every principal has a call.');
      const text = await send(call);
      bytes[name] += text.length / principals.length;
      answers[name] = readData(text);
    }
    const differ = (name: ContestantName, from: ContestantName): void => {
      if (canonical(answers[name]) !== canonical(answers[from]))
        throw new Error(`${name} and ${from} answer ${principal.subject} differently.`);
    };
    differ('L rows', 'L json');
    differ('L graphql', 'L json');
    differ('P0', 'L json');
    differ('P', 'L json');
    differ('P0M', 'LM');
    const hidden = withheldFrom(answers.LM, answers.PM);
    if (hidden === null) throw new Error(`PM tells ${principal.subject} what LM does not know.`);
    withheld[principal.justified ? 'justified' : 'unjustified'] += hidden;
  }
  return {
    bytes: mapped(bytes, Math.round),
    statements: await statementsOf(by),
    withheld: {
      unjustified: withheld.unjustified / principals.filter((each) => !each.justified).length,
      justified: withheld.justified / principals.filter((each) => each.justified).length,
    },
  };
}

async function statementsOf(by: RunningContestants['by']): Promise<Record<ContestantName, number>> {
  const counts = zeroes();
  for (const name of CONTESTANT_NAMES) {
    const { server, calls } = by[name];
    // The first brings what is read again every two seconds (the registry of issuers) up to date.
    if (calls[0] !== undefined) await send(calls[0]);
    const before = await server.statements();
    for (const call of calls) await send(call);
    counts[name] = ((await server.statements()) - before) / calls.length;
  }
  return counts;
}

function readData(text: string): unknown {
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors !== undefined || data === undefined || data === null)
    throw new Error('A contestant answered with errors.');
  return data;
}

function zeroes(): Record<ContestantName, number> {
  return mapped(Object.fromEntries(CONTESTANT_NAMES.map((name) => [name, 0])), (zero) => zero);
}

function mapped(
  values: Readonly<Record<string, number>>,
  change: (value: number) => number,
): Record<ContestantName, number> {
  return Object.fromEntries(
    CONTESTANT_NAMES.map((name) => [name, change(values[name] ?? 0)]),
  ) as Record<ContestantName, number>;
}
