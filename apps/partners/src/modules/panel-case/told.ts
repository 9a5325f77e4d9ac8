import { isInUse } from '@postern/access-facts';
import { postNotice } from '@postern/scheduler';
import { dayOf } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { HUB } from '../agency-meeting/guards/coordinates.ts';
import { unrelated } from '../conflict/store/related-families.ts';
import { contactOfficers, hostTeam, officeHolders } from '../role-holding/store/office-holders.ts';
import type { PanelCase } from './store/cases.ts';

interface Telling {
  readonly transaction: Statements;
  readonly now: Date;
}

type Told = Pick<PanelCase, 'agencyId' | 'episodeId' | 'feedbackDueAt' | 'referredBy'>;

/**
 * Whoever referred it is told by when the family is to hear; where they left or may know nothing of it, the contact officers of
 * their agency (SHR-3.7.4).
 */
export async function tellReferrer(of: Told, telling: Telling): Promise<void> {
  const { transaction, now } = telling;
  if (of.feedbackDueAt === null) return;
  const [here] = await transaction.run<{ id: string }>({
    text: `SELECT account.id FROM access.account WHERE account.id = $1 AND ${isInUse('account')}`,
    values: [of.referredBy],
  });
  const free = (accounts: readonly string[]) =>
    unrelated(transaction, { accounts, episodes: [of.episodeId] }, now);
  const referrer = here === undefined ? [] : await free([here.id]);
  const told =
    referrer.length > 0
      ? referrer
      : await free(await contactOfficers(transaction, [of.agencyId], now));
  for (const account of told)
    await postNotice(transaction, {
      kind: 'PANEL_FEEDBACK_DUE',
      to: { account },
      params: { by: dayOf(of.feedbackDueAt), page: '/panel' },
      at: now,
    });
}

/** The hubs are told that a family has not heard; where none of them may know of it, the host team. */
export async function tellHubs(of: Told, { transaction, now }: Telling): Promise<void> {
  if (of.feedbackDueAt === null) return;
  const free = (accounts: readonly string[]) =>
    unrelated(transaction, { accounts, episodes: [of.episodeId] }, now);
  const hubs = await free(await officeHolders(transaction, { roles: [HUB] }, now));
  const told = hubs.length > 0 ? hubs : await free(await hostTeam(transaction, now));
  for (const account of told)
    await postNotice(transaction, {
      kind: 'PANEL_FEEDBACK_LATE',
      to: { account },
      params: { since: dayOf(of.feedbackDueAt), page: '/panel' },
      at: now,
    });
}
