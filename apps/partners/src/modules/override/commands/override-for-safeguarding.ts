import { deadlineAfter } from '@postern/lifecycle';
import { OVERRIDE_ROLE } from '@postern/policy';
import { postNotice } from '@postern/scheduler';
import { begin, chosenCount, chosenPeriod, holdEpisode, takingFor } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { grantMachine } from '../../grant/grant.machine.ts';
import { addGrant } from '../../grant/store/write-grant.ts';
import { URGENT_CHANNEL } from '../../urgent.ts';
import { IF_NOTHING_OPENED } from '../if-nothing-opened.ts';
import { officersFor } from '../officers.ts';
import { explanationMachine, overrideMachine } from '../override.machine.ts';
import type { OverrideInput } from '../override-input.ts';
import { overrideInput } from '../override-input.ts';
import type { FoundFamily } from '../store/overrides.ts';
import { addOverride, familyNamed, triedLately } from '../store/overrides.ts';
import { isUsedAgain } from '../store/used-again.ts';
import { stillLocked, unlockClasses } from '../unlocking.ts';

const HOUR = 3_600_000;

/**
 * Reaches a family at once to protect somebody, without access and against an exclusion: for the persons and classes named,
 * for some hours, on the record, and looked at afterwards (SHR-3.5L-e). Whatever role somebody works in, they read it in that
 * of an override. An attempt that finds nobody is on the record, too, and is answered in the same shape.
 */
export const overrideForSafeguarding: Command<OverrideInput> = {
  roles: 'ANY',
  purpose: 'SAFEGUARDING',
  input: overrideInput,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const until = await endOf(call);
    const tried = await triedLately(transaction, principal.accountId, now);
    const isLimited = tried >= (await chosenCount(transaction, 'OVERRIDES_A_DAY'));
    const found = isLimited ? null : await reachable(call);
    const grant = found === null ? null : await open(call, found, until);
    const state = grant === null ? (isLimited ? 'LIMITED' : 'NO_MATCH') : 'USED';
    const explainBy = deadlineAfter(now, await chosenPeriod(transaction, 'OVERRIDE_EXPLANATION'));
    const override = await writeDown(call, { found, grant, state, until, explainBy });
    return {
      override,
      state,
      explanation: explanationOf(grant),
      explainBy: grant === null ? null : explainBy.toISOString(),
      revision: 1,
      until: until.toISOString(),
      grant,
      locked: await stillLocked(call),
      ifNothingOpened: IF_NOTHING_OPENED,
      urgent: URGENT_CHANNEL,
    };
  },
};

function explanationOf(grant: string | null): 'NOT_DUE' | 'DUE' {
  return grant === null ? 'NOT_DUE' : 'DUE';
}

async function endOf({
  transaction,
  input: { hours },
  now,
}: CommandCall<OverrideInput>): Promise<Date> {
  const { value: longest } = await chosenPeriod(transaction, 'OVERRIDE_LONGEST');
  const { value: usual } = await chosenPeriod(transaction, 'OVERRIDE_USUAL');
  if (hours != null && hours > longest) {
    const findings = [finding('hours', 'ENDS_TOO_LATE', `at most ${longest} hours`)];
    throw new CommandRefused('ARGUMENT_INVALID', { findings });
  }
  return new Date(now.getTime() + (hours ?? Math.min(usual, longest)) * HOUR);
}

/** Whom the override would reach: of an episode that goes on, unless a declared relationship with the family bars it as it bars everything (SHR-1.2g). */
async function reachable(call: CommandCall<OverrideInput>): Promise<FoundFamily | null> {
  const { transaction, principal, input: given, now } = call;
  const found = await familyNamed(transaction, given.about, { reference: given.reference, now });
  if (found === null) return null;
  await holdEpisode(transaction, found.episode);
  const own = await call.grantee(principal.accountId, found.episode);
  if (own === null || own.conflictDeclared) return null;
  // Whoever was locked out while the episode was waited for reaches nobody.
  if (own.missing.includes('ACCOUNT_NOT_ACTIVE')) return null;
  return own.underScreening || own.steppedUp ? found : null;
}

async function open(
  call: CommandCall<OverrideInput>,
  { episode, persons }: FoundFamily,
  until: Date,
): Promise<string> {
  const { transaction, principal, input: given, now } = call;
  const { accountId: account, agencyId: agency } = principal;
  const grant = await addGrant(transaction, {
    accountId: account,
    episodeId: episode,
    role: OVERRIDE_ROLE,
    workingRelationship: 'Safeguarding override',
    grantedBy: account,
    startsAt: now,
    endsAt: until,
    confirmBy: null,
    persons,
    basis: 'OVERRIDE',
  });
  await begin(
    grantMachine,
    grant,
    {
      move: 'OVERRIDE',
      onBehalfOf: 'SELF',
      reason: given.reason,
      about: { account, agency, episode },
      details: { role: OVERRIDE_ROLE, basis: 'OVERRIDE', endsAt: until.toISOString() },
    },
    takingFor(call),
  );
  await unlockClasses(call, { episode, persons, grant, until });
  return grant;
}

async function writeDown(
  call: CommandCall<OverrideInput>,
  outcome: {
    readonly found: FoundFamily | null;
    readonly grant: string | null;
    readonly state: 'NO_MATCH' | 'LIMITED' | 'USED';
    readonly until: Date;
    readonly explainBy: Date;
  },
): Promise<string> {
  const { transaction, principal, input: given, now } = call;
  const { found, grant, state, until, explainBy } = outcome;
  const id = crypto.randomUUID();
  const about = {
    account: principal.accountId,
    agency: principal.agencyId,
    episode: found?.episode ?? null,
  };
  const families = await addOverride(transaction, {
    id,
    accountId: principal.accountId,
    agencyId: principal.agencyId,
    grantId: grant,
    episodeId: found?.episode ?? null,
    about: given.about,
    persons: found?.persons ?? [],
    classes: given.classes,
    reason: given.reason,
    noOtherWay: given.noOtherWay,
    state,
    explanation: explanationOf(grant),
    at: now,
    until,
    explainBy,
  });
  // What was said of a family that nobody found stands where only those read it whom it is not kept from.
  const reason = found === null ? 'Why stands with the attempt.' : given.reason;
  const step = { move: 'ATTEMPT', onBehalfOf: 'SELF', reason, about } as const;
  await begin({ ...overrideMachine, initial: state }, id, step, takingFor(call));
  if (grant === null) return id;
  await begin(explanationMachine, id, { ...step, move: 'BEGIN' }, takingFor(call));
  await tellOfficers(call, { override: id, families });
  return id;
}

/** The notice says when and for how many, and nobody's name: who and why stands where only officers read it. */
async function tellOfficers(
  { transaction, principal, input: given, now }: CommandCall<OverrideInput>,
  { override, families }: { readonly override: string; readonly families: readonly string[] },
): Promise<void> {
  const [agency] = await transaction.run<{ kind: never }>({
    text: 'SELECT kind FROM access.agency WHERE id = $1',
    values: [principal.agencyId],
  });
  if (agency === undefined) return;
  const taken = { account: principal.accountId, families };
  const params = {
    at: now,
    kind: agency.kind,
    people: given.about.length,
    page: '/overrides',
  } as const;
  const kind = (await isUsedAgain(transaction, override)) ? 'OVERRIDE_USED_AGAIN' : 'OVERRIDE_USED';
  for (const account of await officersFor(transaction, taken, now))
    await postNotice(transaction, { kind, to: { account }, params, at: now });
}
