import { randomUUID } from 'node:crypto';
import type { GivenFields } from '@postern/recording';
import {
  insertDetails,
  newFields,
  notPermitted,
  shareEpisodes,
  writingOf,
} from '@postern/recording';
import { day, dayToCome, id, idempotencyKey } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { familyResource } from '../../family/family.resource.ts';
import { FAMILY_RELATIONSHIPS } from '../../family/family.table.ts';
import { PERSON_DETAILS, refuseDays } from '../person-details.ts';
import { inPersonColumns } from '../person-row.ts';

const input = z.strictObject({
  episode: id,
  person: newFields(PERSON_DETAILS),
  relationship: z.enum(FAMILY_RELATIONSHIPS),
  since: day,
  idempotencyKey,
});

type Input = z.output<typeof input>;

/** By one of these somebody is told from others. */
const TELLING = ['givenName', 'familyName', 'expectedOn'];

/**
 * Adds a member of the family whom the episode concerns from then on: a child who is expected, somebody nobody had mentioned
 * (SHR-3.4.1). Whoever keeps the record of this family decides it, not whoever knows the id of an episode.
 */
export const recordPerson: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, input: given, now } = call;
    PERSON_DETAILS.check?.(given.person, null, call);
    refuseDays(dayToCome('since', given.since, now));
    if (!TELLING.some((field) => Object.hasOwn(given.person, field)))
      throw argumentInvalid('person', 'a name, or the day on which the child is expected');
    const family = await familyOf(call, given.episode);
    const person = randomUUID();
    await insertDetails(
      transaction,
      PERSON_DETAILS.resource,
      { id: person, ...inPersonColumns(given.person) },
      writingOf(call, null),
    );
    await transaction.run({
      text: `INSERT INTO families.family_member (family_id, person_id, relationship, started_on) VALUES ($1, $2, $3, $4)`,
      values: [family, person, given.relationship, given.since],
    });
    await transaction.run({
      text: 'SELECT access.concern_person($1::uuid, $2::uuid)',
      values: [given.episode, person],
    });
    return { person: await permitted(call, person, given.person) };
  },
};

/** The family that an episode is about, where the caller sees it. @throws CommandRefused RECORD_UNKNOWN */
async function familyOf(
  { transaction, seen }: CommandCall<unknown>,
  episode: string,
): Promise<string> {
  const [held] = isUuid(episode)
    ? await transaction.run<{ family: string }>({
        text: 'SELECT family_id AS family FROM access.episode WHERE id = $1',
        values: [episode],
      })
    : [];
  if (held === undefined || !(await seen('Family', [held.family])).has(held.family))
    throw new CommandRefused('RECORD_UNKNOWN');
  await shareEpisodes(transaction, familyResource, held.family);
  return held.family;
}

async function permitted(
  { mayAdd }: CommandCall<unknown>,
  person: string,
  given: GivenFields,
): Promise<string> {
  const fields = Object.keys(given);
  if (!(await mayAdd('Person', [person], fields)).has(person)) throw notPermitted('Person', fields);
  return person;
}
