import { FAULTS } from '@postern/errors';
import { tokensIn } from './canaries/token.ts';
import type { Way, Ways } from './canaries/ways.ts';
import type { Entitlement } from './entitlement.ts';
import type { FuzzRequest, TargetAnswer } from './target.ts';

/** Something that must not be, told without any value: what, and of which field and row. */
export interface Finding {
  readonly kind: 'LEAK' | 'FAULT' | 'UNCODED' | 'MALFORMED' | 'NO_ANSWER';
  readonly what: string;
}

/** What an answer showed. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly codes: readonly string[];
  /** The ways by which the planted values in the data were due. */
  readonly released: readonly Way[];
  /** Coordinates told as withheld. */
  readonly withheld: readonly string[];
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
  readonly extensions?: { readonly access?: readonly { readonly coordinate?: unknown }[] };
}

/** Holds an answer against what its caller is entitled to. */
export function judge(
  request: FuzzRequest,
  answer: TargetAnswer,
  { ways, entitlement }: { readonly ways: Pick<Ways, 'of'>; readonly entitlement: Entitlement },
): Judgement {
  const findings: Finding[] = [];
  const body = parsed(answer.body);
  if (body === null) findings.push({ kind: 'MALFORMED', what: 'the body is no JSON object' });

  const released: Way[] = [];
  const data = JSON.stringify(body?.data ?? null);
  for (const token of tokensIn(data)) {
    const known = ways.of(token);
    if (known === null) continue;
    const way = entitlement.wayTo(token);
    if (way === null) findings.push(leak('data', known));
    else released.push(way);
  }

  // A message may quote what the caller wrote; it may hold no value beside.
  const sent = tokensIn(JSON.stringify([request.query, request.variables]));
  const { data: _, ...beside } = body ?? {};
  const elsewhere: readonly (readonly [string, string, ReadonlySet<string>])[] = [
    ['errors or extensions', body === null ? answer.body : JSON.stringify(beside), sent],
    ['headers', JSON.stringify(answer.headers), new Set()],
    ['log', answer.logLines.join('\n'), new Set()],
  ];
  for (const [where, text, allowed] of elsewhere)
    for (const token of tokensIn(text)) {
      const known = allowed.has(token) ? null : ways.of(token);
      if (known !== null) findings.push(leak(where, known));
    }

  const codes = (body?.errors ?? []).map(({ extensions }) => String(extensions?.code));
  findings.push(...findingsOfStatus(answer, codes, body));
  const withheld = (body?.extensions?.access ?? []).map(({ coordinate }) => String(coordinate));
  return { findings, codes, released, withheld };
}

function findingsOfStatus(
  { status, logLines }: TargetAnswer,
  codes: readonly string[],
  body: Body | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  const faults = codes.filter((code) => Object.hasOwn(FAULTS, code));
  if (status >= 500 || faults.length > 0)
    findings.push({ kind: 'FAULT', what: `status ${status} ${codes.join(' ')}` });
  for (const line of logLines.filter((each) => each.includes('"event":"FAULT"'))) {
    const code = /"code":"([A-Z_]+)"/.exec(line)?.[1] ?? 'without a code';
    findings.push({ kind: 'FAULT', what: `logged ${code}` });
  }
  if (codes.some((code) => !/^[A-Z][A-Z_]+$/.test(code)) || (status !== 200 && codes.length === 0))
    findings.push({ kind: 'UNCODED', what: `status ${status} ${codes.join(' ')}` });
  if (status !== 200 && (body?.data ?? null) !== null)
    findings.push({ kind: 'MALFORMED', what: `data beside status ${status}` });
  return findings;
}

function leak(where: string, ways: readonly Way[]): Finding {
  const [way] = ways;
  const what = way === undefined ? 'a cell that no field shows' : `${way.coordinate} of ${way.row}`;
  return { kind: 'LEAK', what: `${what} in ${where}` };
}

function parsed(text: string): Body | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : null;
  } catch {
    return null;
  }
}
