import { civilDay, FAMILY_ROLES } from '@postern/policy';
import { insertSplitOff, requireNothingRevealed, reviewed, reviewOf } from '@postern/recording';
import { postNotice } from '@postern/scheduler';
import {
  begin,
  day,
  dayOf,
  dayToCome,
  idempotencyKey,
  takingFor,
  text,
  title,
} from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { episodeMachine } from '../../episode/episode.machine.ts';
import { freeToBeTold } from '../../people/host.ts';
import { requireStepDown } from '../guards/stepped-down.ts';
import { referralMachine } from '../referral.machine.ts';
import { REFERRAL_SOURCES } from '../referral.table.ts';
import { REFERRING } from '../referral-texts.ts';
import { addContact } from '../store/referrals.ts';
import { takeIn } from '../store/take-in.ts';

const MOST_PERSONS = 30;
const LONGEST_ACCOUNT_OF_IT = 10_000;
const LONGEST_POSTCODE = 20;

const person = z.strictObject({
  givenName: title,
  familyName: title,
  dateOfBirth: day.nullish(),
  expectedOn: day.nullish(),
  relationship: title,
});
type Person = z.infer<typeof person>;

const input = z.strictObject({
  persons: z
    .array(person)
    .min(1, 'one person at least')
    .max(MOST_PERSONS, `at most ${MOST_PERSONS}`),
  address: z.strictObject({ line: title, town: title, postcode: text(LONGEST_POSTCODE) }),
  reasons: text(LONGEST_ACCOUNT_OF_IT),
  source: z.enum(REFERRAL_SOURCES),
  consultedBeforeDiscussion: text(LONGEST_ACCOUNT_OF_IT).nullish(),
  steppedDown: z.strictObject({ closedOn: day.nullish(), wishOn: day.nullish() }).nullish(),
  ...reviewed(REFERRING),
  idempotencyKey,
});
type Referring = CommandCall<z.infer<typeof input>>;

/**
 * Says that a family may need help: what whoever refers knows of it is taken in as it is told, and compared with nobody, so
 * that the answer is the same whether or not it is known here (SHR-3.5.2). Where the family was not spoken with first, why
 * is said (SHR-3.8.2c).
 */
export const refer: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now, input: given } = call;
    if (principal.roles.every((role) => FAMILY_ROLES.includes(role)))
      throw new CommandRefused('ROLE_NOT_PERMITTED');
    requirePossible(call);
    const { splitOff, revealsNothing } = reviewOf(given);
    requireNothingRevealed(REFERRING, { fields: given, revealsNothing }, call.dictionary);
    const steppedDown = requireStepDown(call);
    const today = civilDay(now);
    const { familyId, persons } = await takeIn(transaction, {
      persons: given.persons.map(({ dateOfBirth = null, expectedOn = null, ...known }) => ({
        ...known,
        dateOfBirth,
        expectedOn,
      })),
      address: given.address,
      day: today,
    });
    const { episode, referral } = await addContact(transaction, {
      familyId,
      persons,
      reasons: given.reasons,
      source: given.source,
      consultedBeforeDiscussion: given.consultedBeforeDiscussion ?? null,
      recordedBy: principal.accountId,
      agencyId: principal.agencyId,
      day: today,
      at: now,
    });
    for (const passage of splitOff)
      await insertSplitOff(
        transaction,
        passage,
        {
          type: REFERRING,
          row: { id: referral },
          provenance: {
            episode_id: episode,
            recorded_by: principal.accountId,
            agency_id: principal.agencyId,
            recorded_at: now.toISOString(),
            nature: 'MIXED',
            concerns: persons,
          },
        },
        { accountId: principal.accountId, agencyId: principal.agencyId, at: now, reason: null },
      );
    const told = { move: 'REFER', onBehalfOf: 'AGENCY', reason: WHY, about: { episode } } as const;
    await begin(episodeMachine, episode, { ...told, details: steppedDown }, takingFor(call));
    await begin(referralMachine, referral, told, takingFor(call));
    await tellHost(call, episode);
    return { referral };
  },
};

const WHY = 'Why the family was referred stands with the referral.';

/** @throws CommandRefused ARGUMENT_INVALID with a finding for each day that cannot be */
function requirePossible({ input: { persons }, now }: Referring): void {
  const findings = persons.flatMap((each, place) => daysOf(each, `persons.${place}`, now));
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}

function daysOf({ dateOfBirth, expectedOn }: Person, part: string, now: Date): readonly Finding[] {
  const both = dateOfBirth != null && expectedOn != null;
  return [
    ...dayToCome(`${part}.dateOfBirth`, dateOfBirth, now),
    ...(both
      ? [finding(`${part}.expectedOn`, 'ARGUMENT_INVALID', 'no day, of somebody who was born')]
      : []),
  ];
}

/** The host gives somebody of the front door or a hub access to what came in, so that it is screened. */
async function tellHost(
  { transaction, principal, now }: Referring,
  episode: string,
): Promise<void> {
  const hosts = await freeToBeTold(transaction, { accounts: 'HOST', episode }, now);
  for (const account of hosts.filter((each) => each !== principal.accountId))
    await postNotice(transaction, {
      kind: 'CONTACT_WAITING',
      to: { account },
      params: { since: dayOf(now), page: '/contacts' },
      at: now,
    });
}
