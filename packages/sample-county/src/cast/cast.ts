import { agencies } from './agencies.ts';
import { ibbotson, keane, marsh, osgood, tarrant } from './families/agreement-states.ts';
import { ashdown } from './families/ashdown.ts';
import { hallam, inskip, jellicoe } from './families/audited.ts';
import { bexley } from './families/bexley.ts';
import { blank } from './families/blank.ts';
import { castellan } from './families/castellan.ts';
import { delaney, farrow, garside, rusk } from './families/episode-states.ts';
import { everard } from './families/everard.ts';
import { gresham } from './families/gresham.ts';
import { hollis } from './families/hollis.ts';
import { hostile } from './families/hostile.ts';
import { lindqvist } from './families/lindqvist.ts';
import { merrow } from './families/merrow.ts';
import { mundy } from './families/mundy.ts';
import { okafor } from './families/okafor.ts';
import { faraday, gorringe } from './families/panel-cases.ts';
import { pemberton } from './families/pemberton.ts';
import { penhallow } from './families/penhallow.ts';
import { pettigrew } from './families/pettigrew.ts';
import { pargeter, quantock } from './families/quantock.ts';
import { quennell } from './families/quennell.ts';
import { ravenhill } from './families/ravenhill.ts';
import { kestrel, larkin } from './families/reviewed.ts';
import { nettlefold, ormerod } from './families/rights-and-breach.ts';
import { sorrel, vance } from './families/sorrel-and-vance.ts';
import { thistle } from './families/thistle.ts';
import { tolliver } from './families/tolliver.ts';
import { merriweather, wraxall } from './families/wraxall-and-merriweather.ts';
import { yarrow } from './families/yarrow.ts';
import { familyAccounts } from './family-accounts.ts';
import { matchCandidates } from './match-candidates.ts';
import { practitioners } from './practitioners.ts';
import { proceedings } from './proceedings.ts';

/** Every named agency, practitioner, family member and family of the sample county; the package's README says what each is for. */
export const cast = {
  agencies,
  practitioners,
  familyAccounts,
  proceedings,
  matchCandidates,
  families: {
    okafor,
    pemberton,
    sorrel,
    vance,
    lindqvist,
    quennell,
    merrow,
    hollis,
    hostile,
    blank,
    tarrant,
    ibbotson,
    keane,
    marsh,
    osgood,
    farrow,
    garside,
    rusk,
    bexley,
    yarrow,
    delaney,
    thistle,
    ashdown,
    everard,
    tolliver,
    wraxall,
    merriweather,
    penhallow,
    castellan,
    gresham,
    faraday,
    gorringe,
    hallam,
    inskip,
    jellicoe,
    kestrel,
    larkin,
    mundy,
    nettlefold,
    ormerod,
    pettigrew,
    quantock,
    ravenhill,
    pargeter,
  },
} as const;
