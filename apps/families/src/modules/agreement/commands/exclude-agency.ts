import { deadlineAfter } from '@postern/lifecycle';
import {
  chosenPeriod,
  expectedRevision,
  id,
  idempotencyKey,
  takingFor,
  text,
  uuid,
} from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireDetails } from '../guards/details.ts';
import { requireExcludable } from '../guards/excludable.ts';
import type { Opened } from '../guards/opened.ts';
import { openAgreement, partOf } from '../guards/opened.ts';
import { boundBy } from '../law/bound-by.ts';
import type { Part } from '../law/part.ts';
import { isInvolved } from '../law/part.ts';
import { removeAgency } from '../store/access-ended.ts';
import { addExclusion } from '../store/exclusions.ts';
import { spokenOf } from '../store/spoken.ts';
import { tellEnded } from '../store/told.ts';
import { askAgain } from './ask-again.ts';
import { settled, stepPart } from './step.ts';

const LONGEST_REASON = 10_000;
const MOST = 100;

/** Where support comes from that does not need this agency (SHR-3.4.4d). */
const OTHER_ROUTES = ['HUB', 'CONSULTATION_PANEL', 'FIRST_POINT_OF_CONTACT'];

const input = z
  .strictObject({
    episode: id,
    expectedRevision,
    agency: id,
    askedBy: z.array(uuid).min(1).max(MOST),
    scope: z.enum(['WHOLE_AGENCY', 'DETAILS']),
    coordinates: z.array(z.string().max(MOST)).max(MOST),
    about: uuid.nullish(),
    explored: text(LONGEST_REASON),
    viable: z.boolean(),
    idempotencyKey,
  })
  .refine(({ scope, coordinates }) => (scope === 'DETAILS') === coordinates.length > 0, {
    path: ['coordinates'],
    message: 'the details that are kept from it, where it is not the whole agency',
  });
export type Excluding = CommandCall<z.infer<typeof input>>;

/**
 * Somebody of the family keeps an agency out, or details from it: why was explored with them in full, and whoever leads found
 * whether support can go on without it (SHR-3.4.4). It holds at once. It binds what is theirs and what they hold together with
 * others; where it is not viable, nothing is kept from anybody, and they are asked again, with the other routes before them.
 */
export const excludeAgency: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { askedBy, explored, scope, viable } = call.input;
    const opened = await openAgreement(call, call.input);
    await requireExcludable(call, opened);
    const asking = [...new Set(askedBy)].map((person) => partOf(opened, person));
    if (!viable) {
      for (const part of asking) await askAgain(call, opened, part, explored);
      return settled(opened, call, { routes: OTHER_ROUTES });
    }
    for (const { state, agrees, revision } of asking)
      if (!isInvolved({ state, agrees }))
        throw new CommandRefused('STEP_NOT_POSSIBLE', { about: [state], revision });
    if (scope === 'DETAILS') await keepDetails(call, opened, asking);
    else await keepOut(call, opened, asking);
    for (const part of asking)
      if (part.state === 'SIGNED')
        await stepPart(
          opened,
          part,
          { move: 'EXCLUDE', onBehalfOf: 'FAMILY', reason: explored, details: { scope, viable } },
          takingFor(call),
        );
    return settled(opened, call);
  },
};

/** What is kept is somebody's own, or a child's of whom nobody else speaks, or held together. */
async function keepDetails(
  call: Excluding,
  opened: Opened,
  asking: readonly Part[],
): Promise<void> {
  const { transaction, input: given } = call;
  const [asker] = asking;
  if (asker === undefined || asking.length > 1)
    throw argumentInvalid('askedBy', 'the one person whose wish it is');
  await requireDetails(call, opened, asker);
  const exclusion = crypto.randomUUID();
  await addExclusion(
    transaction,
    opened.agreement,
    {
      id: exclusion,
      agency: given.agency,
      scope: 'DETAILS',
      coordinates: given.coordinates,
      person: given.about ?? null,
      reason: given.explored,
      askedBy: [asker.personId],
    },
    opened.by,
  );
  await requireMayAdd(call, exclusion);
}

/** From everybody where everybody asks for it; otherwise from those who do, and from children of whom nobody else speaks. */
async function keepOut(call: Excluding, opened: Opened, asking: readonly Part[]): Promise<void> {
  const { transaction, input: given, now, principal } = call;
  const all = await spokenOf(transaction, opened, now);
  const bound = boundBy(new Set(asking.map(({ personId }) => personId)), all);
  const ofAll = all.every(({ personId }) => bound.includes(personId));
  if (ofAll) {
    const dueAt = deadlineAfter(now, await chosenPeriod(transaction, 'FAMILY_REMOVAL'));
    const { episodeId: episode } = opened.agreement;
    const removed = {
      episode,
      agency: given.agency,
      reason: given.explored,
      dueAt,
      by: principal,
      at: now,
    };
    await tellEnded(transaction, await removeAgency(transaction, removed), now);
  }
  for (const person of ofAll ? [null] : bound) {
    const exclusion = crypto.randomUUID();
    await addExclusion(
      transaction,
      opened.agreement,
      {
        id: exclusion,
        agency: given.agency,
        scope: 'WHOLE_AGENCY',
        coordinates: [],
        person,
        reason: given.explored,
        askedBy: asking.map(({ personId }) => personId),
      },
      opened.by,
    );
    await requireMayAdd(call, exclusion);
  }
}

async function requireMayAdd(call: Excluding, exclusion: string): Promise<void> {
  if (!(await call.mayAdd('Exclusion', [exclusion], ['scope'])).has(exclusion))
    throw new CommandRefused('RECORD_UNKNOWN');
}
