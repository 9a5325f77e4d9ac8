import { randomUUID } from 'node:crypto';
import { ENTRY_NATURES } from '@postern/access-facts';
import { insertRecord, notPermitted, writingOf } from '@postern/recording';
import { id, idempotencyKey, text } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { characteristicSources } from '../person.resource.ts';

/** The field of Person that says it, by the kind of entry that holds it. */
const FIELDS = { ETHNICITY: 'ethnicity', RELIGION: 'religion' } as const;

const input = z.strictObject({
  episode: id,
  person: id,
  characteristic: z.enum(['ETHNICITY', 'RELIGION']),
  said: text(300),
  nature: z.enum(ENTRY_NATURES),
  idempotencyKey,
});

type Input = z.output<typeof input>;

/**
 * Records what somebody said of their ethnicity or religion, in an episode that concerns them. What was recorded before stays;
 * the newest is what is read, by whoever may read such things (SHR-4.3, STA-4.1a).
 */
export const recordCharacteristic: Command<Input> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { characteristic, person } = call.input;
    const field = FIELDS[characteristic];
    await requireConcerned(call);
    await add(call);
    if (!(await call.mayAdd('Person', [person], [field])).has(person))
      throw notPermitted('Person', [field]);
    return { person };
  },
};

/** The caller sees the person, and the episode concerns them. */
async function requireConcerned({
  transaction,
  seen,
  input: given,
}: CommandCall<Input>): Promise<void> {
  const { episode, person } = given;
  const isOne = isUuid(episode) && isUuid(person) && (await seen('Person', [person])).has(person);
  if (!isOne) throw new CommandRefused('RECORD_UNKNOWN');
  await transaction.run({ text: 'SELECT access.share_episode($1::uuid)', values: [episode] });
  const [concerned] = await transaction.run({
    text: 'SELECT 1 AS of_it FROM access.episode_person WHERE episode_id = $1 AND person_id = $2',
    values: [episode, person],
  });
  if (concerned === undefined) throw new CommandRefused('RECORD_UNKNOWN');
}

async function add(call: CommandCall<Input>): Promise<void> {
  const { episode, person, characteristic, said, nature } = call.input;
  const source = characteristicSources.find(({ kind }) => kind === characteristic);
  if (source === undefined) throw new TypeError(`Nothing holds ${characteristic}.`);
  await insertRecord(
    call.transaction,
    source,
    {
      id: randomUUID(),
      episode_id: episode,
      person_id: person,
      kind: characteristic,
      label: said,
      recorded_by: call.principal.accountId,
      agency_id: call.principal.agencyId,
      recorded_at: call.now.toISOString(),
      nature,
    },
    writingOf(call, null),
  );
}
