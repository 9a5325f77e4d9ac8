import { civilDay } from '@postern/policy';
import type { Finding } from '@postern/subgraph-kit';
import { finding } from '@postern/subgraph-kit';

/** What somebody says was done, was done today or before. */
export function dayToCome(
  part: string,
  day: string | null | undefined,
  now: Date,
): readonly Finding[] {
  if (day == null || day <= civilDay(now)) return [];
  return [finding(part, 'DAY_TO_COME', 'today or a day before')];
}
