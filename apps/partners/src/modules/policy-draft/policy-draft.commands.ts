import type { Command } from '@postern/subgraph-kit';
import { activateNarrowing } from './commands/activate-narrowing.ts';
import { approvePolicyDraft } from './commands/approve-draft.ts';
import { createPolicyDraft } from './commands/create-draft.ts';
import {
  addPolicyRule,
  changePolicyRule,
  removePolicyRule,
  undoPolicyChange,
} from './commands/edit-commands.ts';
import { rebasePolicyDraft } from './commands/rebase-draft.ts';
import { refusePolicyDraft } from './commands/refuse-draft.ts';
import { rollBackPolicy } from './commands/roll-back.ts';
import { submitPolicyDraft } from './commands/submit-draft.ts';
import { withdrawPolicyDraft } from './commands/withdraw-draft.ts';

/** Every way in which the policy is changed. */
export const policyCommands: Readonly<Record<string, Command>> = {
  createPolicyDraft,
  addPolicyRule,
  changePolicyRule,
  removePolicyRule,
  undoPolicyChange,
  rebasePolicyDraft,
  submitPolicyDraft,
  withdrawPolicyDraft,
  approvePolicyDraft,
  refusePolicyDraft,
  activateNarrowing,
  rollBackPolicy,
};
