import type { Relying } from '@postern/policy';
import { findingsOfJustification } from '@postern/policy';
import type { Finding } from '@postern/subgraph-kit';
import { finding } from '@postern/subgraph-kit';
import type { Said } from './said.ts';

/** Stands for whoever is going to approve: nobody's id. */
export const SOMEBODY_ELSE = '00000000-0000-0000-0000-000000000000';

/**
 * What is missing or wrong in law for this reader today, by the same law as everything is read by. Where nobody has
 * approved yet, it is judged as if somebody else had: that is for a person to decide afterwards; by null, that nobody will.
 */
export function findingsInLaw(
  said: Said,
  relying: Relying,
  approvedBy: string | null = SOMEBODY_ELSE,
): readonly Finding[] {
  return findingsOfJustification({ ...said, approvedBy }, relying).map(({ code, part, remedy }) =>
    finding(part, code, remedy),
  );
}
