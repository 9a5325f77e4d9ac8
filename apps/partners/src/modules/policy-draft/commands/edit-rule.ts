import type { Answer, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { EventKind } from '../../policy-event/policy-event.table.ts';
import type { Change } from '../changes/change.ts';
import { changeOf, rolesTouched } from '../changes/change.ts';
import type { RuleBody } from '../changes/rule-body.ts';
import { isSameRule } from '../changes/rule-body.ts';
import { requireHoldOfOwn } from '../guards/hold-of-own.ts';
import { requireProposerRole } from '../guards/proposer-role.ts';
import { requireRevision, requireState } from '../guards/revision.ts';
import { requireRoleNotHeld } from '../guards/role-not-held.ts';
import { changesOf, dropChange, saveChange } from '../store/changes.ts';
import { holdDraft, stepDraft } from '../store/draft.ts';
import { recordStep, takingPart } from '../store/events.ts';
import { rolesHeldBy } from '../store/holdings.ts';
import { rulesOf } from '../store/versions.ts';
import { requireValidRule } from '../validation.ts';
import { actorOf } from './policy-command.ts';

/** One edit: which rule, and what it is to be. */
export interface Edit {
  readonly kind: Extract<
    EventKind,
    'RULE_ADDED' | 'RULE_CHANGED' | 'RULE_REMOVED' | 'CHANGE_UNDONE'
  >;
  readonly rule: string;
  /** What the rule is to be, given what the draft's base has of it; null where it is to go. */
  after(base: RuleBody): RuleBody;
}

/** What every edit is given. */
export interface EditInput {
  readonly draft: string;
  readonly expectedRevision: number;
  readonly reason: string;
}

/** Makes one edit of a draft, or none. */
export async function editRule(call: CommandCall<EditInput>, edit: Edit): Promise<Answer> {
  const { transaction, principal, input, now, policySchema } = call;
  const draft = await holdDraft(transaction, input.draft);
  requireRevision(draft, input.expectedRevision);
  requireState(draft, 'EDITING');
  if (draft.kind !== 'CHANGE')
    throw new CommandRefused('POLICY_DRAFT_STATE', { about: [draft.kind] });

  const base = await rulesOf(transaction, draft.baseVersion);
  const changes = await changesOf(transaction, draft.id);
  const known = changes.find(({ rule }) => rule === edit.rule);
  const present = known === undefined ? (base.get(edit.rule) ?? null) : known.after;
  requireEditable(edit, present, known);
  const after = edit.after(base.get(edit.rule) ?? null);
  const change = changeOf(base, edit.rule, after);

  const touched = rolesTouched(
    [{ before: present, after }, change ?? { before: null, after: null }],
    policySchema.roles,
  );
  requireProposerRole(principal.roles, touched);
  const people = new Set([...(await takingPart(transaction, draft.id)), principal.accountId]);
  requireRoleNotHeld(
    await rolesHeldBy(transaction, people, now),
    new Set([...rolesTouched(changes, policySchema.roles), ...touched]),
  );
  if (change !== null)
    requireHoldOfOwn([change], { roles: principal.roles, base }, call.dictionary);
  if (after !== null) requireValidRule(after, policySchema);
  // Last, because it tells what the rule says.
  if (edit.kind === 'RULE_CHANGED' && known?.collides !== true && isSameRule(present, after))
    throw new CommandRefused('POLICY_RULE_SAME', { about: [edit.rule] });

  if (change === null) await dropChange(transaction, draft.id, edit.rule);
  else {
    const author = { accountId: principal.accountId, at: now, reason: input.reason };
    await saveChange(transaction, draft.id, change, author);
  }
  await stepDraft(transaction, draft.id);
  await recordStep(
    transaction,
    { kind: edit.kind, draftId: draft.id, before: present, after, reason: input.reason },
    actorOf(call),
  );
  return { draft: draft.id };
}

/** @throws CommandRefused POLICY_RULE_EXISTS, POLICY_RULE_UNKNOWN */
function requireEditable({ kind, rule }: Edit, present: RuleBody, known: Change | undefined): void {
  const isThere = present !== null;
  const colliding = known?.collides === true;
  if (kind === 'RULE_ADDED' && isThere && !colliding)
    throw new CommandRefused('POLICY_RULE_EXISTS', { about: [rule] });
  const lacks = kind === 'CHANGE_UNDONE' ? known === undefined : !isThere && !colliding;
  if (kind !== 'RULE_ADDED' && lacks)
    throw new CommandRefused('POLICY_RULE_UNKNOWN', { about: [rule] });
}
