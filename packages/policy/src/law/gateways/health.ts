import { sinceTheBeginning } from '../dated.ts';
import { gateway } from '../gateway.ts';

const head = (overridesConfidence: boolean) => ({ overridesConfidence });

/** The cases in which a commissioner may disclose; the first three and the last override confidence (DEV-A1-14Z). */
const COMMISSIONER_HEADS = {
  a: head(true),
  b: head(true),
  c: head(true),
  d: head(false),
  e: head(false),
  f: head(false),
  g: head(false),
  h: head(true),
} as const;

/** Powers and duties of health bodies. */
export const HEALTH_GATEWAYS = {
  NHSA2006_S82: gateway(
    sinceTheBeginning('NHSA 2006 s82'),
    'National Health Service Act 2006, co-operation of NHS bodies and councils',
    { kinds: ['HEALTH', 'COUNCIL'] },
  ),
  // Covers what NHS fraud powers brought in, of which a family's record holds nothing: it serves no purpose here.
  NHSA2006_S201: gateway(
    sinceTheBeginning('NHSA 2006 s201'),
    'National Health Service Act 2006, what was obtained with NHS fraud powers',
    { kinds: ['HEALTH'], purposes: [], overridesConfidence: true },
  ),
  // Enacted for clinical commissioning groups; integrated care boards have their place.
  NHSA2006_14Z23: gateway(
    sinceTheBeginning('NHSA 2006 s14Z23'),
    'National Health Service Act 2006, disclosures permitted to a commissioner',
    { kinds: [], standings: ['NHS_COMMISSIONER'], heads: COMMISSIONER_HEADS },
  ),
  HCA2022_S25: gateway(
    { from: '2022-07-01', until: null, source: 'HCA 2022 s25; SI 2022/734' },
    'Health and Care Act 2022, functions of integrated care boards',
    { kinds: [], standings: ['NHS_COMMISSIONER'] },
  ),
} as const;
