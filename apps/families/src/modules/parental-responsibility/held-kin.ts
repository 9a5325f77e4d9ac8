import { notPermitted, shareEpisodes } from '@postern/recording';
import type { CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, isUuid } from '@postern/subgraph-kit';
import { personResource } from '../person/person.resource.ts';
import { requireBothSeen } from '../person-merge/held-merge.ts';

/** Whoever may write who somebody is may write who is responsible for them. */
const TELLING = ['givenName', 'familyName', 'dateOfBirth'];

export interface Kin {
  readonly holder: string;
  readonly child: string;
}

/** Two persons both of whom the caller sees and keeps the record of. @throws CommandRefused */
export async function requireKin(call: CommandCall<Kin>): Promise<Kin> {
  const { holder, child } = call.input;
  if (!isUuid(holder) || !isUuid(child)) throw new CommandRefused('RECORD_UNKNOWN');
  await requireBothSeen(call, { kept: holder, merged: child });
  if (holder === child) throw argumentInvalid('child', 'another person than "holder"');
  await shareEpisodes(call.transaction, personResource, child);
  const may = await call.mayRecord('Person', [holder, child], TELLING);
  if (!may.has(holder) || !may.has(child)) throw notPermitted('Person', TELLING);
  return { holder, child };
}
