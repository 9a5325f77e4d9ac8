import { cast } from '@postern/sample-county';

const { tom, grace, niamh, callum, ines } = cast.practitioners;

/** One of the five people of the tour: who asks, as what, and what the tour knows that the gate does not say. */
export interface Reader {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly agency: string;
  readonly as: string;
  readonly served: 'RECORDS' | 'REPORTING';
  /** Said by the tour in its own voice, never read from an answer. */
  readonly aside: string | null;
}

function reader(
  who: typeof tom | typeof grace | typeof niamh | typeof callum | typeof ines,
  given: Pick<Reader, 'as'> & Partial<Pick<Reader, 'served' | 'aside'>>,
): Reader {
  const { id, email, name, agency } = who;
  return {
    accountId: id,
    email,
    name,
    agency: agency.name,
    served: 'RECORDS',
    aside: null,
    ...given,
  };
}

/** The five, in the order in which the tour shows them. */
export const READERS: readonly Reader[] = [
  reader(tom, { as: 'lead professional' }),
  reader(grace, { as: 'school, in the team' }),
  reader(niamh, { as: 'health, in the team' }),
  reader(callum, {
    as: 'excluded agency',
    aside: 'The family excluded this agency; the gate does not say so.',
  }),
  reader(ines, { as: 'analyst', served: 'REPORTING' }),
];

/** The tour family's members, as the tour names its rows. */
export const MEMBERS: readonly { readonly id: string; readonly name: string }[] = Object.values(
  cast.families.okafor.members,
).map(({ person, relationship }) => ({
  id: person.id,
  name: `${person.givenName ?? 'Unnamed'} (${relationship.toLowerCase()})`,
}));

/** The episode that everybody asks for. */
export const EPISODE_REFERENCE = cast.families.okafor.episodes.current.reference;
