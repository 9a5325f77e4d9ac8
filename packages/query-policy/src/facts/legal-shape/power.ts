import { justification as j } from '@postern/access-facts';
import type { LegalGateway } from '@postern/policy';
import {
  ARTICLE_8_AIMS,
  BEGINNING,
  DISADVANTAGE_FACTORS,
  FACTORS_NEEDED,
  LEGAL_GATEWAYS,
} from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { inForceToday, namesInForce } from '../law-in-force.ts';
import { literal, literals } from '../literal.ts';

const OFFERED = Object.entries(LEGAL_GATEWAYS).filter(
  ([, { citedAs, from }]) => citedAs === null && from !== null,
);

/** What a gateway goes with, as `gateway:with` in one list: one comparison, however many gateways there are. */
function pairs(withEach: (law: LegalGateway) => readonly string[]): SQL {
  return literals(OFFERED.flatMap(([name, law]) => withEach(law).map((one) => `${name}:${one}`)));
}

function named(is: (law: LegalGateway) => boolean): SQL {
  return literals(OFFERED.filter(([, law]) => is(law)).map(([name]) => name));
}

/** By its kind, or by a standing it holds, the agency may rely on the gateway. */
const openToAgency: SQL = sql`(${j.gateway} IN (${named(({ kinds }) => kinds === null)})
        OR coalesce(${j.gateway} || ':' || p.agency_kind IN (${pairs(({ kinds }) => kinds ?? [])}), false)
        OR EXISTS (SELECT 1 FROM unnest(p.standings) AS held (standing) WHERE ${j.gateway} || ':' || held.standing IN (${pairs(({ standings }) => standings)})))`;

const ofItsPurpose: SQL = sql`(${j.gateway} NOT IN (${named(({ purposes }) => purposes !== null)})
        OR ${j.gateway} || ':' || ${j.purpose} IN (${pairs(({ purposes }) => purposes ?? [])}))`;

const headNamed: SQL = sql`(${j.gateway} NOT IN (${named(({ heads }) => heads !== null)})
        OR coalesce(${j.gateway} || ':' || ${j.gatewayHead} IN (${pairs(({ heads }) => Object.keys(heads ?? {}))}), false))`;

const disadvantagesNamed: SQL = sql`(${j.gateway} NOT IN (${named(({ asks }) => asks === 'DISADVANTAGE_FACTORS')})
        OR (SELECT count(DISTINCT factor) FROM unnest(${j.deaFactors}) AS factor
          WHERE factor IN (${literals(DISADVANTAGE_FACTORS)})) >= ${sql.raw(String(FACTORS_NEEDED))})`;

/** Gateways with days of their own, on one of them. */
const begunAndNotEnded: readonly SQL[] = OFFERED.filter(
  ([, { from, until }]) => from !== BEGINNING || until !== null,
).map(
  ([name, law]) =>
    sql`(${j.gateway} <> ${literal(name)} OR ${sql.join([...inForceToday(law)], sql` AND `)})`,
);

/** A power or duty that this agency may rely on, and the aim of Article 8; only who is no public authority may do without. */
export const powerEstablished: SQL = sql`CASE WHEN ${j.gateway} IS NULL THEN NOT p.public_authority ELSE ${sql.join(
  [openToAgency, ...begunAndNotEnded, ofItsPurpose, headNamed, disadvantagesNamed],
  sql`\n        AND `,
)} END
    AND CASE WHEN ${j.article8Aim} IS NULL THEN NOT p.public_authority ELSE ${namesInForce(sql`${j.article8Aim}`, ARTICLE_8_AIMS)} END`;
