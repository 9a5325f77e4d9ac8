import { randomUUID } from 'node:crypto';
import { STANDINGS } from '@postern/policy';
import { day } from '@postern/steps';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST } from '../../role-holding/offices.ts';
import { noteAgency, requireNotIn } from '../store/agency.ts';
import { agencyStep } from './agency-command.ts';

const shape = {
  standing: z.enum(STANDINGS, { error: `one of ${STANDINGS.join(', ')}` }),
  startsOn: day,
  endsOn: day.nullish().transform((given) => given ?? null),
};

/** A standing in law from a day, until a day; one that is recorded already ends with the day before the new one begins. */
export const recordStanding = agencyStep(HOST, shape, async (held, call, taking) => {
  const { standing, startsOn, endsOn, reason } = call.input;
  requireNotIn(held, 'WITHDRAWN');
  if (endsOn !== null && endsOn <= startsOn)
    throw argumentInvalid('endsOn', 'a day after "startsOn"');
  await call.transaction.run({
    text: `UPDATE access.agency_standing SET ends_on = greatest($3::date, starts_on)
      WHERE agency_id = $1 AND standing = $2 AND (ends_on IS NULL OR ends_on > $3::date)`,
    values: [held.id, standing, startsOn],
  });
  await call.transaction.run({
    text: `INSERT INTO access.agency_standing (id, agency_id, standing, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)`,
    values: [randomUUID(), held.id, standing, startsOn, endsOn],
  });
  const details = { standing, startsOn, endsOn };
  await noteAgency(held, 'RECORD_STANDING', { reason, details }, taking);
});
