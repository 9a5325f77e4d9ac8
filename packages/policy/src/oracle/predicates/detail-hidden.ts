import type { Coordinate } from '../../classes/dictionary.ts';
import { hiddenWith } from '../../classes/hidden-with.ts';
import type { AtomOf } from '../../predicates/predicate.ts';
import type { ExclusionFact, RestrictionFact } from '../facts.ts';
import { belongingOf } from '../row.ts';
import { namesPersons, personsOf } from '../row-persons.ts';
import { isLive } from '../validity.ts';
import type { Question } from './question.ts';

/** Hidden from the principal by a family's exclusion, a safety restriction or a processing restriction, whatever episode the row is seen through. */
export function detailHidden({ coordinate }: AtomOf<'detail.hidden'>, question: Question): boolean {
  const { exclusions, restrictions, processingRestrictions, now } = question.facts;
  const live = (row: { readonly startsAt: Date; readonly endsAt: Date | null }): boolean =>
    isLive(row.startsAt, row.endsAt, now);
  return (
    exclusions.some(
      (row) =>
        row.scope === 'DETAILS' &&
        live(row) &&
        names(row.coordinates, coordinate) &&
        isBoundBy(row, question),
    ) ||
    restrictions.some((row) => live(row) && isHiddenBy(row, coordinate, question)) ||
    processingRestrictions.some(
      (row) =>
        live(row) &&
        names(row.coordinates, coordinate) &&
        personsOf(question.row).includes(row.personId),
    )
  );
}

function names(coordinates: readonly string[], asked: Coordinate): boolean {
  return hiddenWith(asked).some((hidden) => coordinates.includes(hidden));
}

function isBoundBy({ personId, episodeId }: ExclusionFact, question: Question): boolean {
  const { row, facts } = question;
  if (personId !== null)
    return (
      personsOf(row).includes(personId) ||
      isOfFamilyAtLarge(question, facts.episode(episodeId)?.familyId)
    );
  switch (belongingOf(row)) {
    case 'PERSON':
    case 'PERSON_ENTRY':
      return facts
        .episodesOfPerson(row.about.personId ?? '')
        .some((episode) => episode.id === episodeId);
    case 'EPISODE':
      return episodeId === row.about.episodeId;
    case 'FAMILY':
      return facts
        .episodesOfFamily(row.about.familyId ?? '')
        .some((episode) => episode.id === episodeId);
    default:
      return false;
  }
}

/** Whatever of an address or household would give its family's address away. */
const SHOWN_IN_FAMILY_ADDRESS = [
  'Address.line',
  'Address.town',
  'Address.postcode',
  'Address.uprn',
  'Address.id',
  'Household.id',
  'Household.addresses',
];

/** On a record that names nobody, such as an address, one person's detail is hidden as their family's. */
function isOfFamilyAtLarge({ row, facts }: Question, familyId: string | undefined): boolean {
  if (familyId === undefined || namesPersons(row)) return false;
  switch (belongingOf(row)) {
    case 'FAMILY':
      return row.about.familyId === familyId;
    case 'EPISODE':
      return facts.episode(row.about.episodeId ?? '')?.familyId === familyId;
    default:
      return false;
  }
}

function isHiddenBy(
  restriction: RestrictionFact,
  coordinate: Coordinate,
  question: Question,
): boolean {
  const { row } = question;
  const { itemId, coordinates, protectedPersonId, familyId } = restriction;
  if (itemId === null)
    return (
      names(coordinates, coordinate) &&
      (personsOf(row).includes(protectedPersonId) || isOfFamilyAtLarge(question, familyId))
    );
  const isFamilyAddress =
    row.type === 'Family' && row.about.familyId === familyId && coordinate === 'Family.address';
  return (
    (names(coordinates, coordinate) && row.about.rowId === itemId) ||
    (isFamilyAddress && SHOWN_IN_FAMILY_ADDRESS.some((one) => coordinates.includes(one)))
  );
}
