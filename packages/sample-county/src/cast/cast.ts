import { agencies } from './agencies.ts';
import { ibbotson, keane, marsh, osgood, tarrant } from './families/agreement-states.ts';
import { bexley } from './families/bexley.ts';
import { blank } from './families/blank.ts';
import { delaney, farrow, garside, rusk } from './families/episode-states.ts';
import { hollis } from './families/hollis.ts';
import { hostile } from './families/hostile.ts';
import { lindqvist } from './families/lindqvist.ts';
import { merrow } from './families/merrow.ts';
import { okafor } from './families/okafor.ts';
import { pemberton } from './families/pemberton.ts';
import { quennell } from './families/quennell.ts';
import { sorrel, vance } from './families/sorrel-and-vance.ts';
import { thistle } from './families/thistle.ts';
import { yarrow } from './families/yarrow.ts';
import { practitioners } from './practitioners.ts';

/** Every named agency, practitioner and family of the sample county; the package's README says what each is for. */
export const cast = {
  agencies,
  practitioners,
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
  },
} as const;
