import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { setStep } from './input.ts';
import { stepCommand } from './justification-command.ts';
import { move } from './move.ts';

/** Gives one's own up; whoever wrote for several of the team may give all of them up. */
export const withdrawJustification = stepCommand('ANY', z.strictObject(setStep), (held, call) => {
  const { accountId } = call.principal;
  const { one } = held;
  const wroteIt = (one.writtenBy ?? one.accountId) === accountId;
  if (one.accountId !== accountId || (call.input.wholeSet && !wroteIt))
    throw new CommandRefused('JUSTIFICATION_NOT_YOURS');
  return move(held, { move: 'WITHDRAW', onBehalfOf: 'SELF' }, call);
});
