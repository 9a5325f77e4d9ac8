import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import type { Asking } from '../county-fixture.ts';
import { COUNTY_NOW } from '../county-fixture.ts';

/** Something that one reader must not learn of, and the statements that hide it, remove it and show it. */
export interface SilentSubtraction {
  readonly what: string;
  readonly who: Asking;
  readonly purpose: Purpose;
  readonly reference: string;
  /** What hides it; empty where the sample county does. */
  readonly hide: string;
  /** As if it had never been recorded; a value that every row has becomes another. */
  readonly remove: string;
  /** What hides it taken away. */
  readonly show: string;
  /** A mark on the row hides it, and `remove` finds it by that mark: once shown it is not found any more. */
  readonly isMarked?: true;
}

const { owen, callum, kwame, niamh, joel, marcus, rhona, grace } = cast.practitioners;
const { victor, noor, tabitha, rosalba, bronagh } = cast.familyAccounts;
const { lindqvist, okafor, ashdown, penhallow, everard, castellan, gresham, tolliver } =
  cast.families;
const NOW = COUNTY_NOW.toISOString();
const idOf = (family: { readonly episodes: { readonly current: { readonly id: string } } }) =>
  family.episodes.current.id;
const referenceOf = (family: {
  readonly episodes: { readonly current: { readonly reference: string } };
}) => family.episodes.current.reference;

const { signe } = lindqvist.persons;
const { imelda, posy, linus } = ashdown.persons;
const { morwenna } = penhallow.persons;
const { sami, lina, yusuf } = everard.persons;
const { ivo } = tolliver.persons;
const [safeHousehold] = ashdown.households;

/** Every entry of an episode’s record that meets a condition, wherever it stands. */
function entriesWhere(episode: string, condition: string): string {
  const tables = ['assessment_section', 'need', 'plan_action', 'taf_meeting'];
  return [
    ...tables.map((table) => `DELETE FROM episodes.${table} WHERE episode_id = '${episode}'`),
    `DELETE FROM families.person_entry WHERE (episode_id = '${episode}' OR episode_id IS NULL)`,
  ]
    .map((statement) => `${statement} AND ${condition}`)
    .join(';');
}

const KEEPS_NEEDS = `UPDATE families.exclusion SET coordinates = '{Person.healthConditions,Need.description,Need.identifiedOn}'
  WHERE id = '${lindqvist.episodes.current.exclusions.signeHealth}'`;
const STRICT = 'row_class IS NOT NULL';
const NO_MARKS = ['assessment_section', 'need', 'plan_action', 'taf_meeting']
  .map((table) => `UPDATE episodes.${table} SET row_class = NULL, purpose_lock = NULL;`)
  .concat('UPDATE families.person_entry SET row_class = NULL, purpose_lock = NULL')
  .join('');

export const hiddenThings: readonly SilentSubtraction[] = [
  {
    what: 'a detail of one person withheld from an agency, in entries that concern her, too',
    who: owen,
    purpose: 'COORDINATE_SUPPORT',
    reference: referenceOf(lindqvist),
    hide: KEEPS_NEEDS,
    remove: `DELETE FROM families.person_entry WHERE person_id = '${signe.id}' AND kind = 'HEALTH_CONDITION';
      UPDATE episodes.need SET description = 'Another', identified_on = date '2001-01-01' + length(description) WHERE episode_id = '${idOf(lindqvist)}'`,
    show: 'DELETE FROM access.exclusion',
  },
  {
    what: 'a family that keeps an agency out',
    who: callum,
    purpose: 'UNDERSTAND_NEEDS',
    reference: referenceOf(okafor),
    hide: '',
    remove: `DELETE FROM episodes.episode WHERE id = '${idOf(okafor)}'; DELETE FROM families.family WHERE id = '${okafor.id}'`,
    show: `DELETE FROM access.exclusion WHERE scope = 'WHOLE_AGENCY'`,
  },
  {
    what: 'when and where somebody is met, hidden from an agency',
    who: kwame,
    purpose: 'UNDERSTAND_NEEDS',
    reference: referenceOf(ashdown),
    hide: '',
    remove: `UPDATE episodes.taf_meeting SET held_on = '2001-01-01', minutes = 'Another', outcome = 'Another'
      WHERE episode_id = '${idOf(ashdown)}' AND concerns = ARRAY['${imelda.id}']::uuid[]`,
    show: 'DELETE FROM access.restriction',
  },
  {
    what: 'a home, a school and a child, hidden from a person',
    who: victor,
    purpose: 'RIGHTS',
    reference: referenceOf(ashdown),
    hide: '',
    remove: `UPDATE families.person SET education_setting = NULL WHERE id IN ('${posy.id}', '${linus.id}');
      DELETE FROM families.person_entry WHERE person_id = '${posy.id}';
      DELETE FROM episodes.taf_meeting WHERE episode_id = '${idOf(ashdown)}';
      DELETE FROM families.household_address WHERE household_id = '${safeHousehold?.id}';
      DELETE FROM families.household_member WHERE household_id = '${safeHousehold?.id}';
      DELETE FROM families.household WHERE id = '${safeHousehold?.id}'`,
    show: 'DELETE FROM access.restriction',
  },
  {
    what: 'data whose use a person had restricted',
    who: niamh,
    purpose: 'COORDINATE_SUPPORT',
    reference: referenceOf(penhallow),
    hide: '',
    remove: `DELETE FROM families.person_entry WHERE person_id = '${morwenna.id}' AND kind = 'HEALTH_CONDITION';
      UPDATE families.person SET gp_practice = NULL WHERE id = '${morwenna.id}';
      UPDATE episodes.need SET description = 'Another'
        WHERE episode_id = '${idOf(penhallow)}' AND concerns = ARRAY['${morwenna.id}']::uuid[]`,
    show: 'DELETE FROM access.processing_restriction',
  },
  {
    what: 'what a young person keeps from a parent',
    who: noor,
    purpose: 'RIGHTS',
    reference: referenceOf(everard),
    hide: '',
    remove: `DELETE FROM families.person_entry WHERE person_id IN ('${sami.id}', '${lina.id}');
      DELETE FROM families.person_entry WHERE person_id = '${yusuf.id}' AND kind = 'VOICE';
      UPDATE families.person SET education_setting = NULL, nhs_number = NULL WHERE id = '${sami.id}';
      DELETE FROM episodes.plan_action WHERE concerns @> ARRAY['${sami.id}']::uuid[];
      DELETE FROM episodes.need WHERE concerns && ARRAY['${sami.id}', '${lina.id}']::uuid[];
      DELETE FROM episodes.taf_meeting WHERE episode_id = '${idOf(everard)}'`,
    show: 'DELETE FROM access.disclosure_limit',
  },
  {
    what: 'a child’s part without responsibility for the child',
    who: bronagh,
    purpose: 'RIGHTS',
    reference: referenceOf(tolliver),
    hide: 'UPDATE access.parental_responsibility SET evidence = NULL',
    remove: `DELETE FROM families.person_entry WHERE person_id = '${ivo.id}';
      UPDATE families.person SET given_name = 'Another' WHERE id = '${ivo.id}';
      DELETE FROM episodes.need WHERE concerns @> ARRAY['${ivo.id}']::uuid[]`,
    show: '',
  },
  {
    what: 'entries of a stricter class, for another purpose than was justified',
    who: joel,
    purpose: 'UNDERSTAND_NEEDS',
    reference: referenceOf(castellan),
    hide: '',
    remove: entriesWhere(idOf(castellan), STRICT),
    show: NO_MARKS,
    isMarked: true,
  },
  {
    what: 'entries of a stricter class about two, of whom one was justified',
    who: marcus,
    purpose: 'COORDINATE_SUPPORT',
    reference: referenceOf(castellan),
    hide: '',
    remove: `DELETE FROM episodes.taf_meeting WHERE ${STRICT}; DELETE FROM episodes.need WHERE ${STRICT}`,
    show: NO_MARKS,
    isMarked: true,
  },
  {
    what: 'stricter entries that concern another member of the family, too',
    who: rosalba,
    purpose: 'RIGHTS',
    reference: referenceOf(castellan),
    hide: '',
    remove: `DELETE FROM episodes.taf_meeting WHERE ${STRICT}; DELETE FROM episodes.plan_action WHERE ${STRICT}`,
    show: NO_MARKS,
    isMarked: true,
  },
  {
    what: 'entries locked to a law under which the agency may not have them',
    who: kwame,
    purpose: 'COORDINATE_SUPPORT',
    reference: referenceOf(gresham),
    hide: '',
    remove: entriesWhere(idOf(gresham), 'purpose_lock IS NOT NULL'),
    show: NO_MARKS,
    isMarked: true,
  },
  {
    what: 'entries locked to other purposes',
    who: rhona,
    purpose: 'SAFEGUARDING',
    reference: referenceOf(gresham),
    hide: '',
    remove: entriesWhere(idOf(gresham), 'purpose_lock IS NOT NULL'),
    show: NO_MARKS,
    isMarked: true,
  },
  {
    what: 'minutes locked to a learning review, from the family',
    who: tabitha,
    purpose: 'RIGHTS',
    reference: referenceOf(gresham),
    hide: '',
    remove: `DELETE FROM episodes.taf_meeting WHERE purpose_lock IS NOT NULL`,
    show: NO_MARKS,
    isMarked: true,
  },
  {
    what: 'a record without a grant on it',
    who: grace,
    purpose: 'UNDERSTAND_NEEDS',
    reference: referenceOf(castellan),
    hide: '',
    remove: `DELETE FROM episodes.episode WHERE id = '${idOf(castellan)}'; DELETE FROM families.family WHERE id = '${castellan.id}'`,
    show: `INSERT INTO access.access_grant (id, account_id, episode_id, role, working_relationship, granted_by, starts_at)
      SELECT gen_random_uuid(), '${grace.id}', '${idOf(castellan)}', 'TAF_MEMBER', 'Test', '${cast.practitioners.esther.id}', timestamptz '${NOW}' - interval '1 day'`,
  },
];
