import { agencies } from './agencies.ts';
import { beyondTheTeam } from './beyond-the-team.ts';
import type { CastPractitioner } from './model/practitioner.ts';
import { practitioner } from './model/practitioner.ts';

/** The named practitioners, in the order that sample accounts are listed. */
export const practitioners = {
  grace: practitioner('grace', {
    email: 'grace.adebayo@fernhollow.example',
    name: 'Grace Adebayo',
    jobTitle: 'Pastoral lead',
    agency: agencies.fernhollow,
    shows:
      'school TAF member: eight families, no justification, so classed fields others recorded are withheld',
  }),
  tom: practitioner('tom', {
    email: 'tom.hathersage@earlyhelp.marlshire.example',
    name: 'Tom Hathersage',
    jobTitle: 'Family support worker',
    agency: agencies.earlyHelp,
    roles: ['LEAD_PROFESSIONAL', 'TAF_MEMBER'],
    targetedTeam: true,
    shows: 'lead professional in targeted early help: sees the whole record of the tour family',
  }),
  niamh: practitioner('niamh', {
    email: 'niamh.corrigan@marlvalley.example',
    name: 'Niamh Corrigan',
    jobTitle: 'Health visitor',
    agency: agencies.marlValley,
    shows:
      'health TAF member: a live justification opens the health fields of one child, not of the others',
  }),
  callum: practitioner('callum', {
    email: 'callum.draycott@cobblewick.example',
    name: 'Callum Draycott',
    jobTitle: 'Tenancy sustainment officer',
    agency: agencies.cobblewick,
    shows:
      'worker of an agency that the tour family excluded: for this account the family is not there',
  }),
  ines: practitioner('ines', {
    email: 'ines.fairweather@insight.marlshire.example',
    name: 'Ines Fairweather',
    jobTitle: 'Performance analyst',
    agency: agencies.insight,
    roles: ['ANALYST'],
    shows: 'analyst: protected counts only, no records',
  }),
  dev: practitioner('dev', {
    email: 'dev.parmar-lowe@frontdoor.marlshire.example',
    name: 'Dev Parmar-Lowe',
    jobTitle: 'Early help practitioner',
    agency: agencies.frontDoor,
    roles: ['EHAST_PRACTITIONER'],
    shows: 'EHASt practitioner with a screening grant on one new contact',
  }),
  esther: practitioner('esther', {
    email: 'esther.quill@earlyhelp.marlshire.example',
    name: 'Esther Quill',
    jobTitle: 'Early help manager',
    agency: agencies.earlyHelp,
    roles: ['LEAD_PROFESSIONAL', 'TAF_MEMBER'],
    targetedTeam: true,
    shows:
      'gives and ends other people’s grants; lead professional of the families Tom does not lead',
  }),
  rhona: practitioner('rhona', {
    email: 'rhona.tillery@constabulary.example',
    name: 'Rhona Tillery',
    jobTitle: 'Early intervention officer',
    agency: agencies.constabulary,
    shows: 'police TAF member: reads the conviction its own force recorded, not what others did',
  }),
  owen: practitioner('owen', {
    email: 'owen.sallow@eastmarl.example',
    name: 'Owen Sallow',
    jobTitle: 'Community psychiatric nurse',
    agency: agencies.eastmarl,
    shows:
      'holds a complete justification, but the family excluded one person’s health conditions: silently absent',
  }),
  bea: practitioner('bea', {
    email: 'bea.thornbury@brackwater.example',
    name: 'Bea Thornbury',
    jobTitle: 'Attendance officer',
    agency: agencies.brackwater,
    pastRoles: ['LEAD_PROFESSIONAL'],
    shows:
      'grants that are expired, revoked, suspended, not yet begun, or for a role no longer held; one is live',
  }),
  joel: practitioner('joel', {
    email: 'joel.marchbank@marlvalley.example',
    name: 'Joel Marchbank',
    jobTitle: 'School nurse',
    agency: agencies.marlValley,
    roles: ['LEAD_PROFESSIONAL', 'TAF_MEMBER'],
    shows: 'one justification for each way of being incomplete, and the complete ones beside them',
  }),
  marcus: practitioner('marcus', {
    email: 'marcus.venn@marlvalley.example',
    name: 'Marcus Venn',
    jobTitle: 'Speech and language therapist',
    agency: agencies.marlValley,
    shows:
      'a grant on one episode and a justification on another, about the same child: neither helps the other',
  }),
  sian: practitioner('sian', {
    email: 'sian.bexley@tolland.example',
    name: 'Sian Bexley',
    jobTitle: 'Teaching assistant',
    agency: agencies.tolland,
    shows: 'declared a relationship with one family: that one is barred, another is not',
  }),
  petra: practitioner('petra', {
    email: 'petra.lockwood@brackwater.example',
    name: 'Petra Lockwood',
    jobTitle: 'Head of year',
    agency: agencies.brackwater,
    state: 'LOCKED_DOWN',
    shows: 'account locked after possible misuse',
  }),
  rufus: practitioner('rufus', {
    email: 'rufus.okello@fernhollow.example',
    name: 'Rufus Okello',
    jobTitle: 'Teaching assistant',
    agency: agencies.fernhollow,
    training: { SYSTEM: 1096, DATA_AND_SECURITY: -20 },
    shows: 'data and security training ran out 20 days ago',
  }),
  lucia: practitioner('lucia', {
    email: 'lucia.moran@lantern.example',
    name: 'Lucia Moran',
    jobTitle: 'Family mentor',
    agency: agencies.lantern,
    training: { DATA_AND_SECURITY: 1096 },
    shows: 'never completed the system training',
  }),
  hal: practitioner('hal', {
    email: 'hal.winstanley@marlvalley.example',
    name: 'Hal Winstanley',
    jobTitle: 'Nursery nurse',
    agency: agencies.marlValley,
    accepted: false,
    shows: 'has not accepted the user agreement',
  }),
  wilma: practitioner('wilma', {
    email: 'wilma.strand@stonebeck.example',
    name: 'Wilma Strand',
    jobTitle: 'Outreach worker',
    agency: agencies.stonebeck,
    shows: 'agency withdrew; the grant was never taken away and opens nothing',
  }),
  noel: practitioner('noel', {
    email: 'noel.dacre@hartsedge.example',
    name: 'Noel Dacre',
    jobTitle: 'Youth worker',
    agency: agencies.hartsedge,
    shows: 'agency under notice: access lasts until its signature ends',
  }),
  uma: practitioner('uma', {
    email: 'uma.brightwell@quayside.example',
    name: 'Uma Brightwell',
    jobTitle: 'Listening volunteer',
    agency: agencies.quayside,
    shows: 'the only worker of an agency',
  }),
  pip: practitioner('pip', {
    email: 'pip.garrard@pennyroyal.example',
    name: 'Pip Garrard',
    jobTitle: 'Housing officer',
    agency: agencies.pennyroyal,
    shows: 'agency listed as active, but its signature ended ten days ago',
  }),
  delia: practitioner('delia', {
    email: 'delia.frost@droverslane.example',
    name: 'Delia Frost',
    jobTitle: 'Deputy head teacher',
    agency: agencies.droversLane,
    shows: 'agency without evidence of its policies',
  }),
  magda: practitioner('magda', {
    email: 'magda.wren@millrace.example',
    name: 'Magda Wren',
    jobTitle: 'Debt adviser',
    agency: agencies.millRace,
    shows: 'agency without an appropriate policy document: a condition that needs one fails',
  }),
  kwame: practitioner('kwame', {
    email: 'kwame.asante@cobblewick.example',
    name: 'Kwame Asante',
    jobTitle: 'Housing officer',
    agency: agencies.cobblewick,
    shows:
      'housing TAF member: reads the arrears its own association recorded, not what others did',
  }),
  zara: practitioner('zara', {
    email: 'zara.oneil+test@lantern.example',
    name: 'Zara “Zed” O’Neil-D’Arcy <b>&amp;</b>; --',
    jobTitle: "Youth mentor' OR '1'='1",
    agency: agencies.lantern,
    phone: null,
    shows:
      'a name and job title full of quotes and markup; member of the hostile-strings family’s team',
  }),
  ...beyondTheTeam,
} as const satisfies Record<string, CastPractitioner>;
