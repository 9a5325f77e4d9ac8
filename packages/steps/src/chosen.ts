import type { Period } from '@postern/lifecycle';
import type { Statements } from '@postern/subgraph-kit';

/**
 * How long something may take here, by the name of its timer: as the partnership chose it, or as it stands.
 * @throws TypeError where nothing was published under this name: what is not known to end must not begin
 */
export async function chosenPeriod(transaction: Statements, name: string): Promise<Period> {
  const { value, unit, days } = await figureOf(transaction, name);
  if (unit === 'HOUR' || unit === 'DAY' || unit === 'MONTH' || unit === 'YEAR')
    return { value, unit, days };
  throw new TypeError(`The figure ${name} is no period.`);
}

/** How many of something there may be. @throws TypeError as {@link chosenPeriod} */
export async function chosenCount(transaction: Statements, name: string): Promise<number> {
  const { value, unit } = await figureOf(transaction, name);
  if (unit !== 'COUNT') throw new TypeError(`The figure ${name} is no count.`);
  return value;
}

/** A figure as a number alone: so many days, or so many times. @throws TypeError as {@link chosenPeriod} */
export async function chosenFigure(transaction: Statements, name: string): Promise<number> {
  return (await figureOf(transaction, name)).value;
}

/** What the partnership chose of what its agreements leave open. @throws TypeError as {@link chosenPeriod} */
export async function chosen(transaction: Statements, name: string): Promise<string> {
  const [row] = await transaction.run<{ choice: string }>({
    text: 'SELECT choice FROM access.resolution WHERE name = $1',
    values: [name],
  });
  if (row === undefined) throw new TypeError(`Nothing was chosen of ${name}.`);
  return row.choice;
}

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly days: Period['days'];
}

async function figureOf(transaction: Statements, name: string): Promise<Figure> {
  const [figure] = await transaction.run<Figure>({
    text: 'SELECT value, unit, days FROM access.figure WHERE name = $1',
    values: [name],
  });
  if (figure === undefined) throw new TypeError(`No figure was published for ${name}.`);
  return figure;
}
