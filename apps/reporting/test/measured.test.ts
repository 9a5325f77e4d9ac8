import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATALOGUE } from '../src/catalogue/catalogue.ts';
import { buildReporting } from '../src/index.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';
import { addKnownCounty } from './known/add-known-county.ts';
import { FAMILIES, TRUE_OF, trueOf } from './known/known-families.ts';

const not =
  (fact: (n: number) => boolean) =>
  (n: number): boolean =>
    !fact(n);

let database: Awaited<ReturnType<typeof startTestDatabase>>;
let owner: Connection;
let builder: Connection;
let serving: Connection;
/** What is out, by the end of a cell's key: `EPISODES/OPENED/2026-01/ALL`. */
let shown: ReadonlyMap<string, string>;

beforeAll(async () => {
  database = await startTestDatabase();
  owner = connect(database.address, 'owner', { max: 1 });
  builder = connect(database.address, 'reporting_builder');
  serving = connect(database.address, 'reporting');
  await addKnownCounty(owner);
  await buildReporting(builder, { now: new Date('2026-04-10T12:00:00Z') });
  const rows = await serving.run<{ key: string; shown: string }>({
    text: `select concat_ws('/', indicator, measure, to_char(period_start, 'YYYY-MM'),
        coalesce(concat_ws(';', first_dimension || '=' || first_member, second_dimension || '=' || second_member), '')) as key,
        coalesce(symbol, value::text) as shown
      from reporting.cell where grain = 'MONTH'`,
    values: [],
  });
  shown = new Map(rows.map((row) => [row.key.replace(/\/$/, '/ALL'), row.shown]));
}, START_AND_STOP);

afterAll(async () => {
  await Promise.allSettled([owner?.close(), builder?.close(), serving?.close()]);
  await database.remove();
}, START_AND_STOP);

/** As the default profile publishes a count that it need not hide. */
const rounded = (count: number): string => String(Math.floor(count / 5 + 0.5) * 5);

const {
  inNorth,
  isClosed,
  isSteppedUp,
  isFromSocialCare,
  isAssessedInTime,
  isPlanned,
  isReviewed,
  isLed,
  hasAgreed,
  hasWithdrawn,
  hadClosedBefore,
  hasThreeNeeds,
  isAsian,
  isInGroup,
} = TRUE_OF;
const MET = [isClosed, not(isSteppedUp)];

test.each<[string, number]>([
  ['CONTACTS/CONTACTS/2026-01/ALL', FAMILIES + 10],
  ['CONTACTS/LED_TO_HELP/2026-01/ALL', FAMILIES],
  ['CONTACTS/CONTACTS/2026-01/ENTRY_ROUTE=SOCIAL_CARE', trueOf(isFromSocialCare)],
  [
    'CONTACTS/CONTACTS/2026-01/LOCALITY=NORTH;ENTRY_ROUTE=POLICE',
    trueOf(inNorth, not(isFromSocialCare)),
  ],
  ['TIMELINESS/ASSESSED/2026-02/ALL', trueOf(isAssessedInTime)],
  ['TIMELINESS/ASSESSED_IN_TIME/2026-02/ALL', trueOf(isAssessedInTime)],
  ['TIMELINESS/ASSESSED/2026-03/ALL', trueOf(not(isAssessedInTime))],
  ['TIMELINESS/ASSESSED_IN_TIME/2026-03/ALL', 0],
  ['TIMELINESS/PLANNED/2026-02/LOCALITY=NORTH', trueOf(isPlanned, inNorth)],
  ['TIMELINESS/REVIEWED_IN_TIME/2026-03/ALL', trueOf(isReviewed)],
  ['DURATION/CLOSED/2026-03/DURATION_BAND=31_90', trueOf(isClosed)],
  ['DURATION/OVER_A_YEAR/2026-03/ALL', 0],
  ['STEPS/STEPPED_UP/2026-03/ALL', trueOf(isSteppedUp)],
  ['STEPS/FROM_SOCIAL_CARE/2026-01/ALL', trueOf(isFromSocialCare)],
  ['RE_ENTRY/RETURNED/2026-01/ALL', trueOf(hadClosedBefore)],
  ['RE_ENTRY/OPENED/2026-01/ALL', FAMILIES],
  ['LEAD_AGENCY/LED/2026-02/AGENCY_KIND=SCHOOL', trueOf(isLed)],
  ['LEAD_AGENCY/LED/2026-03/ALL', trueOf(isLed, not(isClosed))],
  ['TEAM_AROUND_FAMILY/MET/2026-01/ALL', trueOf(isReviewed)],
  ['TEAM_AROUND_FAMILY/MET_FIRST/2026-03/ALL', 0],
  ['NEEDS/IDENTIFIED/2026-02/OUTCOME=GOOD_EDUCATION', FAMILIES],
  ['NEEDS/IDENTIFIED/2026-02/OUTCOME=SECURE_HOUSING', trueOf(hasThreeNeeds)],
  ['NEEDS/THREE_OR_MORE/2026-02/ALL', trueOf(hasThreeNeeds)],
  ['NEEDS/MET/2026-03/ALL', trueOf(...MET)],
  ['NEEDS/CLOSED_WITH_NEEDS/2026-03/ALL', trueOf(isClosed)],
  ['NEEDS/ALL_MET/2026-03/OUTCOME=FINANCIAL_STABILITY', trueOf(...MET)],
  ['NEEDS/WITH_NEEDS/2026-03/ALL', trueOf(not(isClosed))],
  ['CLOSURES/CLOSED/2026-03/CLOSURE_REASON=STEP_UP', trueOf(isSteppedUp)],
  ['CLOSURES/CLOSED/2026-03/CLOSURE_REASON=MOVED', 0],
  ['AGREEMENTS/AGREED/2026-01/ALL', trueOf(hasAgreed)],
  ['AGREEMENTS/AGREED/2026-02/ALL', trueOf(hasAgreed, not(hasWithdrawn))],
  ['AGREEMENTS/EXCLUDING/2026-02/ALL', trueOf(TRUE_OF.excludes)],
  ['AGREEMENTS/WITHDRAWN/2026-02/ALL', trueOf(hasWithdrawn)],
  ['EQUALITY/CHILDREN_HELPED/2026-01/ALL', FAMILIES],
  ['EQUALITY/CHILDREN_REACHED/2026-01/ETHNICITY=ASIAN', trueOf(isAsian)],
  ['EQUALITY/CHILDREN_REACHED/2026-01/ETHNICITY=WHITE', trueOf(not(isAsian))],
  ['EQUALITY/CHILDREN_REACHED/2026-01/ETHNICITY=BLACK', 0],
  ['EQUALITY/CHILDREN_REACHED/2026-01/DISABILITY=DISABLED', trueOf(TRUE_OF.isDisabled)],
  ['EQUALITY/CHILDREN_REACHED/2026-01/AGE_BAND=0_4', 30],
  ['EQUALITY/CHILDREN_REACHED/2026-01/AGE_BAND=11_15', 30],
  ['EQUALITY/CHILDREN_REACHED/2026-01/LANGUAGE=OTHER', 15],
  ['EQUALITY/CHILDREN_HELPED/2026-03/ALL', trueOf(not(isClosed))],
  ['ACCESS_GOVERNANCE/GRANTS_LIVE/2026-02/ALL', trueOf(isLed)],
  ['ACCESS_GOVERNANCE/GRANTS_ENDED/2026-03/ALL', trueOf(isLed, isClosed)],
  ['ACCESS_GOVERNANCE/REMOVED/2026-02/ALL', 20],
  ['ACCESS_GOVERNANCE/REMOVED_IN_TIME/2026-02/ALL', 11],
  ['ACCESS_GOVERNANCE/JUSTIFIED/2026-02/ALL', 25],
  ['ACCESS_GOVERNANCE/JUSTIFIED/2026-02/DATA_CLASS=SPECIAL_CATEGORY', 15],
  ['ACCESS_GOVERNANCE/WORKERS/2026-02/AGENCY_KIND=SCHOOL', FAMILIES],
  ['ACCESS_GOVERNANCE/TRAINED/2026-02/ALL', 40],
  ['DATA_QUALITY/NO_ASSESSMENT/2026-01/ALL', FAMILIES],
  ['DATA_QUALITY/NO_ASSESSMENT/2026-02/ALL', trueOf(not(isAssessedInTime))],
  ['DATA_QUALITY/NO_PLAN/2026-02/ALL', trueOf(not(isPlanned))],
  [
    'DATA_QUALITY/INCOMPLETE/2026-02/ALL',
    trueOf(not((n) => isAssessedInTime(n) && isPlanned(n) && isLed(n))),
  ],
  ['DATA_QUALITY/CORRECTED/2026-02/ALL', 24],
  ['DATA_QUALITY/CORRECTED_IN_TIME/2026-02/ALL', 14],
  ['GROUP_WORK/BEGAN/2026-02/ALL', trueOf(isInGroup)],
  ['GROUP_WORK/TAKING_PART/2026-03/ALL', 0],
  ['GROUP_WORK/COMPLETED/2026-03/ALL', trueOf(isInGroup)],
  ['GROUP_WORK/ATTENDED/2026-03/ALL', trueOf(isInGroup, inNorth)],
])('%s counts %i', (key, count) => {
  expect(shown.get(key)).toBe(rounded(count));
});

test.each<[string, string]>([
  ['TIMELINESS/ASSESSED_MEDIAN/2026-02/ALL', '30'],
  ['TIMELINESS/ASSESSED_MEDIAN/2026-03/ALL', '62'],
  ['TIMELINESS/PLANNED_MEDIAN/2026-02/ALL', '39'],
  ['TIMELINESS/ASSESSED_IN_TIME_SHARE/2026-02/ALL', '100'],
  ['TIMELINESS/ASSESSED_MEDIAN/2026-01/ALL', 'z'],
  ['DURATION/CLOSED_MEDIAN/2026-03/ALL', '70'],
  ['STEPS/STEPPED_UP_SHARE/2026-03/ALL', '50'],
  ['NEEDS/NEEDS_PER_FAMILY/2026-03/ALL', '3'],
  ['NEEDS/ALL_MET_SHARE/2026-03/ALL', '50'],
  ['ACCESS_GOVERNANCE/REMOVED_MEDIAN/2026-02/ALL', '6'],
  ['ACCESS_GOVERNANCE/TRAINED_SHARE/2026-02/ALL', '66.7'],
])('%s is %s', (key, expected) => {
  expect(shown.get(key)).toBe(expected);
});

test('what an indicator repeats of another is the same cell in both', () => {
  const repeated = CATALOGUE.flatMap(({ id, cuts, measures }) =>
    measures.flatMap((measure) =>
      measure.kind === 'COUNT' && measure.sameAs !== undefined && measure.sameAs.at === undefined
        ? [{ id, cuts, measure: measure.id, of: measure.sameAs }]
        : [],
    ),
  );
  expect(repeated.length).toBeGreaterThan(5);
  let met = 0;
  for (const { id, measure, of } of repeated)
    for (const [key, cell] of shown) {
      const own = shown.get(key.replace(`${of.indicator}/${of.measure}/`, `${id}/${measure}/`));
      if (!key.startsWith(`${of.indicator}/${of.measure}/`) || own === undefined) continue;
      met += 1;
      expect([id, key, own]).toEqual([id, key, cell]);
    }
  expect(met).toBeGreaterThan(100);
});

test('whom social care took over and whom it sent are the same cells by reason and by route', () => {
  for (const place of ['ALL', 'LOCALITY=NORTH', 'LOCALITY=SOUTH'])
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      const at = (member: string): string => (place === 'ALL' ? member : `${place};${member}`);
      expect([place, shown.get(`STEPS/STEPPED_UP/${month}/${place}`)]).toEqual([
        place,
        shown.get(`CLOSURES/CLOSED/${month}/${at('CLOSURE_REASON=STEP_UP')}`),
      ]);
      expect([place, shown.get(`STEPS/FROM_SOCIAL_CARE/${month}/${place}`)]).toEqual([
        place,
        shown.get(`CONTACTS/CONTACTS/${month}/${at('ENTRY_ROUTE=SOCIAL_CARE')}`),
      ]);
    }
});

test('every indicator has every cell of every cut, and counts something', () => {
  for (const { id, measures } of CATALOGUE) {
    const cells = [...shown].filter(([key]) => key.startsWith(`${id}/`));
    expect([id, cells.length % measures.length]).toEqual([id, 0]);
    expect([id, cells.some(([, cell]) => Number(cell) > 0)]).toEqual([id, true]);
  }
});

test('what the builder reads is of months only', async () => {
  const dated = await owner.run<{ view: string; month: string }>({
    text: `select c.relname as view, a.attname as month from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'reporting'::regnamespace and c.relname like 'deidentified%' and a.atttypid = 'date'::regtype`,
    values: [],
  });
  expect(dated.length).toBeGreaterThan(20);
  for (const { view, month } of dated) {
    const finer = await builder.run({
      text: `select ${month}::text from reporting.${view} where date_trunc('month', ${month}) <> ${month}`,
      values: [],
    });
    expect([view, month, finer]).toEqual([view, month, []]);
  }
});
