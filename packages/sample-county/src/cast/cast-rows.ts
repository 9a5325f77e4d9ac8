import { cast } from './cast.ts';
import { conflictRows } from './conflicts.ts';
import { agencyRows } from './model/agency.ts';
import type { CastEpisode } from './model/episode.ts';
import { episodeRows } from './model/episode.ts';
import type { CastFamily } from './model/family.ts';
import { familyRows } from './model/family.ts';
import { familyAccountRows } from './model/family-account.ts';
import { parentalResponsibilityRow } from './model/kin.ts';
import type { CastMatchCandidate } from './model/match-candidate.ts';
import { matchCandidateRow } from './model/match-candidate.ts';
import type { Moment } from './model/moment.ts';
import type { CastPerson } from './model/person.ts';
import { personRows } from './model/person.ts';
import { practitionerRows } from './model/practitioner.ts';
import type { CastProceeding } from './model/proceeding.ts';
import { proceedingRows } from './model/proceeding.ts';
import type { Row } from './model/row.ts';
import { row } from './model/row.ts';
import { parentalResponsibilities } from './parental-responsibilities.ts';
import { restrictionRows } from './restrictions.ts';

const proceedings: Readonly<Record<string, CastProceeding>> = cast.proceedings;
const candidates: Readonly<Record<string, CastMatchCandidate>> = cast.matchCandidates;

type CastCase = CastFamily & { readonly episodes: Readonly<Record<string, CastEpisode>> };

/** Every row of the cast at one moment. */
export function castRows(moment: Moment): readonly Row[] {
  const cases: readonly CastCase[] = Object.values(cast.families);
  return [
    ...Object.values(cast.agencies).flatMap((agency) => agencyRows(agency, moment)),
    ...domains(),
    ...Object.values(cast.practitioners).flatMap((each) => practitionerRows(each, moment)),
    ...persons(cases).flatMap((person) => personRows(person, moment)),
    ...cases.flatMap((each) => familyRows(each, moment)),
    ...cases.flatMap((each) =>
      Object.values(each.episodes).flatMap((episode) => episodeRows(episode, moment)),
    ),
    ...conflictRows(moment),
    ...Object.values(cast.familyAccounts).flatMap((each) =>
      familyAccountRows(each, cast.practitioners.esther, moment),
    ),
    ...parentalResponsibilities.map((each) => parentalResponsibilityRow(each, moment)),
    ...restrictionRows(moment),
    ...Object.entries(proceedings).flatMap(([key, each]) => proceedingRows(key, each, moment)),
    ...Object.entries(candidates).map(([key, each], position) =>
      matchCandidateRow(key, { ...each, serial: 801 + position }, moment),
    ),
  ];
}

/** The domains at which each agency's people have their addresses. */
function domains(): readonly Row[] {
  const found = Object.values(cast.practitioners).map(({ email, agency }) => ({
    agency_id: agency.id,
    domain: email.slice(email.indexOf('@') + 1),
  }));
  const once = new Map(found.map((each) => [`${each.agency_id} ${each.domain}`, each]));
  return [...once.values()].map((each) => row('access.agency_domain', each));
}

/** Each person once, though some belong to two families. */
function persons(cases: readonly CastCase[]): readonly CastPerson[] {
  const all = cases.flatMap((each) => Object.values(each.members).map((member) => member.person));
  return [...new Map(all.map((person) => [person.id, person])).values()];
}
