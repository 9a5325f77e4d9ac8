import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';
import { REACHED_PERSONS } from './reached-persons.ts';

const SRC = 'packages/query-policy/src';
const TEST = 'packages/query-policy/test';
const ONE_BY_ONE = `${TEST}/one-predicate-at-a-time.test.ts`;
const DIFFERENTIAL = [
  ONE_BY_ONE,
  `${TEST}/hidden-details.test.ts`,
  `${TEST}/left-episode.test.ts`,
  `${TEST}/differential.test.ts`,
];
const REACH = [`${TEST}/reach.test.ts`, `${TEST}/differential.test.ts`];
const GATE = [`${TEST}/gate.test.ts`];
const LEGAL_SHAPE = [
  `${TEST}/legal-shape.test.ts`,
  `${TEST}/legal-powers.test.ts`,
  `${TEST}/differential.test.ts`,
];

/** What each predicate asks in SQL, and the facts of a request that it asks. */
export const PREDICATES_AREA: MutantArea = {
  name: 'predicates',
  mutants: [
    ...mutantsOf(`${SRC}/predicates/atom.ts`, DIFFERENTIAL, [
      [
        'A grant in another role opens',
        "sql`${literal(role)} = ANY (${sql.raw(namesNobody === true ? 'r.wide_roles' : 'r.roles')})`",
        'sql`cardinality(r.roles) > 0`',
      ],
      [
        'What is said of the whole family is opened by a grant that names persons',
        "namesNobody === true ? 'r.wide_roles' : 'r.roles'",
        "namesNobody === true ? 'r.roles' : 'r.roles'",
      ],
      [
        'A conflict of interest bars nobody',
        "'conflict.declared': () => sql.raw('r.conflict_declared')",
        "'conflict.declared': () => sql.raw('false')",
      ],
      [
        'An agency that the family excluded is let in',
        "'exclusion.wholeAgency': () => sql.raw('r.agency_excluded')",
        "'exclusion.wholeAgency': () => sql.raw('false')",
      ],
      ['No agreement is needed', "() => sql.raw('r.agreement_in_force')", "() => sql.raw('true')"],
      [
        'A closed episode stays open',
        "'episode.open': () => sql.raw('r.open')",
        "'episode.open': () => sql.raw('true')",
      ],
      [
        'An entry of any agency counts as one’s own',
        "'entry.ownAgency': (_atom, row) => whereBound(row.agencyId, (id) => sql`${id} = p.agency_id`)",
        "'entry.ownAgency': (_atom, row) => whereBound(row.agencyId, (id) => sql`${id} IS NOT NULL`)",
      ],
      [
        'A detail is hidden only under its own name',
        'literals(hiddenWith(coordinate))',
        'literals([coordinate, coordinate])',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/forms/party.ts`, DIFFERENTIAL, [
      [
        'An agency that was not asked reads the request',
        'p.agency_id = ANY (${parties})',
        'cardinality(${parties}) > 0',
      ],
      [
        'An agency that the family excluded since still reads what was asked of it',
        "AND ${exclusion.scope} = 'WHOLE_AGENCY'",
        "AND ${exclusion.scope} = 'NEVER'",
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/hidden-details.ts`, DIFFERENTIAL, [
      ['A restricted item is given', "may: among(rowId, 'item_id') };", 'may: sql`false` };'],
      [
        'A person is hidden as a person only, not as an item',
        "sql.raw('coalesce(h.item_id, h.person_id)')",
        "sql.raw('h.person_id')",
      ],
      [
        'A detail of one person is hidden of everybody whom a record concerns',
        'binds: sql`(h.named AND h.person_id = ANY (${concerns}) OR',
        'binds: sql`(h.person_id = ANY (${concerns}) OR',
      ],
      [
        'A detail of one person is given in entries about the family as a whole',
        'const namesNobody = sql`cardinality(${concerns}) = 0`;',
        'const namesNobody = sql`false`;',
      ],
      [
        'A detail of one person is given in records that name nobody',
        'may: sql`EXISTS (SELECT 1 FROM ${hidden} WHERE h.named)`,',
        'may: sql`false`,',
      ],
      [
        'What a family withholds of its episode is given',
        "may: among(link.episodeId, 'episode_id') },",
        'may: sql`false` },',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/forms/reached-person.ts`, DIFFERENTIAL, [
      [
        'A justification of one episode serves in another',
        "(${whose.by('r')}r.episode_id, r.concerned_id) IN (SELECT ${whose.by('u')}u.episode_id, u.person_id FROM",
        'r.concerned_id IN (SELECT u.person_id FROM',
      ],
      [
        'A justification about one person serves for another',
        "(${whose.by('r')}r.episode_id, r.concerned_id) IN (SELECT ${whose.by('u')}u.episode_id, u.person_id FROM",
        'r.episode_id IN (SELECT u.episode_id FROM',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/forms/stricter-class.ts`, DIFFERENTIAL, [
      [
        'One justified person opens an entry about several',
        'AS concerned_by (id) WHERE NOT EXISTS (SELECT 1 FROM unlocked u',
        'AS concerned_by (id) WHERE EXISTS (SELECT 1 FROM unlocked u',
      ],
      [
        'A stricter class is no bar',
        'return sql`(${rowClass} IS NOT NULL AND NOT (${free}))`;',
        'return sql`(${rowClass} IS NULL AND NOT (${free}))`;',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/forms/purpose-lock.ts`, DIFFERENTIAL, [
      ['A lock that is not known is open', 'ELSE false END, false)', 'ELSE true END, false)'],
      [
        'A lock is opened by every purpose',
        'sql`p.purpose IN (${literals(purposes)})`',
        'sql`p.purpose NOT IN (${literals(purposes)})`',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/forms/limit.ts`, DIFFERENTIAL, [
      [
        'The first limit that a young person set counts, not the last',
        '${disclosureLimit.setAt} DESC,',
        '${disclosureLimit.setAt} ASC,',
      ],
      [
        'A limit set by a young person binds themselves',
        'limiting.id IS DISTINCT FROM p.person_id',
        'true',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/forms/kin.ts`, DIFFERENTIAL, [
      [
        'An entry about others, too, is one’s own',
        '${all} <@ (p.children || p.person_id)',
        '${all} && (p.children || p.person_id)',
      ],
    ]),
    ...mutantsOf(`${SRC}/facts/reach.ts`, REACH, [
      [
        'A grant that one gave oneself opens',
        "AND (${accessGrant.grantedBy} <> p.id OR ${accessGrant.basis} = 'OVERRIDE')",
        '',
      ],
      [
        'A grant in a role no longer held still opens',
        'WHERE ${accessGrant.role} = ANY (p.roles)',
        'WHERE true',
      ],
    ]),
    ...mutantsOf(`${SRC}/facts/running-grant.ts`, REACH, [
      ['A revoked grant still opens', ' AND ${notYet(accessGrant.revokedAt)}', ''],
      ['A suspended grant still opens', '${notYet(accessGrant.suspendedAt)} AND ', ''],
    ]),
    ...mutantsOf(`${SRC}/facts/signed.ts`, REACH, [
      ['A withdrawn agreement is in force', ' AND ${notYet(familyAgreement.withdrawnAt)}', ''],
    ]),
    ...REACHED_PERSONS,
    ...mutantsOf(
      `${SRC}/facts/live.ts`,
      [...GATE, ...REACH],
      [
        [
          'What ends now is still in force',
          '(${ends} IS NULL OR ${ends} > ${NOW})',
          '(${ends} IS NULL OR ${ends} >= ${NOW})',
        ],
        [
          'What was taken away at this moment still holds',
          '(${moment} IS NULL OR ${moment} > ${NOW})',
          '(${moment} IS NULL OR ${moment} >= ${NOW})',
        ],
      ],
    ),
    ...mutantsOf(`${SRC}/facts/hidden.ts`, DIFFERENTIAL, [
      [
        'An item about a child of two families is restricted in one',
        'OR (${restriction.itemId} IS NOT NULL AND',
        'OR (false AND',
      ],
      [
        'What is hidden is given where no reach leads to it',
        "IN (SELECT ${whose.by('reach')}reach.family_id FROM reach)\n    OR ${OF_WHAT_NEEDS_NO_REACH}`;",
        "IN (SELECT ${whose.by('reach')}reach.family_id FROM reach)`;",
      ],
      [
        'What is hidden from a person is given to them',
        ' OR ${restriction.hiddenFromPersonId} = p.person_id',
        '',
      ],
      [
        'What somebody has had restricted is kept from themselves',
        '    AND ${processingRestriction.personId} IS DISTINCT FROM p.person_id\n',
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/facts/unlocked.ts`, LEGAL_SHAPE, [
      [
        'A justification for one purpose serves for another',
        ' AND ${justification.purpose} = p.purpose',
        '',
      ],
      [
        'A justification that ran out still unlocks',
        ' AND ${justification.expiresAt} > ${NOW}',
        '',
      ],
      [
        'The legal shape of a justification is not looked at',
        "AND ${legalShape(sql.raw('covered.class'))}",
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/facts/legal-shape/second-key.ts`, LEGAL_SHAPE, [
      [
        'Offence data is unlocked by whoever approved it themselves',
        '${j.approvedBy} <> p.id',
        '${j.approvedBy} IS NOT NULL',
      ],
      ['No appropriate policy document is needed', ' OR p.policy_document)', ' OR true)'],
    ]),
    ...mutantsOf(
      `${SRC}/facts/not-blank.ts`,
      [`${TEST}/not-blank.test.ts`],
      [
        ['Text that is not there says something', ', false)`;', ', true)`;'],
        ['Signs say something', '~ ${SAYING_SOMETHING}', "~ '[^[:space:]]'"],
      ],
    ),
    ...mutantsOf(`${SRC}/facts/legal-shape.ts`, LEGAL_SHAPE, [
      [
        'A public authority relies on legitimate interests',
        'sql`NOT p.public_authority`',
        'sql`true`',
      ],
      ['No power has to be established', '    AND ${powerEstablished}\n', ''],
      ['What rests on consent outlives it', '    AND ${consentStands(special, offence)}\n', ''],
    ]),
    ...mutantsOf(`${SRC}/facts/principal.ts`, GATE, [
      [
        'A second factor is not asked for',
        '${asking.multiFactor}::boolean AS multi_factor',
        'true AS multi_factor',
      ],
      ['An issuer speaks for any agency', ' AND ${issuerAgency.agencyId} = p.agency_id\n', '\n'],
      [
        'An issuer that was ended speaks on',
        '\n      AND ${issuerAgency.state} = ${literal(SPEAKING)}) AS issuer_for_agency',
        ') AS issuer_for_agency',
      ],
      [
        'A locked account is let in',
        'p.state IN (${literals(ACTIVE_ACCOUNTS)}) AS account_active',
        'true AS account_active',
      ],
    ]),
  ],
};
