import type { RefusalCode } from '@postern/errors';
import { Refusal } from '@postern/errors';
import { id } from '@postern/steps';
import type { Answer, Enquiry, Question } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { holdingsShown } from '../role-holding/store/shown.ts';
import { enrolmentAnswer } from './enrolments/enrolment.ts';
import type { HeldAccount } from './store/account.ts';

/** Where one's own account stands, for whoever is signed in. */
export const myAccount: Enquiry = {
  input: z.strictObject({}),
  answer: async ({ account, statements }) => {
    if (account === null) return nothingOf('ACCOUNT_UNKNOWN');
    // Whoever controls a provider that speaks no more is told nothing of the accounts that were signed in to by it.
    if (account.missing.includes('ISSUER_NOT_FOR_AGENCY'))
      return nothingOf('ISSUER_NOT_FOR_AGENCY');
    const [row] = await statements.run<{ state: string }>({
      text: 'SELECT state FROM access.account WHERE id = $1',
      values: [account.accountId],
    });
    const { modules, versions } = account;
    const isAdmitted = account.missing.length === 0;
    const missing: readonly RefusalCode[] =
      isAdmitted && account.roles.length === 0 ? ['ROLE_MISSING'] : account.missing;
    const [first] = missing;
    return {
      state: row?.state ?? null,
      missing,
      modules,
      versions,
      next: first === undefined ? null : new Refusal(first).remedy,
    };
  },
};

function nothingOf(code: RefusalCode): Answer {
  const next = new Refusal(code).remedy;
  return { state: null, missing: [code], modules: [], versions: [], next };
}

const input = z.strictObject({ practitioner: id });

/** Where somebody's account stands, for whoever may see its state by the rules: the host, and a contact officer of their own. */
export const accountOf: Question<z.output<typeof input>> = {
  clause: 'SHR-8.3.8f',
  roles: 'ANY',
  purpose: 'ADMINISTRATION',
  input,
  answer: async ({ input: { practitioner }, statements, now, seen, tells }) => {
    const visible = await seen('Practitioner', [practitioner], 'accountState');
    const [held] = await statements.run<HeldAccount>({
      text: `SELECT id, state, revision, kind, agency_id AS "agencyId", second_factor_at AS "secondFactorAt"
        FROM access.account WHERE id = ANY ($1::uuid[]) AND kind = 'PRACTITIONER'`,
      values: [[...visible]],
    });
    if (held === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    tells('Account', [held.id]);
    const { missing } = await enrolmentAnswer(held, { transaction: statements, now });
    const holdings = await holdingsShown(statements, held.id, now);
    return { account: held.id, state: held.state, revision: held.revision, missing, holdings };
  },
};
