import type { Terms } from './terms.ts';

/** Disability, sensory impairment, how somebody develops, and the benefits and aids that come with it. */
export const DISABILITY: Terms = {
  general: `
    disab*, handicap*, impair*, special needs, life-long condition, care needs, personal care,
    short breaks team|service|scheme|offer|provision|funding|nurse, respite care, dfg, facilities
    grant, reasonable adjustment, equality act, complex needs, additional health needs, CWD`,
  mindAndDevelopment: `
    autis*, ASD, ASC, aspergers, asperger, on the spectrum, neuro-diver*, neuro-develop*,
    neuro-disab*, neuro-typical, learning difficult*, LD, PMLD, SLD, MLD, low IQ, developmental
    delay, global delay, GDD, delayed development|speech|walking, speech delay|disorder|
    difficulty|impediment, language disorder|delay, DLD, stammer*, stutter*, selective* mut*,
    mutism, elective mute, non-verbal, pre-verbal, minimally verbal, dyslex*, dysprax*,
    dyscalcul*, dysgraph*, DCD, developmental co-ordination, sensory processing|needs|diet|
    overload|profile|integration|issue|seeking|difficulty|sensitivity, SPD, stimming, FASD, FAS,
    foetal|fetal alcohol, social communication disorder|difficulty|assessment, brain injury|
    damage, ABI, acquired brain, learning need assessment, ADOS, flaps|flapping [his|her|their]
    hands, echolalia, echolalic, walks|walking on his|her toes, not talking yet, tip-toe walking,
    masking at|in, does|did not walk|talk until, late talker`,
  syndromes: `
    down syndrome, downs syndrome|child|boy|girl|baby, trisomy*, fragile x, edwards syndrome, rett
    syndrome, angelman*, prader-willi, williams syndrome, turner syndrome, klinefelter*, digeorge,
    22q, noonan, cerebral pals*, CP diagnosis, spina bifida, hydroceph*, microceph*, muscular
    dystroph*, duchenne, SMA, MS, multiple sclerosis, motor neurone, MND, parkinsons, huntingtons,
    ataxia, achondroplasia, dwarfism, brittle bone, spinal injury|cord, club-foot, talipes, cleft`,
  sight: `
    is|was|registered|partially|born|legally|nearly|almost|going|gone|went|goes|are|totally|
    severely|colour|color|certified blind, blind in|since|from|child|person|pupil, blindness,
    sight-impaired, severely sight, sight loss, loss of sight, low vision, losing his|her|their
    sight, partially sighted, VI, braille, guide dog, white|long cane, qtvi, large print,
    cataract*, glaucoma, cannot|cant see well|clearly|properly, sight in one, eyesight, optic
    nerve, squint*, lazy eye, lost|lose|loses his|her|their sight`,
  hearing: `
    deaf*, hard of hearing, hearing-impair*, hearing loss|aid|problem|difficulty, cochlear, BSL,
    sign language, makaton, signs with, lip-read*, radio aid, sign supported, cannot|cant hear
    well|out|properly|anything, hears nothing, uses signing, uses sign, hearing in one|both`,
  moving: `
    wheel-chair*, mobility, blue badge, motability, hoist*, walking frame|stick|aid, uses a stick|
    frame, walks|walking with a stick|frame, zimmer, crutch*, splint, AFO, orthot*, prosthe*,
    amput*, paralys*, parapleg*, quadripleg*, tetrapleg*, hemipleg*, dipleg*, bed-bound,
    house-bound, unable to walk, cannot walk, stoma, colostomy, gastrostomy, PEG fed, catheter*,
    tracheostomy, ventilator*, grab rail, stair-lift, wet-room, profiling bed, adapted bathroom|
    house|home|property, legs do|does not work, lost the use, loss of limb|leg|arm|hand|use, born
    with one|a|no|without, artificial leg|arm|limb|hand, unsteady on, falls often, power-chair,
    adapted car|vehicle`,
  communicationAids: `
    pecs, AAC, eye gaze, communication aid|board|device, speech therap*, speech and language,
    SALT, SLT, talker device`,
  services: `
    occupational therap*, OT, portage, sensory impairment|inclusion|support, early support,
    transition nurse, sensory room, sensory circuits, special school for, continuing health-care,
    CHC`,
  benefits: `
    DLA, living allowance, PIP, independence payment, ESA, LCWRA, limited capability, attendance
    allowance, carers allowance, incapacity benefit`,
};
