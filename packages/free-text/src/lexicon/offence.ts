import type { Terms } from './terms.ts';

const KIN = `mother|mum|father|dad|stepmother|stepfather|stepdad|stepmum|sister|brother|sibling|siblings|partner|wife|husband|girlfriend|boyfriend|
  grandmother|nan|gran|son|daughter|child|children|kids|baby|ex|teacher|cousin|carer|peer|boy|girl|man|woman|pupil|staff`;

/**
 * Offences, also alleged ones, what is done about them, and what somebody has suffered by one: the Data Protection Act
 * 2018, s11(2) counts allegation, proceedings, disposal and sentence as offence data.
 */
export const OFFENCE: Terms = {
  general: `
    offend*, re-offend*, offence*, offense*, crime*, criminal*, convict*, perpetrator*, victim*,
    alleg*, accused of, accuses, accusation, accuse|accused him|her|them, suspected of|to|by,
    officers suspect|suspected, the|prime|as suspect, complainant, illegal activity, unlawful*,
    breaking the law, broke the law, in trouble with the law`,
  police: `
    arrest*, police were|was|are|have|has|had [been] called|involved|informed|contacted|attended|
    visited, police called|attended|attend|involve*|contact*|investigat*|interview*|custody|
    station|cell|raid*|warrant|statement|report*|log|incident|call|call-out|caution|bail|allege|
    suspect|found|came|spoke|record|intelligence|disclosure|notification|referral|matter|visit|
    charge*|enquir*, call|calls|called|calling|rang|ring|phoned|told|reported [it] [to] [the]
    police, known to [the] police, stopped|taken|picked|searched|questioned|wanted|returned|
    brought|interviewed|spoken|found [up|home|to] by [the] police, PPN, DVPN, DVPO, DAPO, DAPN,
    operation encompass, stop|stopped and search*, stop-search, warrant, raided, under caution,
    voluntary interview, RUI, under investigation, NFA, nfad, no further action by, CPS, PNC,
    call-outs, 999 call, missing from home interview, county lines, NCA, officer|officers in|
    investigating the case, PCSO brought|returned|called|found|stopped, nicked for|by, interview
    at the station, appropriate adult, bodycam, body-worn, picked up by officers, handcuff*,
    cuffed, section 136, section 46, put|brought in a cell`,
  disposals: `
    cautioned, youth|police|simple|conditional|adult|formal|final|a|received|accepted|given|has|
    had caution, reprimand*, cautions, charged with, charged under|for|and, criminal|police|drug|
    assault|rape|theft charge, charges were|against|dropped|pending|of, press|pressed|pressing|
    dropped|faces|facing|drop charges, charging decision, bail, bailed, remanded, in custody,
    custodial, custody suite|sergeant|officer, remand, prison*, imprison*, jail*, gaol*, HMP, YOI,
    incarcerat*, inside for|until, probation, parole, licence recall|conditions, recalled to, on
    licence, tagged, wears|wearing|on|has|had|got a tag, on tag, electronic|ankle|gps|curfew tag,
    curfew*, HDC, YJS, YOT, YOS, YJB, youth justice*, youth court, crown|magistrate|magistrates
    court, magistrate*, to|before court for, plead*|pleaded|pled|pleads [not] guilty, guilty plea|
    verdict|of, found|not guilty, acquit*, stand|standing|stood|on|awaiting trial, trial date,
    jury, sentenced, sentencing, prison|custodial|suspended|life|community|months sentence,
    serving|served|serve time, serving|served|serve _ months|years|weeks, got|given _ months|years
    inside|in, community order|resolution|payback|service, unpaid work, referral order, detention
    order|centre, detention and training, DTO, YRO, youth rehabilitation, YCC, YCR, out-of-court,
    outcome 22, reparation*, restorative justice, rehabilitation order|activity, restraining
    order, non-molestation, non-mol, occupation order, CBO, injunction*, asbo*, acceptable
    behaviour, community protection, CPW, closure order|notice, dispersal order, SHPO, SOPO, RSHO,
    sex register, sexual harm prevention, VISOR, MAPPA, IOM, ex-offender, no previous,
    antecedents, fined, penalty notice, fixed penalty, points on his|her|their|the licence,
    penalty points, diversion scheme, turnaround programme, sent down, in front of the bench|
    magistrate|judge, let off with, wanted on`,
  atHome: `
    domestic* abus*, domestic* incident*, domestics, a domestic, dv, DA, DVA, DASH, MARAC, IDVA,
    ISVA, DVDS, clares law, sarahs law, disclosure scheme, womens aid, womens refuge, in|to|at|a|
    the refuge, coerc*, controlling behaviour|partner|relationship, violen*, abused, abuser*,
    physical*|sexual*|emotional*|financial*|child|historic*|alleged|honour-based|honour|past|
    previous|spousal|parental|economic|verbal* abus*, abusive relationship|partner|ex|ex-partner|
    father|husband|mother|towards|to, history|victim|survivor|signs|disclosure|disclosures of
    abus*, fled|fleeing|escaped abuse|an|from|violent|abusive, honour-based, HBA, HBV, forced
    marriage, fgm, female genital, CPV, APVA, CAPVA, child-on-parent, freedom programme, breach*|
    breaching|breached [his|her|the|a|of] order|bail|conditions|licence|tag|injunction, safety
    plan, afraid|scared of her|his partner|ex|husband|dad|father, lays|laid|lay hands on, raised|
    raises a|his|her fist, raised a hand to him|her|his|me, kicked|kicks|kicking the|her|his door|
    doors in, smashed|smashes her|his|the phone|tv|window|house|plates, threw|throws|throwing a|
    the plate|cup|chair|knife|bottle|phone at|and, walking|walks on eggshells, frightened of her|
    his|their partner|ex|husband|dad|father|stepdad|stepfather, checks her phone`,
  againstPeople: `
    assault*, ABH, GBH, affray, battery of, battered, wounding, stabb*, knifed, knife crime|in|on|
    point, knives, with|carry*|carries|carried|had|carrying|pulled|has a knife|blade|weapon|
    machete|gun|hammer|bat, bladed, machete*, zombie knife, weapon*, firearm*, shotgun*, gun,
    guns, air rifle, knuckle-duster*, punch*, strangl*, chok* him|her, headbutt*, slapped, slaps,
    slapping, beat him|her|them|up, beaten up|by|him|her, beating, attacked, attacks, attack on,
    hit|hits|hitting|kick|kicks|kicked|kicking|bit|bites|beat|beats|pushed|pushes|shoved|hurt|
    hurts|grabbed|threatened|threatens|threatening|bitten [his|her|their|the|a|my] ${KIN},
    smacked|smacks him|her|the|his|them, robbery, robberies, robbed, mugged, mugging, murder*,
    manslaughter, homicide, kill|killed|kills his|her|him|a, kidnap*, abduct*, rape*, raping,
    rapist, sexual* touch*, sexual* offen*, molest*, incest*, indecen*, paedo*, pedo, pedoph*,
    groom*, CSE, CCE, exploit*, sextort*, sexting, nudes, revenge porn, voyeur*, upskirt*, stalk*,
    harass*, threat* to kill|hurt|stab|burn, death threat, malicious communication, blackmail*,
    hate crime|incident, racially aggravated, public order, terror*, extremis*, radicalis*,
    prevent referral, channel panel, traffick*, slavery, NRM, honour killing, touch* _
    inappropriately, touch* _ _ inappropriately, touch* _ _ _ inappropriately, inappropriate*
    touch*, touched inappropriately, sends|sent|sending pictures|photos|images of herself|himself,
    older men|lads|males, unsafe adult, predator*, gaslight*`,
  againstThings: `
    burgl*, theft*, thief, thieves, steal*, stole, stolen, shoplift*, twoc*, taking without
    consent, joyrid*, fraud*, extort*, money-launder*, money mule, counterfeit*, arson*,
    fire-setting, fire-setter, set|sets|setting|started fire|fires to|in|at, deliberate fire,
    vandal*, graffiti, trespass*, smash* windows|up, broke|breaking|broken into a|the, break-in`,
  disorder: `
    asb, anti-social*, gang, OCG, cuckooed, cuckooing, drug|drugs deal*, deal*|supply*|selling|
    sells|sold|running drugs|weed|cannabis|crack|heroin|coke|pills|vapes, drug|drugs running|
    runner|debt|supply, possession of|with, PWITS, intent to supply, class a|b drugs, cannabis
    farm|plants|grow, postcode rivalr*, drunk and disorderly, poaching, hare coursing, carry|
    carries|carrying packages|parcels|drugs, noise and nuisance, nuisance complaint|neighbour|
    behaviour, trap house, drug run, burner phone, throwing stones|eggs|bricks`,
  driving: `
    speeding, drink-driv*, drug-driv*, drunk-driv*, no insurance, uninsured, disqualified from,
    driving ban|offence, banned from driving, dangerous driving, careless driving, hit and run,
    without a licence`,
};
