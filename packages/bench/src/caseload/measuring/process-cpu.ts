import { readdirSync, readFileSync } from 'node:fs';

const MILLISECONDS_PER_TICK = 10;

/** Milliseconds of processor time that a process has used, all its threads together; `ended` adds its ended children. */
export function processCpu(pid: number, options: { readonly ended: boolean }): number {
  const fields = statOf(pid);
  if (fields === null) return 0;
  // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), here counted from the third.
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  const own = (user ?? 0) + (system ?? 0);
  const ended = options.ended ? (endedUser ?? 0) + (endedSystem ?? 0) : 0;
  return (own + ended) * MILLISECONDS_PER_TICK;
}

/** Milliseconds that a PostgreSQL server has used: its postmaster and every process that it started, ended ones too. */
export function postgresCpu(postmaster: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)?.[1]) === postmaster);
  return children.reduce(
    (sum, pid) => sum + processCpu(pid, { ended: false }),
    processCpu(postmaster, { ended: true }),
  );
}

/** The fields of /proc/<pid>/stat from the third on; null where the process has ended. */
function statOf(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
