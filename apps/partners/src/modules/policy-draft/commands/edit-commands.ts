import { z } from 'zod';
import { editRule } from './edit-rule.ts';
import { ruleName, step, writtenRule } from './input.ts';
import { PROPOSERS, policyCommand } from './policy-command.ts';

export const addPolicyRule = policyCommand(
  PROPOSERS,
  z.strictObject({ ...step, rule: writtenRule }),
  (call) =>
    editRule(call, {
      kind: 'RULE_ADDED',
      rule: call.input.rule.name,
      after: () => call.input.rule,
    }),
);

export const changePolicyRule = policyCommand(
  PROPOSERS,
  z.strictObject({ ...step, rule: writtenRule }),
  (call) =>
    editRule(call, {
      kind: 'RULE_CHANGED',
      rule: call.input.rule.name,
      after: () => call.input.rule,
    }),
);

export const removePolicyRule = policyCommand(
  PROPOSERS,
  z.strictObject({ ...step, name: ruleName }),
  (call) => editRule(call, { kind: 'RULE_REMOVED', rule: call.input.name, after: () => null }),
);

export const undoPolicyChange = policyCommand(
  PROPOSERS,
  z.strictObject({ ...step, name: ruleName }),
  (call) => editRule(call, { kind: 'CHANGE_UNDONE', rule: call.input.name, after: (base) => base }),
);
