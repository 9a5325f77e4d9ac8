import type { Proofs } from './proofs.ts';

/**
 * Withdraws what would keep nothing: from a reader's proofs what that reader could work out again though all was hidden that can
 * be, and from everybody's what one could work out once that is withdrawn. What is withdrawn from one alone may still keep a small
 * count from the others. Returns the cells that are withdrawn from all.
 */
export function withdrawVain(proofs: readonly Proofs[]): ReadonlySet<number> {
  const fromAll = new Set<number>();
  const left = new Set<number>();
  for (const proof of proofs)
    for (const cell of proof.offered.keys()) if (proof.offers(cell)) left.add(cell);
  for (let isFirst = true; ; isFirst = false) {
    const vain = [...left]
      .map((cell) => ({ cell, to: proofs.filter((proof) => proof.shortOf(cell) > 0) }))
      .filter(({ to }) => to.length > 0);
    if (vain.length === 0) return fromAll;
    for (const { cell, to } of vain) {
      left.delete(cell);
      const isFromAll = !isFirst || to.length === proofs.length;
      if (isFromAll) fromAll.add(cell);
      for (const proof of isFromAll ? proofs : to) proof.withdraw(cell);
    }
  }
}
