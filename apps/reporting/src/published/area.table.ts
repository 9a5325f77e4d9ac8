import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { reporting } from '../modules/schema.ts';

/** The localities and wards of the county: public geography, loaded by whoever sets Postern up. */
export const area = reporting.table(
  'area',
  {
    level: text().$type<'LOCALITY' | 'WARD'>().notNull(),
    code: text().notNull(),
    label: text().notNull(),
    /** Of a ward, the code of its locality. */
    within: text(),
    /** The code that the Office for National Statistics gave it. */
    officialCode: text('official_code'),
    /** How many people aged 0 to 17 live there, by the published estimate. */
    population: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.level, t.code] }),
    check('area_level', sql`${t.level} in ('LOCALITY', 'WARD')`),
    check('area_within', sql`(${t.level} = 'WARD') = (${t.within} is not null)`),
    check('area_code', sql`${t.code} ~ '^[A-Z0-9_]{1,40}$' and ${t.code} <> 'NOT_KNOWN'`),
    check('area_population', sql`${t.population} > 0`),
  ],
);

/** Which ward a postcode lies in, by its sector (`MZ1 8`): no table of reporting holds a whole postcode. */
export const areaSector = reporting.table('area_sector', {
  sector: text().primaryKey(),
  ward: text().notNull(),
});
