import type { Coordinate } from '../../classes/dictionary.ts';
import { hiddenWith } from '../../classes/hidden-with.ts';
import type { AtomOf } from '../../predicates/predicate.ts';
import type { ExclusionFact, RestrictionFact } from '../facts.ts';
import type { RequestFacts } from '../request-facts.ts';
import { belongingOf } from '../row.ts';
import { personsOf } from '../row-persons.ts';
import { isLive } from '../validity.ts';
import type { Question } from './question.ts';

/** Hidden from the principal by a family's exclusion, a safety restriction or a processing restriction, whatever episode the row is seen through. */
export function detailHidden({ coordinate }: AtomOf<'detail.hidden'>, question: Question): boolean {
  const { exclusions } = hidingOf(coordinate, question.facts);
  return exclusions.some((row) => isBoundBy(row, question)) || isRestricted(coordinate, question);
}

/** Hidden by a safety restriction or a processing restriction. */
export function detailRestricted(
  { coordinate }: AtomOf<'detail.restricted'>,
  question: Question,
): boolean {
  return isRestricted(coordinate, question);
}

function isRestricted(coordinate: Coordinate, question: Question): boolean {
  const { restrictions, processingRestrictions } = hidingOf(coordinate, question.facts);
  return (
    restrictions.some((row) => isHiddenBy(row, coordinate, question)) ||
    processingRestrictions.some((row) => personsOf(question.row).includes(row.personId))
  );
}

type Hiding = Pick<RequestFacts, 'exclusions' | 'restrictions' | 'processingRestrictions'>;

const hidings = new WeakMap<RequestFacts, Map<Coordinate, Hiding>>();

/** What may hide a detail from this request, on whatever row: found once, for rows are many and what hides is little. */
function hidingOf(coordinate: Coordinate, facts: RequestFacts): Hiding {
  const ofRequest = hidings.get(facts) ?? new Map<Coordinate, Hiding>();
  hidings.set(facts, ofRequest);
  const known = ofRequest.get(coordinate);
  if (known !== undefined) return known;
  const live = (row: { readonly startsAt: Date; readonly endsAt: Date | null }): boolean =>
    isLive(row.startsAt, row.endsAt, facts.now);
  const hiding: Hiding = {
    exclusions: facts.exclusions.filter(
      (row) => row.scope === 'DETAILS' && live(row) && names(row.coordinates, coordinate),
    ),
    restrictions: facts.restrictions.filter(live),
    processingRestrictions: facts.processingRestrictions.filter(
      (row) => live(row) && names(row.coordinates, coordinate),
    ),
  };
  ofRequest.set(coordinate, hiding);
  return hiding;
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

/** On a record that names nobody, such as an address or an entry about the family as a whole, one person's detail is hidden as their family's. */
function isOfFamilyAtLarge({ row, facts }: Question, familyId: string | undefined): boolean {
  if (familyId === undefined || personsOf(row).length > 0) return false;
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
      (personsOf(row).includes(protectedPersonId) || isOfFamilyAtLarge(question, familyId)) &&
      names(coordinates, coordinate)
    );
  const isFamilyAddress =
    row.type === 'Family' && row.about.familyId === familyId && coordinate === 'Family.address';
  return (
    (row.about.rowId === itemId && names(coordinates, coordinate)) ||
    (isFamilyAddress && SHOWN_IN_FAMILY_ADDRESS.some((one) => coordinates.includes(one)))
  );
}
