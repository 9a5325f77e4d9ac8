import { civilDay } from '@postern/policy';
import {
  begin,
  day,
  dayToCome,
  holdEpisode,
  id,
  idempotencyKey,
  takingFor,
  text,
  title,
} from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { INSTRUCTING, requireInstructs } from '../guards/part.ts';
import type { Going } from '../store/transfers.ts';
import { addTransfer } from '../store/transfers.ts';
import { transferMachine } from '../transfer.machine.ts';
import { DESTINATIONS, UK_NATIONS } from '../transfer.table.ts';
import { answerOf } from './steps.ts';

const LONGEST_NEED = 2_000;
/** Where help goes on, or social care has taken over and a further item is to follow. */
const GOING_ON: readonly string[] = ['OPEN', 'OPEN_TAF', 'STEPPED_UP'];

const of = { episode: id, need: text(LONGEST_NEED), idempotencyKey };

const toSocialCare = z.strictObject({ ...of, destination: title });

/** Says that a risk requires social care: nothing is picked by that, and nothing goes (SHR-3.4.10b). */
export const proposeTransfer: Command<z.infer<typeof toSocialCare>> = {
  roles: INSTRUCTING,
  purpose: 'ANY',
  input: toSocialCare,
  run: async (call) => {
    const destination = DESTINATIONS.find((each) => each === call.input.destination);
    // There is no interface to any other system of the council (SHR-3.4.10a).
    if (destination === undefined)
      throw new CommandRefused('DESTINATION_NOT_PERMITTED', { about: DESTINATIONS });
    return propose(call, { kind: 'STEP_UP', destination });
  },
};

const away = z.strictObject({
  ...of,
  nation: title,
  authority: title,
  consentBy: id,
  consentOn: day,
});

/**
 * A family has moved to another authority of the United Kingdom and agrees that what is picked is sent on; nothing leaves the
 * United Kingdom (STA-6.0c).
 */
export const proposeTransferOutOfCounty: Command<z.infer<typeof away>> = {
  roles: INSTRUCTING,
  purpose: 'ANY',
  input: away,
  run: async (call) => {
    const { authority, consentBy, consentOn } = call.input;
    const nation = UK_NATIONS.find((each) => each === call.input.nation);
    if (nation === undefined)
      throw new CommandRefused('NATION_NOT_PERMITTED', { about: UK_NATIONS });
    const findings = dayToCome('consentOn', consentOn, call.now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    return propose(call, { kind: 'OUT_OF_COUNTY', nation, authority, consentBy, consentOn });
  },
};

type Proposing = CommandCall<z.infer<z.ZodObject<typeof of>>>;

async function propose(call: Proposing, going: Going): Promise<Answer> {
  const { transaction, principal, now, input } = call;
  const { episode, need } = input;
  await holdEpisode(transaction, episode);
  await requireInstructs(call, episode);
  await requireGoingOn(call, episode);
  if (going.kind === 'OUT_OF_COUNTY') await requireSpeaks(call, episode, going.consentBy);
  const transfer = await addTransfer(transaction, {
    going,
    episode,
    need,
    state: transferMachine.initial,
    proposedBy: principal.accountId,
    at: now,
  });
  await begin(
    transferMachine,
    transfer,
    {
      move: 'PROPOSE',
      reason: 'Why it is needed stands with the transfer.',
      onBehalfOf: going.kind === 'STEP_UP' ? 'AGENCY' : 'FAMILY',
      about: { episode },
      details:
        going.kind === 'STEP_UP' ? { destination: going.destination } : { nation: going.nation },
    },
    takingFor(call),
  );
  return answerOf(call, transfer);
}

/** @throws CommandRefused EPISODE_NOT_READY */
async function requireGoingOn(
  { transaction }: CommandCall<unknown>,
  episode: string,
): Promise<void> {
  const [found] = await transaction.run({
    text: 'SELECT 1 AS on FROM access.episode WHERE id = $1 AND status = ANY ($2::text[])',
    values: [episode, [...GOING_ON]],
  });
  if (found === undefined)
    throw new CommandRefused('EPISODE_NOT_READY', {
      findings: [finding('episode', 'EPISODE_NOT_OPEN', 'an episode in which help goes on')],
    });
}

/** @throws CommandRefused RECORD_UNKNOWN */
export async function requireOfEpisode(
  { transaction }: CommandCall<unknown>,
  episode: string,
  person: string,
): Promise<void> {
  const [found] = await transaction.run({
    text: 'SELECT 1 AS of FROM access.episode_person WHERE episode_id = $1 AND person_id::text = $2',
    values: [episode, person],
  });
  if (found === undefined) throw new CommandRefused('RECORD_UNKNOWN');
}

/**
 * Nobody agrees to it whose own word would not count on the agreement.
 * @throws CommandRefused RECORD_UNKNOWN, SIGNER_NOT_ENTITLED
 */
async function requireSpeaks(
  call: CommandCall<unknown>,
  episode: string,
  person: string,
): Promise<void> {
  await requireOfEpisode(call, episode, person);
  const [found] = await call.transaction.run<{ speaks: boolean }>({
    text: 'SELECT access.speaks_for_themselves($1::uuid, $2::uuid, $3::date) AS speaks',
    values: [episode, person, civilDay(call.now)],
  });
  if (found?.speaks !== true) throw new CommandRefused('SIGNER_NOT_ENTITLED');
}
