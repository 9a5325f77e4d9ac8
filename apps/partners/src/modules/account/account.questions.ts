import { Refusal } from '@postern/errors';
import type { Enquiry, Question } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { id } from '../../steps/input.ts';
import { HOST } from '../agency/commands/agency-command.ts';
import { holdingsShown } from '../role-holding/store/shown.ts';
import { enrolmentAnswer } from './enrolments/enrolment.ts';
import type { HeldAccount } from './store/account.ts';

/** Where one's own account stands, for whoever is signed in. */
export const myAccount: Enquiry = {
  input: z.strictObject({}),
  answer: async ({ account, statements }) => {
    if (account === null)
      return {
        state: null,
        missing: ['ACCOUNT_UNKNOWN'],
        modules: [],
        versions: [],
        next: new Refusal('ACCOUNT_UNKNOWN').remedy,
      };
    const [row] = await statements.run<{ state: string }>({
      text: 'SELECT state FROM access.account WHERE id = $1',
      values: [account.accountId],
    });
    const { missing, modules, versions } = account;
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

const input = z.strictObject({ practitioner: id });
const WHO: readonly string[] = [...HOST, 'ADMINISTRATOR', 'CONTACT_OFFICER'];

/** Where somebody's account stands; a contact officer is told of the own agency's people only. */
export const accountOf: Question<z.output<typeof input>> = {
  roles: WHO,
  purpose: 'ADMINISTRATION',
  input,
  answer: async (call) => {
    const { statements, now, principal } = call;
    const [held] = isUuid(call.input.practitioner)
      ? await statements.run<HeldAccount>({
          text: `SELECT id, state, revision, kind, agency_id AS "agencyId", second_factor_at AS "secondFactorAt"
            FROM access.account WHERE id = $1 AND kind = 'PRACTITIONER'`,
          values: [call.input.practitioner],
        })
      : [];
    const ofAll = principal.roles.some((role) => role !== 'CONTACT_OFFICER' && WHO.includes(role));
    if (held === undefined || (!ofAll && held.agencyId !== principal.agencyId))
      throw new CommandRefused('RECORD_UNKNOWN');
    const { missing } = await enrolmentAnswer(held, { transaction: statements, now });
    const holdings = await holdingsShown(statements, held.id, now);
    return { account: held.id, state: held.state, revision: held.revision, missing, holdings };
  },
};
