import { randomUUID } from 'node:crypto';
import type { DetailType } from '@postern/recording';
import {
  amendsDetails,
  insertDetails,
  newFields,
  notPermitted,
  shareEpisodes,
  writingOf,
} from '@postern/recording';
import { day, id, idempotencyKey, text } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { personResource } from '../person/person.resource.ts';
import { personNameResource } from './person-name.resource.ts';
import { PERSON_NAME_KINDS } from './person-name.table.ts';

const name = text(200);

const PERSON_NAME: DetailType = {
  resource: personNameResource,
  called: 'name',
  fields: {
    kind: z.enum(PERSON_NAME_KINDS),
    givenName: name,
    familyName: name,
    protected: z.boolean(),
    startedOn: day,
    endedOn: day,
  },
  required: ['kind', 'protected'],
  check: (given, standing) => {
    const said = (field: string, column: string): unknown =>
      Object.hasOwn(given, field) ? given[field] : standing?.row[column];
    if ((said('givenName', 'given_name') ?? said('familyName', 'family_name') ?? null) === null)
      throw argumentInvalid('name', 'a given name or a family name');
  },
};

const input = z.strictObject({ person: id, name: newFields(PERSON_NAME), idempotencyKey });

type Input = z.output<typeof input>;

/** Records a name that somebody has or had beside the one they are called by; whether it is protected has to be said. */
const recordPersonName: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { person, name: given } = call.input;
    PERSON_NAME.check?.(given, null, call);
    if (!isUuid(person)) throw new CommandRefused('RECORD_UNKNOWN');
    await shareEpisodes(call.transaction, personResource, person);
    if (!(await call.seen('Person', [person])).has(person))
      throw new CommandRefused('RECORD_UNKNOWN');
    const added = randomUUID();
    await insertDetails(
      call.transaction,
      personNameResource,
      {
        id: added,
        person_id: person,
        kind: given['kind'],
        given_name: given['givenName'],
        family_name: given['familyName'],
        protected: given['protected'],
        started_on: given['startedOn'],
        ended_on: given['endedOn'],
        writings: {},
        recorded_by: call.principal.accountId,
        agency_id: call.principal.agencyId,
        recorded_at: call.now.toISOString(),
        nature: 'FACT',
      },
      writingOf(call, null),
    );
    const fields = Object.keys(given);
    if (!(await call.mayAdd('PersonName', [added], fields)).has(added))
      throw notPermitted('PersonName', fields);
    return { name: added };
  },
};

/** Names beside the one that somebody is called by. */
export const personNameCommands = {
  recordPersonName,
  amendPersonName: amendsDetails(PERSON_NAME),
} as unknown as Readonly<Record<string, Command>>;
