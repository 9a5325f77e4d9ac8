import type { PartFinding, RuleFindingCode } from './rule-finding.ts';

/** Findings of one rule that are kept: whoever has to mend more will ask again. */
const MOST_FINDINGS = 100;

/** Collects what is wrong with one rule. */
export class Notes {
  readonly #findings: PartFinding[] = [];

  note(code: RuleFindingCode, part: string, found: string, expected: string): void {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push({ code, part, found, expected });
  }

  get findings(): readonly PartFinding[] {
    return this.#findings;
  }

  /** Whether anything was found in this part or below it. */
  hasIn(part: string): boolean {
    return this.#findings.some((f) => f.part === part || f.part.startsWith(`${part}/`));
  }

  get isFull(): boolean {
    return this.#findings.length >= MOST_FINDINGS;
  }
}
