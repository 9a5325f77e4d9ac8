import { agencies } from './agencies.ts';
import { ashdown } from './families/ashdown.ts';
import { castellan } from './families/castellan.ts';
import { everard } from './families/everard.ts';
import { gresham } from './families/gresham.ts';
import { okafor } from './families/okafor.ts';
import { penhallow } from './families/penhallow.ts';
import { pettigrew } from './families/pettigrew.ts';
import { nettlefold } from './families/rights-and-breach.ts';
import { sorrel, vance } from './families/sorrel-and-vance.ts';
import { tolliver } from './families/tolliver.ts';
import { wraxall } from './families/wraxall-and-merriweather.ts';
import type { CastFamilyAccount } from './model/family-account.ts';
import { familyAccount } from './model/family-account.ts';
import type { CastPerson } from './model/person.ts';
import type { CastRole } from './model/role.ts';

function signsIn(
  key: string,
  person: CastPerson,
  shows: string,
  facts: {
    readonly roles?: readonly CastRole[];
    readonly ended?: number;
    readonly verified?: number;
    readonly strayGrant?: { readonly id: string };
  } = {},
): CastFamilyAccount {
  const name = `${person.givenName}.${person.familyName}`.toLowerCase();
  const email = `${name}@home.example`;
  return familyAccount(key, { email, agency: agencies.frontDoor, person, shows, ...facts });
}

/** Members of families who sign in through the council's own provider. */
export const familyAccounts = {
  ngozi: signsIn(
    'ngozi',
    okafor.persons.ngozi,
    'mother in the tour family: own part, and the children’s by evidenced parental responsibility',
  ),
  imelda: signsIn(
    'imelda',
    ashdown.persons.imelda,
    'mother at a secret address: sees it, and both children',
  ),
  victor: signsIn(
    'victor',
    ashdown.persons.victor,
    'father kept from the mother’s address, one child’s school and the other child altogether',
  ),
  noor: signsIn(
    'noor',
    everard.persons.noor,
    'mother of four young people, each with another limit on what she sees',
  ),
  sami: signsIn(
    'sami',
    everard.persons.sami,
    'young person of 14 who keeps the own part confidential from parents: reads it all',
    { roles: ['YOUNG_PERSON'] },
  ),
  dottie: signsIn(
    'dottie',
    pettigrew.persons.dottie,
    'young person of 13 in a group: own entries, not the brother’s',
    { roles: ['YOUNG_PERSON'] },
  ),
  bronagh: signsIn(
    'bronagh',
    tolliver.persons.bronagh,
    'mother with evidenced parental responsibility: the child’s part too',
  ),
  hamish: signsIn(
    'hamish',
    tolliver.persons.hamish,
    'stepfather whose parental responsibility nobody saw evidence of: own part only',
  ),
  declan: signsIn(
    'declan',
    tolliver.persons.declan,
    'father whose parental responsibility ended; a team member’s grant on the account counts for nothing',
    { roles: ['FAMILY_MEMBER', 'TAF_MEMBER'], strayGrant: tolliver.episodes.current },
  ),
  mina: signsIn(
    'mina',
    sorrel.persons.mina,
    'mother of children in two families: this family’s episode, not the father’s',
  ),
  ralph: signsIn(
    'ralph',
    vance.persons.ralph,
    'father of children in two families: this family’s episode, not the mother’s',
  ),
  kerry: signsIn(
    'kerry',
    wraxall.persons.kerry,
    'birth mother of an adopted child: nothing leads to the adoptive family',
  ),
  morwenna: signsIn(
    'morwenna',
    penhallow.persons.morwenna,
    'had the use of some details restricted: still reads them, nobody else does',
  ),
  rosalba: signsIn(
    'rosalba',
    castellan.persons.rosalba,
    'entries of a stricter class: reads those about nobody else',
  ),
  tabitha: signsIn(
    'tabitha',
    gresham.persons.tabitha,
    'entries locked to a purpose: reads those about nobody else',
  ),
  odette: signsIn(
    'odette',
    nettlefold.persons.parent,
    'the link between account and person has ended: nothing',
    { ended: -3 },
  ),
} as const satisfies Record<string, CastFamilyAccount>;
