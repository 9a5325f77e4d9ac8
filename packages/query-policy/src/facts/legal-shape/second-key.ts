import { justification as j } from '@postern/access-facts';
import type { Article9Condition, OffenceAuthority, Schedule1Condition } from '@postern/policy';
import { ARTICLE_9, KINDS_UNDER_SECRECY, OFFENCE_AUTHORITIES, SCHEDULE_1 } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { inForceToday } from '../law-in-force.ts';
import { literal, literals } from '../literal.ts';

const PARAGRAPHS = Object.entries(SCHEDULE_1);

/** The paragraph cited is one of those, and in force; the entries of the table have one date. */
function paragraphAmong(is: (paragraph: Schedule1Condition) => boolean): SQL {
  const names = PARAGRAPHS.filter(([, paragraph]) => is(paragraph));
  const dated = names.flatMap(([name, paragraph]) =>
    inForceToday(paragraph).map(
      (asked) => sql`(${j.schedule1Paragraph} <> ${literal(name)} OR ${asked})`,
    ),
  );
  if (names.length === 0) return sql`false`;
  const cited = sql`${j.schedule1Paragraph} IN (${literals(names.map(([name]) => name))})`;
  return sql`coalesce(${sql.join([cited, ...dated], sql` AND `)}, false)`;
}

function condition(name: string, law: Article9Condition): SQL {
  const asked = [
    ...inForceToday(law),
    ...(law.purposes === null ? [] : [sql`${j.purpose} IN (${literals(law.purposes)})`]),
    ...(law.needsSecrecy
      ? [
          sql`(p.agency_kind IN (${literals(KINDS_UNDER_SECRECY)}) OR ${literal('DUTY_OF_SECRECY')} = ANY (p.standings))`,
        ]
      : []),
    ...(law.needsUkLaw ? [paragraphAmong(({ completes }) => completes === name)] : []),
  ];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` AND `);
}

/** What the paragraph cited asks, where it is part of the second key. */
const paragraphConditions: SQL = sql.join(
  [
    sql`(NOT ${paragraphAmong(({ needsPolicyDocument }) => needsPolicyDocument)} OR p.policy_document)`,
    ...reasonsAsked(),
    ...purposesFixed(),
  ],
  sql` AND `,
);

function reasonsAsked(): readonly SQL[] {
  const alike = Map.groupBy(PARAGRAPHS, ([, { absenceReasons }]) => absenceReasons?.join(' '));
  return [...alike.values()].flatMap((entries) => {
    const reasons = entries[0]?.[1].absenceReasons ?? null;
    if (reasons === null) return [];
    const asking = paragraphAmong((one) => one.absenceReasons?.join(' ') === reasons.join(' '));
    return [
      sql`(NOT ${asking} OR coalesce(${j.absenceOfConsentReason} IN (${literals(reasons)}), false))`,
    ];
  });
}

function purposesFixed(): readonly SQL[] {
  return PARAGRAPHS.flatMap(([name, { purposes }]) =>
    purposes === null
      ? []
      : [
          sql`(${j.schedule1Paragraph} IS DISTINCT FROM ${literal(name)} OR ${j.purpose} IN (${literals(purposes)}))`,
        ],
  );
}

/** Special categories: a condition of Article 9, with the paragraph of UK law that completes it. */
export const specialCategoryKey: SQL = sql`CASE ${j.article9}
        ${sql.join(
          Object.entries(ARTICLE_9).map(
            ([name, law]) => sql`WHEN ${literal(name)} THEN ${condition(name, law)}`,
          ),
          sql`\n        `,
        )} ELSE false END`;

function authority(law: OffenceAuthority): SQL {
  const asked = [
    ...inForceToday(law),
    ...(law.kinds === null ? [] : [sql`p.agency_kind IN (${literals(law.kinds)})`]),
    ...(law.needsParagraph ? [paragraphAmong(({ openToOffences }) => openToOffences)] : []),
  ];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` AND `);
}

const COMPLETED_BY_PARAGRAPH = Object.entries(OFFENCE_AUTHORITIES)
  .filter(([, { needsParagraph }]) => needsParagraph)
  .map(([name]) => name);

/** Offences: approval by somebody else, and an authority of Article 10. */
export const offenceKey: SQL = sql`(${j.approvedBy} <> p.id AND CASE ${j.article10}
        ${sql.join(
          Object.entries(OFFENCE_AUTHORITIES).map(
            ([name, law]) => sql`WHEN ${literal(name)} THEN ${authority(law)}`,
          ),
          sql` `,
        )} ELSE false END)`;

/** The paragraph's own conditions hold where a class asks for a paragraph: always for special categories, and for offences without official authority. */
export function paragraphKept(special: SQL, offence: SQL): SQL {
  return sql`(NOT coalesce(${special} OR (${offence} AND ${j.article10} IN (${literals(COMPLETED_BY_PARAGRAPH)})), false) OR (${paragraphConditions}))`;
}
