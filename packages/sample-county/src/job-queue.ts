/** A piece of work that others may wait for. */
export interface Job {
  readonly name: string;
  /** Names of jobs that end before this one starts. */
  readonly needs: readonly string[];
}

/**
 * Does all jobs, so many at a time at most: whenever one ends, the first of the list whose needs are met starts.
 * After a failure nothing more starts; throws the first failure when all that had started has ended.
 */
export async function runJobs<J extends Job>(
  jobs: readonly J[],
  atOnce: number,
  work: (job: J) => Promise<void>,
): Promise<void> {
  const waiting = [...jobs];
  const ended = new Set<string>();
  const running = new Map<J, Promise<void>>();
  const failures: unknown[] = [];
  const start = (job: J): void => {
    waiting.splice(waiting.indexOf(job), 1);
    const settled = work(job)
      .then(
        () => void ended.add(job.name),
        (failure: unknown) => void failures.push(failure),
      )
      .finally(() => running.delete(job));
    running.set(job, settled);
  };
  for (;;) {
    const ready = waiting.find(({ needs }) => needs.every((name) => ended.has(name)));
    if (failures.length === 0 && ready !== undefined && running.size < atOnce) start(ready);
    else if (running.size > 0) await Promise.race(running.values());
    else break;
  }
  if (failures.length > 0) throw failures[0];
  if (waiting.length > 0) throw new Error(`no job ends that ${waiting[0]?.name} needs`);
}
