import { connect } from '@postern/database';
import { measure } from '../../src/builder/measure.ts';
import type { Period } from '../../src/calendar/period.ts';
import { CATALOGUE } from '../../src/catalogue/catalogue.ts';
import { buildReporting, createReporting } from '../../src/index.ts';
import { startTestDatabase } from '../database.ts';
import type { Out } from './all-that-is-out.ts';
import { countsOut } from './all-that-is-out.ts';
import type { Answer } from './analyst.ts';
import { Analyst } from './analyst.ts';
import { addLateFamily, addSmallCounty } from './small-county.ts';

const FEBRUARY = new Date('2026-02-10T12:00:00Z');
const APRIL = new Date('2026-04-10T12:00:00Z');
const MONTHS = ['2026-01', '2026-02', '2026-03'];
const PERIODS: readonly Period[] = [
  ...MONTHS.map((month) => ({ grain: 'MONTH' as const, first: month, last: month })),
  { grain: 'QUARTER', first: '2026-01', last: '2026-03' },
];

/** What two readers were told of a county, one in February and one in April, and what was true when it went out. */
export interface AttackedCounty {
  readonly early: readonly Answer[];
  readonly late: readonly Answer[];
  /** All counts of both together. */
  readonly out: ReadonlyMap<string, Out>;
  /** By ward, its locality. */
  readonly wards: ReadonlyMap<string, string | null>;
  trueCount(cellKey: string): number;
}

/** Publishes a small county as the builder does, month after month, and asks all that can be asked. */
export async function askedAboutCounty(): Promise<AttackedCounty> {
  const database = await startTestDatabase();
  const owner = connect(database.address, 'owner', { max: 1 });
  const builder = connect(database.address, 'reporting_builder');
  const serving = connect(database.address, 'reporting');
  try {
    const subgraph = createReporting({ connection: serving, admit: async () => {} });
    const truth = new Map<string, number>();
    const count = async (keys: Iterable<string>): Promise<void> => {
      const found = new Map<string, Awaited<ReturnType<typeof measure>>>();
      for (const definition of CATALOGUE)
        found.set(definition.id, await measure(builder, definition, PERIODS));
      for (const key of keys) {
        const [indicator = ''] = key.split('/');
        const measured = found.get(indicator)?.at(isStock(key) ? ofLastMonth(key) : key);
        // What went out before keeps the count that it had then.
        if (!truth.has(key)) truth.set(key, measured?.kind === 'COUNT' ? measured.count : 0);
      }
    };
    await addSmallCounty(owner, 90);
    await buildReporting(builder, { now: FEBRUARY, history: 1 });
    const early = await new Analyst(subgraph, 'ana', FEBRUARY).askAll(MONTHS);
    await count(countsOut(early).keys());
    await addLateFamily(owner);
    await buildReporting(builder, { now: APRIL });
    const ben = new Analyst(subgraph, 'ben', APRIL);
    const late = await ben.askAll(MONTHS);
    const out = countsOut([...early, ...late]);
    await count(out.keys());
    const members = await ben.membersOf('WARD');
    const wards = new Map(members.map(({ code, within }) => [code, within]));
    return { early, late, out, wards, trueCount: (key) => truth.get(key) ?? 0 };
  } finally {
    await Promise.allSettled([owner.close(), builder.close(), serving.close()]);
    await database.remove();
  }
}

function isStock(key: string): boolean {
  const [indicator, name] = key.split('/');
  return CATALOGUE.some(
    ({ id, measures }) =>
      id === indicator &&
      measures.some((each) => each.kind === 'COUNT' && each.id === name && each.over === 'STOCK'),
  );
}

/** How a quarter ended is how its last month did. */
function ofLastMonth(key: string): string {
  return key.replace('/QUARTER/2026-01-01/', '/MONTH/2026-03-01/');
}
