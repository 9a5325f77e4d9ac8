import { cast } from '@postern/sample-county';
import {
  healthJustification,
  offenceJustification,
  restrictedJustification,
} from '../../scenarios/vocabulary/justification.ts';
import type { CellReader } from './cell-readers.ts';
import type { Rows } from './planted-rows.ts';
import { plantedId } from './planted-rows.ts';

/** Writes what the readers did not, and is of an agency that none of them works for. */
export const AUTHOR = cast.practitioners.uma;
export const AHEAD = '2027-01-01T00:00:00Z';
const APPROVER = cast.practitioners.esther;
const OTHER_HOLDER = cast.agencies.eastmarl;

const SPECIAL = ['HEALTH', 'DISABILITY', 'ETHNICITY', 'RELIGION', 'SUBSTANCE_USE'].map(
  (category) => `SPECIAL_CATEGORY:${category}`,
);
const RESTRICTED = [
  'PERSONAL',
  ...['EDUCATION', 'HOUSING', 'FINANCE', 'EMPLOYMENT', 'IDENTIFIER', 'SOCIAL_CARE'].map(
    (category) => `RESTRICTED:${category}`,
  ),
];

export const ids = (rows: readonly { readonly id: string }[]): readonly string[] =>
  rows.map(({ id }) => id);

/** Grants, requests and agreements of somebody else. */
export function accessOfOthers(reader: CellReader): Rows {
  const { episode, about, accounts } = reader;
  const [person] = ids(about);
  const key = (place: string): string => plantedId(`${place}:${episode.id}`);
  return [
    [
      'access.role_holding',
      {
        id: key('holding'),
        account_id: AUTHOR.id,
        role: 'LEAD_PROFESSIONAL',
        starts_at: '2026-06-16T00:00:00Z',
      },
    ],
    [
      'access.access_grant',
      {
        id: key('grant'),
        account_id: AUTHOR.id,
        episode_id: episode.id,
        role: 'LEAD_PROFESSIONAL',
        working_relationship: 'Leads and writes the record',
        granted_by: APPROVER.id,
        starts_at: '2026-06-16T00:00:00Z',
        ends_at: AHEAD,
      },
    ],
    request(reader, 'others', AUTHOR),
    ...[...accounts, AUTHOR].map((by): Rows[number] => issue(reader, by)),
    ...accounts.concat(AUTHOR).map((account): Rows[number] => draft(reader, account)),
    ...[...ids(about), ...ids(reader.others)].map((signer): Rows[number] => [
      'families.agreement_signer',
      {
        id: plantedId(`signer:${episode.id}:${signer}`),
        agreement_id: episode.id,
        episode_id: episode.id,
        person_id: signer,
        signed_on: '2026-06-01',
        competence: 'Understood',
      },
    ]),
    [
      'families.exclusion',
      {
        id: key('exclusion'),
        agreement_id: episode.id,
        episode_id: episode.id,
        excluded_agency_id: OTHER_HOLDER.id,
        scope: 'DETAILS',
        coordinates: ['Plan.objective'],
        person_id: person,
        reason: 'Reason',
        viable: true,
        starts_at: '2026-06-01T00:00:00Z',
        ends_at: AHEAD,
        recorded_by: AUTHOR.id,
        agency_id: AUTHOR.agency.id,
        recorded_at: '2026-06-01T00:00:00Z',
        nature: 'FACT',
      },
    ],
    ...otherHousehold(reader),
  ];
}

/** Where somebody lives with whom the reader does not. */
export function otherHousehold({ episode, others }: CellReader): Rows {
  const id = plantedId(`household:${episode.id}`);
  const family = { family_id: episode.facts.family.id };
  if (others.length === 0) return [];
  return [
    ['families.household', { id, ...family, name: 'Another household' }],
    [
      'families.household_address',
      {
        id: plantedId(`address:${episode.id}`),
        household_id: id,
        ...family,
        line: '1 Elsewhere',
        town: 'Elsewhere',
        postcode: 'MZ9 9ZZ',
        started_on: '2026-06-01',
      },
    ],
    ...others.map((person): Rows[number] => [
      'families.household_member',
      { household_id: id, person_id: person.id, started_on: '2026-06-01' },
    ]),
  ];
}

/** One agency asked another, which refused. */
export function request(
  { episode }: CellReader,
  key: string,
  by: { readonly id: string; readonly agency: { readonly id: string } },
): Rows[number] {
  return [
    'partners.information_request',
    {
      id: plantedId(`request:${key}:${episode.id}`),
      episode_id: episode.id,
      asked_by: by.id,
      asking_agency_id: by.agency.id,
      holding_agency_id: OTHER_HOLDER.id,
      asked: 'What was asked',
      state: 'REFUSED',
      refusal_code: 'NOT_PROPORTIONATE',
      reasons: 'Reasons',
      risk_assessment: 'Assessment',
      asked_at: '2026-06-16T00:00:00Z',
      answered_at: '2026-06-16T01:00:00Z',
      answered_by: AUTHOR.id,
      due_at: '2026-06-30T23:00:00Z',
    },
  ];
}

/** Something said to be wrong, with a value in every column of it. */
function issue(
  { episode }: Pick<CellReader, 'episode'>,
  by: { readonly id: string; readonly agency: { readonly id: string } },
): Rows[number] {
  return [
    'partners.accuracy_issue',
    {
      id: plantedId(`issue:${by.id}:${episode.id}`),
      episode_id: episode.id,
      coordinate: 'Person.dateOfBirth',
      wrong: 'What is wrong',
      found_on: '2026-06-15',
      state: 'DISPUTED',
      raised_by: by.id,
      raised_by_agency_id: by.agency.id,
      raised_at: '2026-06-16T00:00:00Z',
      recorded_by: AUTHOR.id,
      recorded_by_agency_id: AUTHOR.agency.id,
      remind_at: '2026-06-17T00:00:00Z',
      due_at: '2026-06-18T00:00:00Z',
      corrected_by: AUTHOR.id,
      corrected_at: '2026-06-16T12:00:00Z',
      answer: 'What was put right',
    },
  ];
}

/** Every part of a justification that is not about who it is. */
const SAID = {
  recognised_interest: 'CRIME',
  absence_of_consent_reason: 'CANNOT_BE_GIVEN',
  gateway: 'CA2004_S10',
  gateway_head: 'a',
  dea_factors: ['UNEMPLOYMENT', 'HOMELESSNESS'],
  article_8_aim: 'PUBLIC_SAFETY',
  confidence_route: 'CONSENT_EXPRESS',
  public_interest: ['Answer'],
  own_view: 'View',
  source_view: 'View',
  danger_of_sharing: 'Danger',
  danger_of_not_sharing: 'Danger',
  nature: 'FACT',
  family_told_on: '2026-06-01',
  not_told_because: 'Reason',
  outcome: 'SHARED',
  checked_at: '2026-06-16T00:00:00Z',
  approval_reasons: ['OFFENCE_DATA'],
  decide_by: '2026-06-18T00:00:00Z',
  caldicott_advice: 'Advice',
};

/** A justification that says everything and opens nothing yet. */
function draft({ episode, about }: CellReader, holder: { readonly id: string }): Rows[number] {
  const [person] = about;
  if (person === undefined) throw new Error('a record is about somebody');
  return [
    'access.justification',
    offenceJustification(
      { holder, person, episode, approver: APPROVER },
      {
        id: plantedId(`draft:${holder.id}:${episode.id}`),
        article_9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
        ...SAID,
        state: 'DRAFT',
        approved_by: AUTHOR.id,
        written_by: AUTHOR.id,
        approver_id: AUTHOR.id,
        deputy_id: AUTHOR.id,
        set_id: plantedId('justification:set'),
        renews: plantedId('justification:renewed'),
        starts_at: '2026-06-17T09:00:00Z',
      },
    ),
  ];
}

/** Complete justifications of every class that one can cover, for every person of the record. */
export function justifications({ accounts, about, others, episode, purpose }: CellReader): Rows {
  return accounts.flatMap((holder) =>
    [...about, ...others].flatMap((person): Rows => {
      const of = { holder, person, episode, approver: AUTHOR };
      const differs = (kind: string) => ({
        purpose,
        id: plantedId(`justification:${kind}:${holder.id}:${person.id}`),
      });
      return [
        ['access.justification', healthJustification(of, { ...differs('9'), classes: SPECIAL })],
        ['access.justification', offenceJustification(of, differs('10'))],
        [
          'access.justification',
          restrictedJustification({ ...of, classes: RESTRICTED }, differs('6')),
        ],
      ];
    }),
  );
}
