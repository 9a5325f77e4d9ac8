import {
  begin,
  day,
  dayToCome,
  holdEpisode,
  id,
  idempotencyKey,
  reason,
  takingFor,
  text,
} from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { leadsOf } from '../../accuracy-issue/store/recipients.ts';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import { requireMayWrite } from '../../grant/guards/may-write.ts';
import { panelCaseMachine } from '../panel-case.machine.ts';
import { PANEL_BASES } from '../panel-case.table.ts';
import type { ReferredOn } from '../store/cases.ts';
import { addCase, isWithPanel } from '../store/cases.ts';
import { familySigned } from '../store/proceedings.ts';

const LONGEST_ACCOUNT_OF_IT = 2_000;

/** Those who work with a family, or take it in. */
const REFERRING: readonly string[] = [
  'LEAD_PROFESSIONAL',
  'TAF_MEMBER',
  'EHAST_PRACTITIONER',
  'CONSULTATION_STAFF',
  'HUB_WORKER',
  'EARLY_HELP_MANAGER',
];

const input = z.strictObject({
  episode: id,
  agreement: z
    .strictObject({
      discussedOn: day,
      agreedOn: day,
      inWriting: z.boolean(),
      informed: z.boolean(),
    })
    .nullish(),
  noAgreement: z
    .strictObject({
      basis: z.enum(PANEL_BASES),
      because: text(LONGEST_ACCOUNT_OF_IT),
      explainedOn: day.nullish(),
      notExplainedBecause: text(LONGEST_ACCOUNT_OF_IT).nullish(),
    })
    .nullish(),
  reason,
  idempotencyKey,
});
type Referring = CommandCall<z.infer<typeof input>>;

/**
 * Brings a family’s case to the panel: it was talked over with the family, which agreed in writing knowing what becomes of
 * what is said; or it did not, and the law by which the panel is told all the same is said, and what the family was told of
 * it (SHR-3.7.2a, SHR-3.7.2b). Concerns that the panel should know beside are notes on the family’s record.
 */
export const referToPanel: Command<z.infer<typeof input>> = {
  roles: REFERRING,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { episode, reason: because } = call.input;
    await requireRefers(call, episode);
    const on = await referredOn(call);
    await holdEpisode(transaction, episode);
    if (await isWithPanel(transaction, episode)) throw new CommandRefused('PANEL_CASE_LIVE');
    if (on.basis === null && !(await familySigned(transaction, episode, now)))
      throw new CommandRefused('PANEL_AGREEMENT_MISSING');
    const { accountId, agencyId } = principal;
    const panelCase = await addCase(transaction, {
      episodeId: episode,
      state: panelCaseMachine.initial,
      referredBy: accountId,
      agencyId,
      referredAt: now,
      on,
    });
    const state = await begin(
      panelCaseMachine,
      panelCase,
      {
        move: 'REFER',
        reason: because,
        onBehalfOf: 'AGENCY',
        about: { account: accountId, agency: agencyId, episode },
        // What the law says of it, as the agreement has it of every family that comes before the panel (SHR-3.7.5).
        details: { on: on.basis ?? 'AGREEMENT', article6: '6(1)(e)', article9: '9(2)(g)' },
      },
      takingFor(call),
    );
    return { panelCase, state, revision: 1 };
  },
};

/**
 * Whoever works with the family refers it; also whoever leads, while it has not agreed and its record is closed to them.
 * @throws CommandRefused RECORD_UNKNOWN, OVERRIDE_READS
 */
async function requireRefers(call: Referring, episode: string): Promise<void> {
  await requireMayKnow(call, [episode]);
  const { accountId } = call.principal;
  const leads = await leadsOf(call.transaction, episode, call.now);
  const isKeptOut = (await call.grantee(accountId, episode))?.agencyExcluded !== false;
  if (isKeptOut || !leads.includes(accountId)) await requireMayWrite(call, episode);
}

/** @throws CommandRefused ARGUMENT_INVALID where it is neither, both, or not all that it takes */
async function referredOn({ input, now }: Referring): Promise<ReferredOn> {
  const { agreement, noAgreement } = input;
  const none = { basis: null, because: null, explainedOn: null, notExplainedBecause: null };
  if (agreement != null && noAgreement == null) {
    const { discussedOn, agreedOn, inWriting, informed } = agreement;
    if (!inWriting) throw argumentInvalid('agreement.inWriting', 'true: a yes in writing');
    if (!informed)
      throw argumentInvalid('agreement.informed', 'true: told what becomes of what is said');
    requireDays([
      ...dayToCome('agreement.discussedOn', discussedOn, now),
      ...dayToCome('agreement.agreedOn', agreedOn, now),
    ]);
    if (agreedOn < discussedOn)
      throw argumentInvalid('agreement.agreedOn', 'no day before it was talked over');
    return { ...none, discussedOn, agreedOn };
  }
  if (noAgreement == null || agreement != null)
    throw argumentInvalid('agreement', 'either the agreement or noAgreement');
  const { basis, because, explainedOn = null, notExplainedBecause = null } = noAgreement;
  if ((explainedOn === null) === (notExplainedBecause === null))
    throw argumentInvalid(
      'noAgreement.explainedOn',
      'the day on which it was explained to the family, or notExplainedBecause where that is dangerous',
    );
  requireDays(dayToCome('noAgreement.explainedOn', explainedOn, now));
  return { basis, because, explainedOn, notExplainedBecause, discussedOn: null, agreedOn: null };
}

function requireDays(findings: ReturnType<typeof dayToCome>): void {
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}
