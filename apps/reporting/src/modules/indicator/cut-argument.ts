import { Refusal } from '@postern/errors';
import type { Dimension } from '../../catalogue/dimension.ts';
import type { IndicatorDefinition } from '../../catalogue/indicator.ts';
import { inOrder } from '../../catalogue/place.ts';

/** The cut that is asked by, in the order of DIMENSIONS. @throws Refusal ARGUMENT_INVALID where the indicator has no such cut */
export function cutArgument(
  { cuts }: IndicatorDefinition,
  by: readonly Dimension[],
): readonly Dimension[] {
  const asked = inOrder(by);
  const found = cuts.map(inOrder).find((cut) => cut.join() === asked.join());
  if (found === undefined || asked.length !== by.length)
    throw new Refusal('ARGUMENT_INVALID', {
      argument: 'by',
      expected: cuts.map((cut) => `[${inOrder(cut).join(' ')}]`).join(' or '),
    });
  return found;
}

/** The cuts whose cells answer a cut: itself, and what its cells add up to. */
export function cutsAround(cut: readonly Dimension[]): readonly (readonly Dimension[])[] {
  if (cut.length < 2) return cut.length === 0 ? [cut] : [cut, []];
  return [cut, ...cut.map((dimension) => [dimension]), []];
}
