import { justification as j } from '@postern/access-facts';
import type { ConfidenceRoute } from '@postern/policy';
import { CONFIDENCE_ROUTES, LEGAL_GATEWAYS } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { inForceToday } from '../law-in-force.ts';
import { literal, literals } from '../literal.ts';

const GATEWAYS = Object.entries(LEGAL_GATEWAYS);

/** The gateway cited overrides confidence, by itself or in the case named. */
const overridden: SQL = sql`coalesce(${sql.join(
  [
    sql`${j.gateway} IN (${literals(GATEWAYS.filter(([, law]) => law.overridesConfidence).map(([name]) => name))})`,
    ...GATEWAYS.flatMap(([name, { heads }]) =>
      heads === null
        ? []
        : [
            sql`${j.gateway} = ${literal(name)} AND ${j.gatewayHead} IN (${literals(
              Object.entries(heads)
                .filter(([, head]) => head.overridesConfidence)
                .map(([head]) => head),
            )})`,
          ],
    ),
  ],
  sql` OR `,
)}, false)`;

function opens(route: ConfidenceRoute): SQL {
  const asked = [
    ...inForceToday(route),
    ...(route.kinds === null ? [] : [sql`p.agency_kind IN (${literals(route.kinds)})`]),
    ...(route.asks === 'OVERRIDING_LAW' ? [overridden] : []),
  ];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` AND `);
}

/** A route of the law of confidence, where one is named, has what it needs. */
export const confidenceKept: SQL = sql`CASE WHEN ${j.confidenceRoute} IS NULL THEN true
      ${sql.join(
        Object.entries(CONFIDENCE_ROUTES).map(
          ([name, route]) => sql`WHEN ${j.confidenceRoute} = ${literal(name)} THEN ${opens(route)}`,
        ),
        sql` `,
      )} ELSE false END`;
