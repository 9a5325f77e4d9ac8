import { relatedFamilies } from '@postern/access-facts';
import { isWithinWorkingHours } from '@postern/lifecycle';
import type { Found, Watch, Watched } from '../watch.ts';
import { watchedRows } from '../watch.ts';

interface Happened {
  readonly account: string;
  readonly at: Date;
}

/** More happens in no year of a county; what is beyond it is not looked at rather than never answered. */
const MOST_ROWS = 50_000;

/** What happened outside the hours in which people work, counted by who did it. */
function outOfHours(of: Omit<Watch, 'find'>, sql: string, figure: string | null): Watch {
  return {
    ...of,
    find: async (watched) => {
      const fewest = figure === null ? 1 : await watched.figure(figure);
      const rows = await happened(sql, watched);
      const late = rows.filter(({ at }) => !isWithinWorkingHours(at));
      return [...Map.groupBy(late, ({ account }) => account)]
        .map(([account, times]) => counted(account, times))
        .filter(({ count }) => count >= fewest)
        .toSorted((one, other) => other.count - one.count);
    },
  };
}

function happened(
  sql: string,
  { statements, reader, from, until, now }: Watched,
): Promise<readonly Happened[]> {
  return statements.run<Happened>({
    text: `WITH ${watchedRows('$4', '$3')} ${sql} ORDER BY at LIMIT ${MOST_ROWS}`,
    values: [...[from, until, now].map((each) => each.toISOString()), reader],
  });
}

function counted(account: string, times: readonly Happened[]): Found {
  const moments = times.map(({ at }) => at.getTime());
  return {
    account,
    other: null,
    count: times.length,
    first: new Date(Math.min(...moments)),
    last: new Date(Math.max(...moments)),
  };
}

/** SQL: the overrides that the list of them shows whoever draws the report: none that may have meant a family that they are related to. */
const OVERRIDES_OF_OTHERS = `SELECT held.id FROM partners.safeguarding_override held
  WHERE NOT held.families && ARRAY(${relatedFamilies('$4', '$3')})`;

/** At night and on days on which nobody works. */
export const OUT_OF_HOURS_WATCHES: readonly Watch[] = [
  outOfHours(
    {
      kind: 'GRANTS_OUT_OF_HOURS',
      clause: 'SHR-8.3.7i',
      lookAt: 'Ask why access could not wait until the next working day.',
    },
    `SELECT granted_by AS account, starts_at AS at FROM access_grant
      WHERE basis <> 'OVERRIDE' AND starts_at >= $1::timestamptz AND starts_at < $2::timestamptz`,
    'WATCH_OUT_OF_HOURS',
  ),
  outOfHours(
    {
      kind: 'OVERRIDES_OUT_OF_HOURS',
      clause: 'SHR-8.3.7i',
      lookAt: 'Read its reasons and whether the danger was there.',
    },
    `SELECT actor_id AS account, at FROM partners.access_event
      WHERE at >= $1::timestamptz AND at < $2::timestamptz AND before IS NULL AND actor_id IS NOT NULL
        AND (machine = 'OVERRIDE' AND subject_id IN (${OVERRIDES_OF_OTHERS})
          OR EXISTS (SELECT 1 FROM justification j WHERE j.id = subject_id AND j.grant_id IS NULL AND 'OVERRIDE' = ANY (j.approval_reasons)))`,
    null,
  ),
];
