import type { Terms } from './terms.ts';

/** What tells of somebody’s health, body or mind, or of a service that one is a patient of. */
export const HEALTH: Terms = {
  general: `
    diagnos*, symptom*, illness*, unwell, is|was|been|be|feels|feeling|felt|fell|falls|very|so|too
    ill, ill health, sickness, off sick, been|being|was|is|feels|feeling sick, sick note, sick
    line, fit note, vomit*, medical*, clinic*, health condition|problem|issue|concern, health
    need, health care plan, long-term condition, life-limiting, terminally ill, is terminal,
    terminal diagnosis|prognosis|phase, palliative, hospice, chronic, infection*, infectious,
    injur*, disease*, disorder*, poor|his|her|their health, poorly, convalesc*, recovering from, a
    patient of|at|in, GP said|says|letter|appointment|referral|review|surgery|has|will|visit, saw|
    see|seen|sees|visited|visit|under|by|to [her|his|their|the] GP|doctor, doctor said|says|has|
    told`,
  services: `
    camhs, cypmhs, amhs, iapt, healthy minds, kooth, crisis team, AMHP, CPN, psychiatr*,
    psycholog*, psychotherap*, counselling, counselled, counsellor, counseling, therap*, CBT,
    EMDR, DBT, hospital, hospitalis*, hospitaliz*, A&E, ED, accident and emergency, ambulance*,
    paramedic*, paediatric*, pediatric*, out-patient*, in-patient*, on|to the ward, intensive
    care, ICU, operation on, an|his|her|for operation, operated on, surgical, surgeon*, anaesthe*,
    had|having|needs|after|for|awaiting surgery, dietitian*, dietician*, physio*, consultant
    letter, continence, dermatolog*, cardiolog*, neurolog*, oncolog*, gynaecolog*, urolog*,
    haematolog*, ophthalm*, orthopt*, orthopaed*, ENT, audiolog*, podiatr*, discharged from|after|
    home|on, section 2|3 of the, sectioned, care coordinator, perinatal, adult mental, school
    nurse to|will|saw|has|gave|care`,
  mind: `
    mental-health, mentally ill|unwell, mental breakdown|state, nervous breakdown, MH, depress*,
    anxiety, low mood, mood swing|disorder, panic attack, phobi*, ocd, obsessive compulsive, ptsd,
    cptsd, post-traumatic, trauma*, bpd, eupd, bipolar, manic, mania, psychos*, psychotic,
    schizo*, delusion*, hallucinat*, paranoi*, hear|hears|hearing|heard voices, dissociat*,
    flash-back*, adhd, ADD, attention deficit, hyperactiv*, oppositional defiant, pathological
    demand, PDA, tourettes, tic, tics, burnout, PND, nightmares since, insomnia, night terror,
    had|having|a|emotional breakdown, his|her|their|my nerves, tearful and low, not coping
    mentally, pulls|pulling|pulled her|his hair, skin picking, intrusive thought, stopped|not
    eating, skips|skipping|skipped meals|lunch|breakfast, making herself|himself sick, wellbeing
    practitioner, MHST, emotional wellbeing team|service|support`,
  selfHarm: `
    self-harm*, self-injur*, suicid*, overdos*, ligature*, end|ending|take|taking|took|ended his|
    her|their|my own life, end|ending|ended his|her|their|my life, want|wants|wanted|wish|wishes|
    wished to die, not want to live, not want to be here|alive, does not want to wake, better off
    dead, kill|killing himself|herself|themselves|myself, hurt|hurting|hurts|harm|harming|cut|
    cuts|cutting himself|herself|themselves|myself, cutting [her|his|their] arms|wrists|legs|
    thighs|forearms, from cutting, cutting again, scars on|from|to, scarring, head-banging, ending
    it all, end it all, life|living is not worth, wishes he|she were|was dead, razor blade, pencil
    sharpener blade, jump off|from the bridge, tied something around`,
  food: `
    anorexi*, bulimi*, arfid, binge eat*, purging, laxative*, weighed weekly, under-weight,
    over-weight, obes*, BMI, weight loss|gain, failure to thrive, faltering growth, centile,
    malnutrition, malnourished, weigh|weighs|weighed|weighing her|him on`,
  conditions: `
    asthma*, wheez*, eczema*, psoriasis, allerg*, epi-pen*, anaphyla*, intoleran*, coeliac,
    celiac, crohns, colitis, IBS, IBD, constipat*, encopresis, enuresis, soiling, soils himself|
    herself, soiled himself|herself|pants, bed-wet*, wets|wetting|wet the|his|her bed, wets|
    wetting|wet himself|herself, incontinen*, epilep*, seizure*, has|had|having|of|epileptic|
    febrile fits, has|had|having a fit, convulsion*, migraine*, headache, diabet*, insulin, hypo,
    hypoglyc*, arthrit*, fibromyalgia, fatigue, lupus, back|chest|stomach|tummy|joint|leg|ear|
    severe|constant|abdominal pain, in pain, stomach-ache, tummy-ache, toothache, tooth decay,
    teeth out|removed|extracted, dental treatment|pain|decay|abscess, sciatica, scoliosis, slipped
    disc, gout, osteopor*, cancer*, tumou*, tumor*, leukaemia, leukemia, lymphoma, chemo*,
    radiotherap*, biops*, in remission, heart attack|condition|disease|failure|defect|murmur|
    problem|rate|surgery, angina, hypertension, blood pressure, cholesterol, anaem*, anem*,
    sickle-cell, thalassaem*, haemophil*, thyroid*, kidney*, dialysis, liver, cirrhosis,
    hepatitis, jaundice*, transplant*, hernia, appendicitis, gallstone*, had|having|suffered|
    after|from|following a stroke, post-stroke, TIA, dementia, alzheimers, copd, emphysema,
    bronchi*, pneumonia, croup, tonsil*, glue ear, grommet, covid*, has|had|with flu, influenza,
    chicken-pox, measles, mumps, rubella, meningitis, sepsis, tuberculosis, TB, hiv, AIDS,
    scabies, impetigo, head-lice, threadworm, ringworm, rash, hay-fever, cystic fibrosis, apnoea,
    rickets, vitamin d, chromosom*, genetic*, encephal*, UTI, urinary, endometriosis, PCOS,
    menopaus*, fibroid, heavy periods, POTS, hypermobil*, EDS, lump, fainted, fainting, he|she|
    mum|dad|nan collapsed, unconscious, dizz*, nosebleed, cough*, had|has|running|high
    temperature, fever*, nausea, nauseous, bowel, bladder, stomach bug, tongue-tie, polyp, cyst,
    ulcer*, prostate, breast screening, smear test, mastectom*, hysterectom*, knee|hip
    replacement, pacemaker, stent, bypass surgery, weight has|is dropped|dropping|fallen, gained|
    put weight`,
  injuries: `
    bruis*, fractur*, concuss*, scald*, burn|burns on|to, broke|broken|breaking|breaks a|his|her|
    their wrist|arm|leg|ankle|nose|collarbone|finger|jaw|rib|foot|toe|hip, broken wrist|arm|leg|
    ankle|nose|collarbone|finger|jaw|rib|foot|toe|hip, stitches, wounds, wounded, a|the|his|her|
    open wound, black eye, sprain*, dislocat*`,
  pregnancyAndBirth: `
    pregnan*, midwi*, ante-natal, post-natal, trimester, miscarr*, stillb*, termination,
    abortion*, IVF, expecting a|another|her|their|twins|first|second|third|fourth [first|second|
    third|fourth|next|new] baby|child|twins, unborn, baby is|was due, baby due, when|while|whilst
    she was expecting, her due date, 12|20|twelve|twenty week|weeks scan, scan showed|shows,
    breast-feed*, breast-fed, c-section, caesar*, cesar*, gestation*, prematur*, born at _ weeks,
    born early, neonatal, nicu, SCBU, labour ward, in labour, went into labour, contracepti*,
    fertility, menstru*, mum|mother|she|baby|girlfriend is|was due in|on, special care baby|unit,
    in special care, incubator, birth plan, baby bump, foetus, fetus, lost the|a|her baby, cot
    death, labour pains`,
  testsAndCare: `
    blood test, x-ray*, MRI, EEG, ECG, ct scan, ECT, electroconvulsive, immunis*, immuniz*,
    vaccin*, MMR, jabs, tube-fed, feeding tube, hearing test, eye|sight test, wears glasses, lost
    weight, treated in|for, treatment for|every|starts|plan, undergo|undergoing, results of his|
    her|the tests, blood results, bloods, blood sugar, blood count, iron is|was|levels|deficiency
    low, rang|rung|called|call|phoned 111|999, crisis line, samaritans, walk-in centre, under the
    care, specialist nurse, district nurse, community nurse, defibrillator, oxygen at,
    respiratory, blood transfusion`,
};
