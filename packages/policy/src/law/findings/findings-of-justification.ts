import { confidenceFindings } from './confidence.ts';
import { consentFindings } from './consent.ts';
import type { JustificationFinding, JustificationInLaw } from './finding.ts';
import { finding } from './finding.ts';
import { generalBasisFindings } from './general-basis.ts';
import { powerFindings } from './power.ts';
import type { Relying } from './relying.ts';
import { article9Findings, article10Findings } from './sensitive.ts';

/** What is missing or wrong for any of its classes, each thing once; nothing where every class it names is open in law. */
export function findingsOfJustification(
  said: JustificationInLaw,
  relying: Relying,
): readonly JustificationFinding[] {
  if (said.classes.length === 0) return [finding('CLASS_NOT_JUSTIFIABLE', 'classes')];
  const found = said.classes.flatMap((one) => [...findingsForClass(said, one, relying)]);
  const once = new Map(found.map((each) => [`${each.code} ${each.part}`, each]));
  return [...once.values()];
}

/** What is missing or wrong for one class key. */
export function* findingsForClass(
  said: JustificationInLaw,
  dataClass: string,
  relying: Relying,
): Generator<JustificationFinding> {
  const special = dataClass.startsWith('SPECIAL_CATEGORY:');
  const offence = dataClass === 'CRIMINAL_OFFENCE';
  yield* generalBasisFindings(said, relying);
  yield* powerFindings(said, relying);
  yield* confidenceFindings(said, relying);
  yield* consentFindings(said, relying, { article9: special, paragraph: special || offence });
  if (special) yield* article9Findings(said, relying);
  else if (offence) yield* article10Findings(said, relying);
  else if (dataClass !== 'PERSONAL' && !dataClass.startsWith('RESTRICTED:'))
    yield finding('CLASS_NOT_JUSTIFIABLE', 'classes');
}
