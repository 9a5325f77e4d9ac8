import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import { addAgencies, addAreas } from '../county.ts';
import { addAccess } from './add-access.ts';
import { addHelp, addRecord } from './add-help.ts';
import { addAgreements, addChildren } from './add-people.ts';
import type { KnownFamily } from './known-families.ts';
import { FAMILIES } from './known-families.ts';
import { Rows } from './rows.ts';

/** Adds sixty families with one episode and one child each, ten that were only ever a contact, and what access to them saw. */
export async function addKnownCounty(owner: Connection): Promise<readonly KnownFamily[]> {
  await addAreas(owner);
  const schools = await addAgencies(owner, 'SCHOOL', 3);
  const health = await addAgencies(owner, 'HEALTH', 2);
  const agencies = [...schools, ...health];
  const known = Array.from({ length: FAMILIES }, (_, n) => ({
    n,
    family: randomUUID(),
    episode: randomUUID(),
    child: randomUUID(),
    agency: agencies[n % agencies.length] ?? '',
  }));
  const rows = new Rows(owner);
  await addHelp(rows, known);
  await addRecord(rows, known);
  await addAgreements(rows, known);
  await addChildren(rows, known);
  await addAccess(rows, known, schools);
  return known;
}
