import { Fault } from '@postern/errors';
import type { IndicatorDefinition, Measure } from './indicator.ts';
import { inOrder } from './place.ts';

/**
 * Holds a definition against what the lattice rests on: measures are made of counts of the same indicator, and a cut by two has
 * both cuts by one beside it, or a reader could sum its cells to what was never protected. @throws Fault INTERNAL
 */
export function checkDefinition(definition: IndicatorDefinition): IndicatorDefinition {
  const { id, measures, cuts } = definition;
  const expect = (holds: boolean, expected: string): void => {
    if (!holds) throw new Fault('INTERNAL', { logged: { indicator: id, expected } });
  };
  const names = measures.map((measure) => measure.id);
  expect(new Set(names).size === names.length, 'each measure once');
  for (const measure of measures) checkMeasure(measure, definition, expect);
  const texts = cuts.map((cut) => inOrder(cut).join());
  expect(texts[0] === '', 'the first cut by nothing');
  expect(new Set(texts).size === texts.length, 'each cut once');
  for (const cut of cuts) {
    expect(cut.length <= 2 && new Set(cut).size === cut.length, 'cuts by at most two dimensions');
    if (cut.length === 2)
      expect(
        cut.every((dimension) => texts.includes(dimension)),
        'both cuts by one beside a cut by two',
      );
    // A ward lies in a locality: sums over wards have to meet what is published of localities.
    expect(!cut.includes('WARD') || texts.includes('LOCALITY'), 'localities beside wards');
    expect(!(cut.includes('WARD') && cut.length === 2), 'wards cut by nothing else');
  }
  return definition;
}

function checkMeasure(
  measure: Measure,
  { measures }: IndicatorDefinition,
  expect: (holds: boolean, expected: string) => void,
): void {
  const count = (name: string) =>
    measures.flatMap((each) => (each.kind === 'COUNT' && each.id === name ? [each] : []))[0];
  if (measure.kind === 'COUNT') {
    if (measure.within === undefined || measure.within.of !== undefined) return;
    const whole = count(measure.within.measure);
    expect(whole?.over === measure.over && whole.unit === measure.unit, 'a part of it');
    return;
  }
  const of = count(measure.of);
  expect(of !== undefined, 'a measure of a count');
  if (measure.kind === 'PERCENTAGE') {
    const from = count(measure.from);
    expect(from !== undefined && from.over === of?.over && from.unit === of.unit, 'a part of it');
  }
  if (measure.kind === 'MEDIAN' || measure.kind === 'MEAN')
    expect(of?.over === 'FLOW', 'a median of what happened in a period');
}
