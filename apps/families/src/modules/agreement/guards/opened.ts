import { civilDay } from '@postern/policy';
import { holdEpisode, requireRevision } from '@postern/steps';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { Part } from '../law/part.ts';
import type { Agreement, Author } from '../store/agreements.ts';
import { addAgreement, holdAgreement } from '../store/agreements.ts';
import { currentNotice, ownWordFrom } from '../store/notice.ts';
import { holdParts, openParts } from '../store/parts.ts';

/** An agreement and its parts, held until the transaction ends, with what they are judged by. */
export interface Opened {
  readonly agreement: Agreement;
  readonly parts: readonly Part[];
  /** `YYYY-MM-DD`, in London. */
  readonly today: string;
  /** The age from which a young person is asked themselves (SHR-3.4.3c). */
  readonly ownWordFrom: number;
  readonly by: Author;
}

/** What a command says of the agreement that it is about. */
interface About {
  readonly episode: string;
  readonly expectedRevision?: number | null | undefined;
}

/**
 * Opens the agreement of an episode to whoever may record it, as it was when they read it. Whoever gives or ends access to the
 * episode waits, and they for it. @throws CommandRefused RECORD_UNKNOWN, REVISION_PASSED
 */
export async function openAgreement(call: CommandCall<unknown>, about: About): Promise<Opened> {
  const opened = await hold(call, about.episode);
  const { id } = opened.agreement;
  if (!(await call.mayRecord('FamilyAgreement', [id], ['status'])).has(id))
    throw new CommandRefused('RECORD_UNKNOWN');
  if (about.expectedRevision != null) requireRevision(opened.agreement, about.expectedRevision);
  return opened;
}

/**
 * The same of an agreement of which nothing may have been said yet: it begins with this. @throws CommandRefused RECORD_UNKNOWN
 */
export async function openOrBegin(call: CommandCall<unknown>, episode: string): Promise<Opened> {
  await holdEpisode(call.transaction, episode);
  const author = authorOf(call);
  if ((await holdAgreement(call.transaction, episode)) !== null)
    return openAgreement(call, { episode });
  const formVersion = await currentNotice(call.transaction, civilDay(call.now));
  const added = await addAgreement(
    call.transaction,
    { episode, formVersion: formVersion ?? 'NONE' },
    author,
  );
  if (
    added === null ||
    !(await call.mayAdd('FamilyAgreement', [added.id], ['status'])).has(added.id)
  )
    throw new CommandRefused('RECORD_UNKNOWN');
  return opened(call, added);
}

/**
 * Opens it to somebody of the family, for their own part alone. @throws CommandRefused RECORD_UNKNOWN
 */
export async function openOwnPart(
  call: CommandCall<unknown>,
  { episode, person }: { readonly episode: string; readonly person: string },
): Promise<Opened> {
  const opened = await hold(call, episode);
  const part = partOf(opened, person);
  if (!(await call.mayRecord('AgreementPart', [part.id], ['state'])).has(part.id))
    throw new CommandRefused('RECORD_UNKNOWN');
  return opened;
}

/** @throws CommandRefused RECORD_UNKNOWN where the episode does not concern the person */
export function partOf({ parts }: Pick<Opened, 'parts'>, person: string): Part {
  const part = parts.find(({ personId }) => personId === person);
  if (part === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return part;
}

async function hold(call: CommandCall<unknown>, episode: string): Promise<Opened> {
  await holdEpisode(call.transaction, episode);
  const agreement = await holdAgreement(call.transaction, episode);
  if (agreement === null) throw new CommandRefused('RECORD_UNKNOWN');
  return opened(call, agreement);
}

async function opened(call: CommandCall<unknown>, agreement: Agreement): Promise<Opened> {
  const { transaction, now } = call;
  const ages = { today: civilDay(now), ownWordFrom: await ownWordFrom(transaction) };
  const by = authorOf(call);
  await openParts(transaction, agreement, ages, by);
  return { agreement, parts: await holdParts(transaction, agreement, now), ...ages, by };
}

function authorOf({ principal, now }: CommandCall<unknown>): Author {
  return { accountId: principal.accountId, agencyId: principal.agencyId, at: now };
}
