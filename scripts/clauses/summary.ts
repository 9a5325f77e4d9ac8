import type { Enforcement } from './clause-list.ts';
import type { ClauseProof } from './proofs.ts';

const MEANINGS: Readonly<Record<Enforcement, string>> = {
  E: 'enforced at the gate',
  W: 'kept by workflow',
  D: 'kept by a document',
};

/** How many clauses are proved, of each kind, and which are. */
export function summary(proofs: readonly ClauseProof[]): string {
  const proved = proofs.filter((proof) => proof.proved);
  const started = proofs.filter((proof) => !proof.proved && proof.scenarios.length > 0);
  return [
    `${proved.length} of ${proofs.length} clauses proved`,
    ...(['E', 'W', 'D'] as const).map(
      (kind) =>
        `  ${kind}  ${countOf(proved, kind)} of ${countOf(proofs, kind)}  ${MEANINGS[kind]}`,
    ),
    '',
    ...proved.flatMap(paragraph),
    ...(started.length === 0 ? [] : ['Not yet proved, one outcome is missing:', '']),
    ...started.flatMap(paragraph),
  ].join('\n');
}

function countOf(proofs: readonly ClauseProof[], kind: Enforcement): number {
  return proofs.filter(({ enforcement }) => enforcement === kind).length;
}

function paragraph({ id, enforcement, scenarios }: ClauseProof): readonly string[] {
  return [
    `${id} (${enforcement})`,
    ...scenarios.map(
      ({ outcome, alone, title }) => `  ${outcome}${alone === true ? ' alone' : ''}: ${title}`,
    ),
    '',
  ];
}
