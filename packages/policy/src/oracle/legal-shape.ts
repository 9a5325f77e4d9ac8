import type { ClassKey } from '../classes/data-class.ts';
import { findingsForClass } from '../law/findings/findings-of-justification.ts';
import type { Relying } from '../law/findings/relying.ts';
import type { JustificationFact } from './facts.ts';

/** Whether a justification says all that the law asks for the class, of whoever relies on it. */
export function isLegallyComplete(
  justification: JustificationFact,
  dataClass: ClassKey,
  relying: Relying,
): boolean {
  return findingsForClass(justification, dataClass, relying).next().done === true;
}
