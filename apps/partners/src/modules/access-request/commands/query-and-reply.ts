import { deadlineAfter } from '@postern/lifecycle';
import { chosenPeriod, text } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST } from '../../role-holding/offices.ts';
import { holdForHost, holdQuestioned, requestStep, stepRequest } from './request-step.ts';

const LONGEST = 1_000;
const queried = z.strictObject({ ...requestStep, query: text(LONGEST) });
const replied = z.strictObject({ ...requestStep, reply: text(LONGEST) });

/**
 * Asks whoever wants access something back; it can be asked whether or not anything was found. The window begins anew, so
 * that there is time to answer, and somebody who is asked.
 */
export const queryAccessRequest: Command<z.infer<typeof queried>> = {
  roles: HOST,
  purpose: 'ANY',
  input: queried,
  run: async (call) => {
    const { input } = call;
    const held = await holdForHost(call);
    return stepRequest(call, held, {
      move: 'QUERY',
      reason: 'A question back.',
      onBehalfOf: 'AGENCY',
      change: { query: input.query, outcomeAt: await outcomeFrom(call) },
    });
  },
};

/** Answers the host's question; the window begins anew, so that the time of the outcome still tells nothing. */
export const replyToQuery: Command<z.infer<typeof replied>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: replied,
  run: async (call) => {
    const { input } = call;
    const held = await holdQuestioned(call);
    return stepRequest(call, held, {
      move: 'REPLY',
      reason: 'An answer to the question.',
      onBehalfOf: 'SELF',
      change: { reply: input.reply, outcomeAt: await outcomeFrom(call) },
    });
  },
};

async function outcomeFrom({ transaction, now }: CommandCall<unknown>): Promise<Date> {
  return deadlineAfter(now, await chosenPeriod(transaction, 'ACCESS_REQUEST_WINDOW'));
}
