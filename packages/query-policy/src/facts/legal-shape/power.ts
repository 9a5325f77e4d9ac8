import { justification as j } from '@postern/access-facts';
import type { LegalGateway } from '@postern/policy';
import {
  ARTICLE_8_AIMS,
  DISADVANTAGE_FACTORS,
  FACTORS_NEEDED,
  LEGAL_GATEWAYS,
} from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { inForceToday, namesInForce } from '../law-in-force.ts';
import { literals } from '../literal.ts';
import { publicInterestAnswered } from './public-interest.ts';

const OFFERED = Object.entries(LEGAL_GATEWAYS).filter(
  ([, { citedAs, from }]) => citedAs === null && from !== null,
);

/** Gateways on which the law puts the same conditions share one arm of the statement. */
function arms(): SQL[] {
  const alike = Map.groupBy(OFFERED, ([, { title: _, source: __, ...law }]) => JSON.stringify(law));
  return [...alike.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const names = literals(entries.map(([name]) => name));
    return [sql`WHEN ${j.gateway} IN (${names}) THEN ${opensTo(first[1])}`];
  });
}

function opensTo(law: LegalGateway): SQL {
  const asked = [
    ...(law.kinds === null ? [] : [openToAgency(law.kinds, law.standings)]),
    ...inForceToday(law),
    ...(law.purposes === null ? [] : [among(sql`${j.purpose}`, law.purposes)]),
    ...(law.heads === null ? [] : [among(sql`${j.gatewayHead}`, Object.keys(law.heads))]),
    ...(law.asks === 'DISADVANTAGE_FACTORS' ? [disadvantagesNamed] : []),
    ...(law.asks === 'PUBLIC_INTEREST' ? [publicInterestAnswered] : []),
  ];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` AND `);
}

function openToAgency(kinds: readonly string[], standings: readonly string[]): SQL {
  const byKind = among(sql`p.agency_kind`, kinds);
  if (standings.length === 0) return byKind;
  return sql`(${byKind} OR p.standings && ARRAY[${literals(standings)}])`;
}

function among(text: SQL, names: readonly string[]): SQL {
  return names.length === 0 ? sql`false` : sql`coalesce(${text} IN (${literals(names)}), false)`;
}

const disadvantagesNamed: SQL = sql`(SELECT count(DISTINCT factor) FROM unnest(${j.deaFactors}) AS factor
        WHERE factor IN (${literals(DISADVANTAGE_FACTORS)})) >= ${sql.raw(String(FACTORS_NEEDED))}`;

/** A power or duty that this agency may rely on, and the aim of Article 8; only who is no public authority may do without. */
export const powerEstablished: SQL = sql`CASE WHEN ${j.gateway} IS NULL THEN NOT p.public_authority
      ${sql.join(arms(), sql`\n      `)} ELSE false END
    AND CASE WHEN ${j.article8Aim} IS NULL THEN NOT p.public_authority ELSE ${namesInForce(sql`${j.article8Aim}`, ARTICLE_8_AIMS)} END`;
