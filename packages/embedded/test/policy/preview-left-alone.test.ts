import { bindingAgreements, DEFAULT_PARTNERSHIP, SHROPSHIRE_RULES } from '@postern/agreements';
import type { Connection, Statement } from '@postern/database';
import { parseRule } from '@postern/policy';
import { ImpactPreviews } from '@postern/subgraph-kit';
import { expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';

const dictionary = wholeDictionary();
const live = SHROPSHIRE_RULES.map((rule) => parseRule(rule, dictionary));
const tried = {
  draft: 'd',
  revision: 1,
  liveVersion: 1,
  live,
  rules: live.filter(({ name }) => name !== 'taf-reads-Person-names'),
};
const asked = {
  asker: { accountId: 'a', roles: ['ADMINISTRATOR'] },
  now: new Date('2026-06-17T10:00:00Z'),
  milliseconds: 0,
};

/** A county in which one account counts, and never comes to an end of it. */
function endless() {
  const running: AbortSignal[] = [];
  const begun = Promise.withResolvers<void>();
  const run = async ({ text }: Statement, signal?: AbortSignal): Promise<readonly object[]> => {
    if (signal !== undefined) {
      running.push(signal);
      begun.resolve();
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    }
    if (text.includes('role_holding')) return [{ roles: ['TAF_MEMBER'], accounts: ['b'] }];
    return text.includes('access_grant') ? [{ id: 'b' }] : [];
  };
  const connection = { sessions: 1, run } as unknown as Connection;
  const alone: { readonly milliseconds: number; readonly work: () => void; over: boolean }[] = [];
  const previews = new ImpactPreviews(
    {
      connection,
      statements: connection,
      dictionary,
      inForce: bindingAgreements(DEFAULT_PARTNERSHIP),
      resources: RECORD_BLUEPRINTS.flatMap(({ resources }) => resources),
      agreed: { rules: live, titleOf: (role) => role },
    },
    (milliseconds, work) => {
      const one = { milliseconds, work, over: false };
      alone.push(one);
      return () => {
        one.over = true;
      };
    },
  );
  return { previews, running, begun: begun.promise, alone };
}

test('what nobody waits for any more ends, in the database too', async () => {
  const { previews, running, begun, alone } = endless();
  await previews.preview(tried, asked);
  await begun;
  expect(running.map(({ aborted }) => aborted)).toEqual([false]);
  // Whoever asks again in time keeps it going.
  await previews.preview(tried, asked);
  expect(alone.map(({ over }) => over)).toEqual([true, false]);
  expect(alone.every(({ milliseconds }) => milliseconds >= 60_000)).toBe(true);
  alone.at(-1)?.work();
  expect(running.map(({ aborted }) => aborted)).toEqual([true]);
  previews.close();
});

test('while one of two waits it goes on; whoever asks later begins anew', async () => {
  const { previews, running, begun, alone } = endless();
  const waits = previews.preview(tried, { ...asked, milliseconds: 3_600_000 });
  const other = previews.preview(tried, asked);
  await begun;
  await other;
  expect(alone).toEqual([]);
  expect(running).toHaveLength(1);
  previews.close();
  await expect(waits).rejects.toThrow();
  expect(running[0]?.aborted).toBe(true);
  const again = previews.preview(tried, asked);
  await again;
  await expect.poll(() => running.length).toBe(2);
  expect(running[1]?.aborted).toBe(false);
  previews.close();
});
