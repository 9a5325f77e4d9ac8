import type { AccountState, TrainingModule } from '@postern/access-facts';
import { countyId } from '../../county-id.ts';
import type { CastAgency } from './agency.ts';
import type { Days, Moment } from './moment.ts';
import { acceptanceRows, holdingRows } from './preconditions.ts';
import type { CastRole } from './role.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

/** A practitioner with an account. */
export interface CastPractitioner {
  readonly id: string;
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly phone: string | null;
  readonly agency: CastAgency;
  /** What signing in as this person demonstrates, in one line. */
  readonly shows: string;
  readonly state: AccountState;
  readonly roles: readonly { readonly role: CastRole; readonly until: Days | null }[];
  readonly training: Readonly<Partial<Record<TrainingModule, Days>>>;
  readonly accepted: boolean;
  /** Whether they lead as one of the targeted team. */
  readonly targetedTeam: boolean;
}

type Facts = Pick<CastPractitioner, 'email' | 'name' | 'jobTitle' | 'agency' | 'shows'> &
  Partial<Omit<CastPractitioner, 'roles'>> & {
    readonly roles?: readonly CastRole[];
    readonly pastRoles?: readonly CastRole[];
  };

const THREE_YEARS: Days = 1096;

/** A team member who meets every precondition, unless `facts` say otherwise. */
export function practitioner(key: string, facts: Facts): CastPractitioner {
  const { roles = ['TAF_MEMBER'], pastRoles = [], ...rest } = facts;
  return {
    id: countyId(`cast-practitioner:${key}`),
    subject: key,
    phone: '01632 960100',
    state: 'ACTIVE',
    training: { SYSTEM: THREE_YEARS, DATA_AND_SECURITY: THREE_YEARS },
    accepted: true,
    targetedTeam: false,
    ...rest,
    roles: [
      ...roles.map((role) => ({ role, until: null })),
      ...pastRoles.map((role) => ({ role, until: -30 })),
    ],
  };
}

/** The rows that make a practitioner, the account, and what access asks of it. */
export function practitionerRows(of: CastPractitioner, moment: Moment): readonly Row[] {
  const named = { id: of.id, agency_id: of.agency.id };
  return [
    row('partners.practitioner', {
      ...named,
      name: of.name,
      job_title: of.jobTitle,
      email: of.email,
      phone: of.phone,
    }),
    row('access.account', {
      ...named,
      kind: 'PRACTITIONER',
      issuer_id: 'development',
      subject: of.subject,
      state: of.state,
    }),
    ...holdingRows(of, moment),
    ...trainingRows(of, moment),
    ...acceptanceRows(of, moment),
  ];
}

function trainingRows(of: CastPractitioner, moment: Moment): readonly Row[] {
  return Object.entries(of.training).map(([module, expires]) =>
    row('access.training', {
      id: countyId(`${of.id}:${module}`),
      account_id: of.id,
      module,
      completed_on: moment.date(Math.min(-90, expires - 365)),
      expires_on: moment.date(expires),
    }),
  );
}
