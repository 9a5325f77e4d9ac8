import type { ServerMessage, ServerTask } from './contestant.ts';

/** What a server's program makes of its task. */
export interface Serving {
  readonly url: string;
  /** Statements sent to PostgreSQL so far. */
  statements(): number;
}

/** Runs a server's program: takes the task, listens, and tells how many statements it sent when asked. */
export function serve(start: (task: ServerTask) => Promise<Serving>): void {
  const tell = (message: ServerMessage): void => {
    process.send?.(message);
  };
  process.once('message', async (task: ServerTask) => {
    const serving = await start(task);
    process.on('message', (message) => {
      if (message === 'STATEMENTS') tell({ kind: 'STATEMENTS', count: serving.statements() });
    });
    tell({ kind: 'LISTENING', url: serving.url });
  });
  process.once('disconnect', () => process.exit());
}
