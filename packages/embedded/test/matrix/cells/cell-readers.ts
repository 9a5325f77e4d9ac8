import type { Role } from '@postern/agreements';
import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import type { CastEpisode } from '../../scenarios/vocabulary/county-words.ts';

type Identified = { readonly id: string };

interface CellAccount extends Identified {
  readonly subject: string;
  readonly agency: Identified;
}

/** Who reads for a role, where and for what. */
export interface CellReader {
  /** More than one where the cells of the role depend on the kind of agency. */
  readonly accounts: readonly CellAccount[];
  readonly purpose: Purpose;
  readonly episode: CastEpisode;
  /** Whom the facts of the record are about that the role may read: all of the family, or whom the role is confined to. */
  readonly about: readonly Identified[];
  /** Members whom a confined role may not read of. */
  readonly others: readonly Identified[];
}

const { practitioners, familyAccounts, families } = cast;
const { okafor, quantock, pettigrew, ravenhill, nettlefold, faraday, farrow, pargeter } = families;
const { hallam, kestrel, lindqvist, mundy } = families;

interface Small {
  readonly persons: { readonly parent: Identified; readonly child: Identified };
}

const everybody = ({ persons: { parent, child } }: Small) => ({
  about: [child, parent],
  others: [],
});
const parentAlone = ({ persons: { parent, child } }: Small) => ({
  about: [parent],
  others: [child],
});

const inOkafor = {
  episode: okafor.episodes.current,
  about: [okafor.persons.chidi, okafor.persons.ngozi],
  others: [],
};
const inQuantock = { episode: quantock.episodes.current, ...everybody(quantock) };

/** One sample account for each role, on an episode on which the conditions of its cells hold. */
export const CELL_READERS: Readonly<Record<Role, CellReader>> = {
  LEAD_PROFESSIONAL: {
    accounts: [practitioners.tom],
    purpose: 'UNDERSTAND_NEEDS',
    ...inOkafor,
  },
  // Each sector has its own number for a child.
  TAF_MEMBER: {
    accounts: [practitioners.grace, practitioners.niamh],
    purpose: 'UNDERSTAND_NEEDS',
    ...inOkafor,
  },
  EHAST_PRACTITIONER: {
    accounts: [practitioners.dev],
    purpose: 'UNDERSTAND_NEEDS',
    episode: farrow.episodes.contact,
    ...everybody(farrow),
  },
  CONSULTATION_STAFF: {
    accounts: [practitioners.conrad],
    purpose: 'PROFESSIONAL_CONVERSATION',
    episode: pargeter.episodes.contact,
    ...everybody(pargeter),
  },
  HUB_WORKER: {
    accounts: [practitioners.hester],
    purpose: 'UNDERSTAND_NEEDS',
    ...inQuantock,
  },
  REFERRING_PRACTITIONER: {
    accounts: [practitioners.ottilie],
    purpose: 'ENGAGE_FAMILY',
    ...inQuantock,
  },
  BUSINESS_SUPPORT: {
    accounts: [practitioners.prue],
    purpose: 'ADMINISTRATION',
    ...inQuantock,
  },
  EARLY_HELP_MANAGER: {
    accounts: [practitioners.gideon],
    purpose: 'ADMINISTRATION',
    ...inQuantock,
  },
  PANEL_MEMBER: {
    accounts: [practitioners.paloma],
    purpose: 'CHOOSE_SUPPORT',
    episode: faraday.episodes.current,
    ...everybody(faraday),
  },
  GROUP_WORK_PROVIDER: {
    accounts: [practitioners.greer],
    purpose: 'COORDINATE_SUPPORT',
    episode: pettigrew.episodes.current,
    about: [pettigrew.persons.dottie],
    others: [pettigrew.persons.stan],
  },
  THIRD_PARTY: {
    accounts: [practitioners.thora],
    purpose: 'COORDINATE_SUPPORT',
    episode: ravenhill.episodes.current,
    ...parentAlone(ravenhill),
  },
  OVERRIDE_HOLDER: {
    accounts: [practitioners.odile],
    purpose: 'SAFEGUARDING',
    episode: lindqvist.episodes.current,
    about: [lindqvist.persons.signe],
    others: [lindqvist.persons.elin],
  },
  QA_AUDITOR: {
    accounts: [practitioners.quincy],
    purpose: 'AUDIT',
    episode: hallam.episodes.current,
    ...everybody(hallam),
  },
  SAFEGUARDING_REVIEWER: {
    accounts: [practitioners.sigrid],
    purpose: 'REVIEW',
    episode: kestrel.episodes.current,
    ...everybody(kestrel),
  },
  SOCIAL_CARE_WORKER: {
    accounts: [practitioners.solveig],
    purpose: 'SAFEGUARDING',
    episode: mundy.episodes.steppedUp,
    ...everybody(mundy),
  },
  INFORMATION_GOVERNANCE_OFFICER: {
    accounts: [practitioners.ignatius],
    purpose: 'RIGHTS',
    episode: nettlefold.episodes.current,
    ...parentAlone(nettlefold),
  },
  FAMILY_MEMBER: {
    accounts: [familyAccounts.ngozi],
    purpose: 'RIGHTS',
    episode: okafor.episodes.current,
    about: [okafor.persons.ngozi],
    others: [okafor.persons.emeka],
  },
  YOUNG_PERSON: {
    accounts: [familyAccounts.dottie],
    purpose: 'RIGHTS',
    episode: pettigrew.episodes.current,
    about: [pettigrew.persons.dottie],
    others: [pettigrew.persons.mabel, pettigrew.persons.stan],
  },
  DATA_PROTECTION_OFFICER: {
    accounts: [practitioners.dorothea],
    purpose: 'ADMINISTRATION',
    ...inOkafor,
  },
  BUSINESS_UNIT: {
    accounts: [practitioners.ursula],
    purpose: 'ADMINISTRATION',
    episode: kestrel.episodes.current,
    ...everybody(kestrel),
  },
  CONTACT_OFFICER: {
    accounts: [practitioners.caspar],
    purpose: 'ADMINISTRATION',
    ...inOkafor,
  },
  ADMINISTRATOR: {
    accounts: [practitioners.adaline],
    purpose: 'ADMINISTRATION',
    ...inOkafor,
  },
  DATA_HUB_ANALYST: {
    accounts: [practitioners.halima],
    purpose: 'MATCH_DATA',
    ...inQuantock,
  },
  ANALYST: {
    accounts: [practitioners.ines],
    purpose: 'PLANNING_AND_REPORTING',
    ...inOkafor,
  },
  BOARD_MEMBER: {
    accounts: [practitioners.beatrix],
    purpose: 'PLANNING_AND_REPORTING',
    ...inOkafor,
  },
  EVALUATOR: {
    accounts: [practitioners.evander],
    purpose: 'EVALUATION',
    ...inOkafor,
  },
};
