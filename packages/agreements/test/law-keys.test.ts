import * as policy from '@postern/policy';
import { expect, test } from 'vitest';
import { AGREEMENTS } from '../src/index.ts';

/** The keys of a table of law, or the members of a list of it. */
function keysOf(...names: readonly string[]): ReadonlySet<string> {
  const tables: Readonly<Record<string, unknown>> = policy;
  return new Set(
    names.flatMap((name) => {
      const table = tables[name];
      if (Array.isArray(table)) return table.map(String);
      return typeof table === 'object' && table !== null ? Object.keys(table) : [];
    }),
  );
}

const LAW = {
  article6: keysOf('ARTICLE_6', 'ARTICLE_6_BASES'),
  article9: keysOf('ARTICLE_9', 'ARTICLE_9_CONDITIONS'),
  schedule1: keysOf('SCHEDULE_1', 'PARAGRAPHS_FOR_OFFENCE_DATA'),
  gateways: keysOf('LEGAL_GATEWAYS'),
};
const GATEWAY = /^[A-Z]+[0-9]*(_REGS)?(_\d{4})?_[A-Z0-9_]+$|^[A-Z]+\d{4}$|^[A-Z]{4,}$/;

test.each(Object.values(AGREEMENTS))('$id cites what the tables of law have', ({ bases }) => {
  for (const kind of ['article6', 'article9', 'schedule1', 'gateways'] as const)
    for (const key of Object.keys(bases[kind]))
      if (LAW[kind].size > 0) expect(LAW[kind], kind).toContain(key);
      else expect(key).toMatch(GATEWAY);
});
