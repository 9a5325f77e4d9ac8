import type { Connection } from '@postern/database';
import { cast } from '../cast/cast.ts';
import { isUnfinished } from '../marker.ts';
import { runSqlFiles } from '../sql-file.ts';

/** How many generated episodes, and as of when. */
export interface CountyScale {
  readonly episodes: number;
  readonly now: Date;
}

/** Makes the working schema `county`, with the moment and the size as its constants; dropped when the load ends. */
export async function openCounty(transaction: Connection, scale: CountyScale): Promise<void> {
  const now = scale.now.toISOString();
  const startsOver = await isUnfinished(transaction);
  await runSqlFiles(transaction, ['scaffold/session']);
  await transaction.script(`
    ${startsOver ? 'DROP SCHEMA county CASCADE;' : ''}
    CREATE SCHEMA county;
    CREATE FUNCTION county.now() RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN timestamptz '${now}';
    CREATE FUNCTION county.today() RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN date '${now.slice(0, 10)}';
    CREATE FUNCTION county.size() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ${scale.episodes};
  `);
  await runSqlFiles(
    transaction,
    ['ids', 'pick', 'loaded-tables', 'cast-places'].map((file) => `scaffold/${file}`),
  );
  if (startsOver) await runSqlFiles(transaction, ['scaffold/start-over']);
  await transaction.run({
    text: 'INSERT INTO county.council VALUES ($1::uuid, $2::uuid, $3::uuid)',
    values: [cast.agencies.earlyHelp.id, cast.agencies.frontDoor.id, cast.practitioners.esther.id],
  });
  const seated = Object.values(cast.agencies).filter((agency) => agency.bulkSeat !== null);
  await transaction.run({
    text: 'INSERT INTO county.cast_pool SELECT * FROM jsonb_to_recordset($1::jsonb) AS p (seat integer, agency_id uuid)',
    values: [JSON.stringify(seated.map(({ bulkSeat, id }) => ({ seat: bulkSeat, agency_id: id })))],
  });
}
