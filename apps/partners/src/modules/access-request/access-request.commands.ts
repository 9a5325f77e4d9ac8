import type { Command } from '@postern/subgraph-kit';
import { answerAccessRequest } from './commands/answer-request.ts';
import { queryAccessRequest, replyToQuery } from './commands/query-and-reply.ts';
import { refuseAccessRequest } from './commands/refuse-request.ts';
import { requestAccess } from './commands/request-access.ts';

export const accessRequestCommands: Readonly<Record<string, Command>> = {
  requestAccess,
  answerAccessRequest,
  queryAccessRequest,
  replyToQuery,
  refuseAccessRequest,
};
