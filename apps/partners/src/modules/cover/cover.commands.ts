import type { Command } from '@postern/subgraph-kit';
import { decideCover } from './commands/decide-cover.ts';
import { requestCover } from './commands/request-cover.ts';

export const coverCommands: Readonly<Record<string, Command>> = { requestCover, decideCover };
