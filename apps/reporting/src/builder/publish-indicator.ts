import type { Connection } from '@postern/database';
import type { ProtectedCell } from '@postern/disclosure-control';
import { GRAINS } from '../calendar/grain.ts';
import type { Period } from '../calendar/period.ts';
import { addPeriods, partsOf, periodsWithin, startOf } from '../calendar/period.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import type { Members } from '../catalogue/place.ts';
import type { CellRow } from '../published/cell-row.ts';
import { cellFromRow } from '../published/cell-row.ts';
import { profileNamed } from '../published/profiles.ts';
import { readCells } from '../published/read-cells.ts';
import { countsOf } from './counts.ts';
import { geometryOf } from './geometry.ts';
import type { MadeEdition } from './insert-editions.ts';
import { insertEditions } from './insert-editions.ts';
import { protectEdition } from './protect-edition.ts';
import { chainOf } from './told-stock.ts';
import { measureWithWholes, wholesElsewhere } from './wholes.ts';

/** What is to go out of one indicator, oldest first, and the time it is marked with. */
export interface Due {
  readonly definition: IndicatorDefinition;
  readonly due: readonly Period[];
  readonly members: Members;
  readonly now: Date;
}

/** Publishes them in one transaction, without what another builder published meanwhile. Returns the editions. */
export function publishIndicator(connection: Connection, given: Due): Promise<readonly string[]> {
  const { definition, members, now } = given;
  return connection.transaction(async (transaction) => {
    const profile = profileNamed(definition.profile);
    const due = await claim(transaction, given);
    if (due.length === 0) return [];
    const measured = await measureWithWholes(transaction, definition, measuredFor(definition, due));
    const published = new Map(await readPublished(transaction, definition, due));
    const geometry = geometryOf(definition, members);
    const made: MadeEdition[] = [];
    for (const period of due) {
      const edition = { definition, period, geometry, measured, published };
      const cells = protectEdition(edition, { members, profile });
      for (const { key, cell } of cells) published.set(key, cell);
      made.push({ period, cells });
    }
    await insertEditions(transaction, { definition, profile, now, made });
    return made.map(({ period }) => `${definition.id}/${period.grain}/${startOf(period)}`);
  });
}

/** One builder at a time publishes an indicator: the second waits for the first, then finds what is out. */
async function claim(
  transaction: Connection,
  { definition, due }: Due,
): Promise<readonly Period[]> {
  await transaction.run({
    text: "select pg_advisory_xact_lock(hashtextextended('reporting.' || $1, 0))::text",
    values: [definition.id],
  });
  const rows = await transaction.run<{ grain: string; start: string }>({
    text: 'select grain, period_start::text as start from reporting.edition where indicator = $1',
    values: [definition.id],
  });
  const out = new Set(rows.map(({ grain, start }) => `${grain} ${start}`));
  return due.filter((period) => !out.has(`${period.grain} ${startOf(period)}`));
}

/** The periods due, what each is made of, the month it ends with, and what else its stocks were led through. */
function measuredFor({ movement }: IndicatorDefinition, due: readonly Period[]): readonly Period[] {
  const all = due.flatMap((period) => [
    period,
    ...within(period),
    endOfPeriod(period),
    ...(movement === undefined ? [] : ledThrough(period)),
  ]);
  return [...new Map(all.map((each) => [`${each.grain} ${each.first}`, each])).values()];
}

function within(period: Period): readonly Period[] {
  return partsOf(period).flatMap((part) => [part, ...within(part)]);
}

function endOfPeriod({ last }: Period): Period {
  return { grain: 'MONTH', first: last, last };
}

function ledThrough(period: Period): readonly Period[] {
  const months = chainOf(period);
  const [first] = months;
  if (first === undefined) return [];
  return [
    addPeriods(first, -1),
    ...GRAINS.flatMap((grain) => periodsWithin(grain, first.first, period.last)),
  ];
}

/** What is out of the periods that those due are protected against. */
async function readPublished(
  transaction: Connection,
  definition: IndicatorDefinition,
  due: readonly Period[],
): Promise<readonly (readonly [string, ProtectedCell])[]> {
  const wanted = measuredFor(definition, due);
  const earlier = [
    ...countsOf(definition).flatMap(({ sameAs }) => sameAs?.indicator ?? []),
    ...wholesElsewhere(definition).map(({ of }) => of.indicator),
  ];
  const read: ReadonlyMap<string, CellRow>[] = [];
  for (const indicator of new Set([definition.id, ...earlier]))
    for (const grain of GRAINS) {
      const starts = wanted
        .filter((each) => each.grain === grain)
        .map(startOf)
        .toSorted();
      const [from, to] = [starts[0], starts.at(-1)];
      if (from === undefined || to === undefined) continue;
      read.push(await readCells(transaction, { indicator, grain, from, to, cuts: null }));
    }
  return read.flatMap((cells) => [...cells].map(([key, row]) => [key, cellFromRow(row)] as const));
}
