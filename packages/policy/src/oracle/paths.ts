import { FOLDERS } from '../law/named-persons.ts';
import { rolesOnLater } from './earlier-episodes.ts';
import type { AccessGrantFact, EpisodeFact } from './facts.ts';
import type { Path, Way } from './path.ts';
import { isLiveGrant } from './predicates/live-grant.ts';
import type { RequestFacts } from './request-facts.ts';
import type { OracleRow } from './row.ts';
import { belongingOf } from './row.ts';
import { concernsOf, saysWhom } from './row-persons.ts';
import { isOverride } from './running-grant.ts';

const OWN: Way = { kind: 'OWN' };

/** Every path to a row, the one through no episode last. */
export function pathsTo(row: OracleRow, facts: RequestFacts): readonly Path[] {
  const through = episodesOf(row, facts).flatMap((episode): Path[] => {
    const [overrides, given] = grantsTo(episode, row, facts);
    const overridden = overrides.some((one) => isLiveGrant(one, facts));
    const roles = rolesOnLater(episode, facts);
    return [
      { episode, way: { kind: 'GRANTED', grants: given, byOverride: false } },
      ...(overridden ? [{ episode, way: byOverride(overrides) }] : []),
      ...(facts.concernsPrincipal(episode.id) ? [{ episode, way: OWN }] : []),
      ...(roles.length === 0 ? [] : [{ episode, way: { kind: 'EARLIER' as const, roles } }]),
    ];
  });
  return [...through, null];
}

/** Whether an entry may stand behind a value seen through an episode: it was recorded in no episode, or in that one. */
export function isRecordedIn(
  entryEpisodeId: string | null | undefined,
  episodeId: string | undefined,
): boolean {
  return entryEpisodeId === null || entryEpisodeId === undefined || entryEpisodeId === episodeId;
}

function byOverride(grants: readonly AccessGrantFact[]): Way {
  return { kind: 'GRANTED', grants, byOverride: true };
}

/** The principal's overrides on an episode that reach the row, and their other grants. */
function grantsTo(
  episode: EpisodeFact,
  row: OracleRow,
  facts: RequestFacts,
): readonly [overrides: readonly AccessGrantFact[], given: readonly AccessGrantFact[]] {
  const grants = facts.grants.filter(
    (grant) => grant.episodeId === episode.id && reaches(grant, row, facts),
  );
  return [grants.filter(isOverride), grants.filter((grant) => !isOverride(grant))];
}

/**
 * Whether a grant reaches the row as far as persons go: one that names persons leads to no other person, to no entry that
 * concerns others or nobody by name, unless the principal's agency wrote it or is a party to it, and to no household where
 * none of them lives.
 */
function reaches({ persons }: AccessGrantFact, row: OracleRow, facts: RequestFacts): boolean {
  if (persons === null) return true;
  const { personId, householdId, agencyId, parties } = row.about;
  const { agency } = facts.principal;
  switch (belongingOf(row)) {
    case 'PERSON':
    case 'PERSON_ENTRY':
      return persons.includes(personId ?? '');
    case 'EPISODE': {
      if (Array.isArray(parties)) return agency !== null && parties.includes(agency.id);
      if (!saysWhom(row) || FOLDERS.has(row.type)) return true;
      const concerned = concernsOf(row);
      const isNamed = concerned.length > 0 && concerned.every((one) => persons.includes(one));
      return isNamed || (agency !== null && agencyId === agency.id);
    }
    case 'FAMILY':
      return (
        typeof householdId !== 'string' ||
        facts.residentsOf(householdId).some((one) => persons.includes(one))
      );
    default:
      return true;
  }
}

function episodesOf(row: OracleRow, facts: RequestFacts): readonly EpisodeFact[] {
  const { about } = row;
  switch (belongingOf(row)) {
    case 'EPISODE': {
      const episode = facts.episode(about.episodeId ?? '');
      return episode === undefined ? [] : [episode];
    }
    case 'FAMILY':
      return facts.episodesOfFamily(about.familyId ?? '');
    case 'PERSON':
      return facts.episodesOfPerson(about.personId ?? '');
    case 'PERSON_ENTRY':
      return facts
        .episodesOfPerson(about.personId ?? '')
        .filter((episode) => isRecordedIn(about.entryEpisodeId, episode.id));
    case 'ACCOUNT':
      return facts.episodesOfAccount(about.accountId ?? '');
    case 'NOBODY':
      return [];
  }
}
