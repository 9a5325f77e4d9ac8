import type { Statements, TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { dayOf } from '@postern/steps';
import { HOST } from '../role-holding/offices.ts';
import { officeHolders } from '../role-holding/store/office-holders.ts';
import { freeOfHost } from './free-of-host.ts';
import { unrelated } from './store/related-families.ts';

/** Something that waits for an office, and who holds it and may not deal with it; SQL throughout, at the moment `$1`. */
export interface Waiting {
  readonly name: string;
  /** The table, under the name that the other parts use. */
  readonly from: string;
  readonly id: string;
  readonly since: string;
  readonly where: string;
  /** The roles of the host that may deal with it; either of them where none are named. */
  readonly roles?: readonly string[];
  /** The agency whose contact officers it waits for, where it does not wait for the host. */
  readonly agency?: string;
  /** Whether an account has a relationship with a family that it is about, or a part in it. */
  isBarred(account: string): string;
}

/**
 * What nobody of an office may deal with goes on waiting: it comes to nobody who is related because there is nobody else.
 * Whoever gives the office is told so, and not what it is about, so that somebody else can be found (SHR-1.2g): the
 * administrators the offices of the host, and the host those of the agencies.
 */
export function nobodyFreeTimer(waiting: Waiting): TimerKind {
  return {
    name: waiting.name,
    clause: 'SHR-1.2g',
    due: async (statements, now, limit) => {
      const rows = await stranded(statements, waiting, { now, limit, only: null });
      return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
    },
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const [still] = await stranded(transaction, waiting, { now, limit: 1, only: subjectId });
      if (still === undefined) throw new NoLongerDue();
      const free = (accounts: readonly string[]) =>
        notBarred(transaction, waiting, { accounts, subjectId, now });
      const givers =
        still.agency === null
          ? await free(await officeHolders(transaction, { roles: ['ADMINISTRATOR'] }, now))
          : await freeOfHost(transaction, free, now);
      // While there is nobody to tell it stays to be told.
      if (givers.length === 0) throw new NoLongerDue();
      for (const account of givers)
        await tellNobodyFree(transaction, { account, since: dueAt, agency: still.agency }, now);
    },
  };
}

interface NobodyFree {
  readonly account: string;
  readonly since: Date;
  /** The name of the agency whose officers are not free; null where it is the host. */
  readonly agency: string | null;
}

async function tellNobodyFree(
  transaction: Statements,
  { account, since, agency }: NobodyFree,
  at: Date,
): Promise<void> {
  const to = { account };
  const params = { since: dayOf(since), page: '/roles' } as const;
  await (agency === null
    ? postNotice(transaction, { kind: 'NO_HOST_OFFICER_FREE', to, params, at })
    : postNotice(transaction, {
        kind: 'NO_CONTACT_OFFICER_FREE',
        to,
        params: { ...params, agency: { agencyName: agency } },
        at,
      }));
}

interface Stranded {
  readonly subjectId: string;
  readonly dueAt: Date;
  readonly agency: string | null;
}

async function stranded(
  statements: Statements,
  { name, from, id, since, where, agency, ...waiting }: Waiting,
  {
    now,
    limit,
    only,
  }: { readonly now: Date; readonly limit: number; readonly only: string | null },
): Promise<readonly Stranded[]> {
  const roles = agency === undefined ? (waiting.roles ?? HOST) : ['CONTACT_OFFICER'];
  const officers = await officeHolders(statements, { roles }, now);
  const isOfIt = agency === undefined ? 'TRUE' : `officer.agency_id = ${agency}`;
  return statements.run<Stranded & Readonly<Record<string, unknown>>>({
    text: `SELECT ${id} AS "subjectId", ${since} AS "dueAt", (SELECT asked.name FROM access.agency asked WHERE asked.id = ${agency ?? 'NULL'}) AS agency
      FROM ${from} WHERE ${where} AND ${since} <= $1::timestamptz
        AND CASE WHEN $4::uuid IS NULL THEN ${unfired(name, { subject: id, dueAt: since })} ELSE ${id} = $4 END
        AND NOT EXISTS (SELECT FROM access.account officer WHERE officer.id = ANY ($2::uuid[]) AND ${isOfIt}
          AND NOT (${waiting.isBarred('officer.id')}))
      ORDER BY 2, 1 LIMIT $3`,
    values: [now.toISOString(), [...officers], limit, only],
  });
}

async function notBarred(
  statements: Statements,
  { from, id, isBarred }: Waiting,
  asked: { readonly accounts: readonly string[]; readonly subjectId: string; readonly now: Date },
): Promise<readonly string[]> {
  const rows = await statements.run<{ account: string }>({
    text: `SELECT asked.id AS account FROM ${from} CROSS JOIN unnest($2::uuid[]) asked (id)
      WHERE $1::timestamptz IS NOT NULL AND ${id} = $3 AND NOT (${isBarred('asked.id')})`,
    values: [asked.now.toISOString(), [...asked.accounts], asked.subjectId],
  });
  return rows.map(({ account }) => account);
}

/** The same where nobody may look at an override: whoever gives that office is told at once (SHR-8.3.7i). */
export async function tellNoProtectionOfficer(
  statements: Statements,
  families: readonly string[],
  now: Date,
): Promise<void> {
  const accounts = await officeHolders(statements, { roles: ['ADMINISTRATOR'] }, now);
  for (const account of await unrelated(statements, { accounts, families }, now))
    await postNotice(statements, {
      kind: 'NO_PROTECTION_OFFICER_FREE',
      to: { account },
      params: { since: dayOf(now), page: '/roles' },
      at: now,
    });
}

/** Who took an override, and the families that it may have meant. */
export interface Taken {
  readonly account: string;
  readonly families: readonly string[];
}

/** The officers who may look at an override: related to none of its families, and not who took it (SHR-8.3.7i). */
export async function protectionOfficersFree(
  statements: Statements,
  { account, families }: Taken,
  now: Date,
): Promise<readonly string[]> {
  const officers = await officeHolders(statements, { roles: ['DATA_PROTECTION_OFFICER'] }, now);
  const accounts = officers.filter((each) => each !== account);
  return unrelated(statements, { accounts, families }, now);
}

/** Where nobody may look any more at an override of a family that waits, whoever gives the office is told (SHR-8.3.7i). */
export async function tellWhereNoOfficerIsLeft(
  statements: Statements,
  family: string,
  now: Date,
): Promise<void> {
  const waiting = await statements.run<{ account: string; families: readonly string[] }>({
    text: `SELECT account_id AS account, families FROM partners.safeguarding_override
      WHERE state = 'USED' AND $1 = ANY (families) ORDER BY at, id`,
    values: [family],
  });
  for (const taken of waiting)
    if ((await protectionOfficersFree(statements, taken, now)).length === 0)
      return tellNoProtectionOfficer(statements, taken.families, now);
}
