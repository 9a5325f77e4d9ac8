import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { DIMENSIONS } from '../../catalogue/dimension.ts';
import type { IndicatorDefinition } from '../../catalogue/indicator.ts';

/** An indicator as the schema describes it: its definition, then that of each measure. */
export function describedAs({ definition, measures }: IndicatorDefinition): string {
  return [definition, ...measures.map((measure) => `- ${measure.id}: ${measure.definition}`)].join(
    '\n',
  );
}

/** The enums that follow from the catalogue: what there is to ask for is said in one place. */
export const CATALOGUE_SDL: string = `
"What is measured and published."
enum IndicatorId {
${CATALOGUE.map((definition) => `  """\n${indented(describedAs(definition))}\n  """\n  ${definition.id}`).join('\n')}
}

"By what a count may be cut. LOCALITY and WARD are levels of one place: a ward lies in one locality."
enum Dimension {
${DIMENSIONS.map((dimension) => `  ${dimension}`).join('\n')}
}
`;

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
