import { writeEvidence } from '../command/evidence.ts';
import type { DeepRun } from '../deep-run.ts';
import { policyCostText, runPolicyCost } from './run-policy-cost.ts';

/** What the policy costs, over enough rounds that the medians stand still. */
export const POLICY_COST_RUN: DeepRun = async (onProgress) => {
  const figures = await runPolicyCost({ rounds: 101, requests: 400 }, onProgress);
  onProgress(`Written: ${writeEvidence('policy-cost', figures)}`);
  return policyCostText(figures);
};
