import type { Terms } from './terms.ts';

const LANGUAGE = `polish|chinese|turkish|french|german|italian|spanish|greek|portuguese|arabic|russian|japanese|welsh|irish|
  bengali|punjabi|romanian|ukrainian|somali|kurdish|tamil|vietnamese|albanian|bulgarian|lithuanian|nepali|hungarian|czech|slovak`;
const CUISINE =
  'chinese|indian|turkish|thai|french|italian|greek|caribbean|asian|polish|lebanese|vietnamese';
const TITLE = 'mr|mrs|ms|miss|mx|dr';

/**
 * Ordinary expressions in which a term of the lexicon tells nothing of a person: it is not found within them.
 *
 * Each is as long as it takes to be sure. Where the same words may tell something they are left out here: a passage
 * flagged in vain costs a glance, a missed one cannot be called back.
 */
export const INNOCENT: Terms = {
  // Languages are personal data here, and seen by whoever has to talk with the family.
  languages: `
    speak|speaks|speaking|spoke|learn|learns|learning|in|into|of ${LANGUAGE}, [is|was|are|of]
    ${LANGUAGE} interpreter|translator|translation|speaker|speaking|lesson|homework|class|gcse|
    teacher|dictionary|language|version|subtitles, ${LANGUAGE} is|was spoken`,
  foodAndThings: `
    [of|in|for|is|was|are|were] ${CUISINE} food|restaurant|takeaway|cooking|meal|menu|buffet|dish|
    recipe, of|in indian summer, heritage centre|railway|site|day|trail|museum|week, time|
    frequent|air traveller, visa card|debit, afghan hound, african violet`,
  surnames: `
    ${TITLE} church|priest|monk|temple|pagan|deacon|parish|gay|christian|beer|gunn|gun|cross|
    prior|christ|god|moody|sinti`,
  health: `
    educational psycholog*, depressed area|region|market|economy, depression over|across|in the
    atlantic|pacific|market, retail therapy, lithium battery, hospital road|lane|close|drive|
    radio, paediatric first aid, medicine ball, is|was|been|being|feels|feeling sick of|to,
    termination of, infectious laugh*|enthusiasm|smile, kidney beans, cancer research shop, rash
    decision|promise, sickness absence policy, staff sickness, premature conclusion, stitches in
    knitting|the scarf, medical centre car, clinic car park, injury time, surgical precision,
    fatigue of the metal`,
  disability: `
    printer|alarm|app|account|phone|lock|login|link|feature was|is|has|been [been] disabled,
    disabled by|in the update|app|settings|system, disable the, disabling the, deaf ears, a|the|
    roller|venetian|blackout blind in|from, disabled toilet|parking|bay|access, upward|social
    mobility, mobility of labour, complex needs of the business, ms teams|office|word|excel`,
  substances: `
    drug store|lesson|talk|education|awareness, drugs lesson|talk|education|awareness|week, drugs
    are|is covered in, the|weed weeds, the weeds in|on|are|were, weed|weeded the, weeds in|on|are|
    were, addicted to football|reading|gaming|his|her|lego|maths|fortnite|minecraft, wine gum|
    rack, ginger|root beer, alcohol gel|wipes|free|based, tobacco tin, camping|gas|vacuum
    canister, can|cans|bottle|bottles of coke, audit trail, drunk on success, drinking in the
    view|atmosphere, drinks|drink every|more|most|too drop|water|milk, drank every|all drop|milk`,
  religion: `
    church hall|car|lane|street|road|close|stretton|view|avenue|drive|way|row|farm|house, church
    of england|wales primary|school|academy|infant|infants|junior|nursery|controlled|aided|cofe, c
    of e primary|school|academy|infant|infants|junior|nursery, catholic primary|school|academy|
    high|secondary|college|junior|infant, religious education|studies, god forbid|knows, thank|oh|
    my god, oh my god, temple road|street|lane, holy grail, faith in yourself|yourselves|himself|
    herself|themselves|each|us|me|you|her|him|them|the|his, sunday school run, chapel street|lane|
    road|close, parish council*|hall|magazine|newsletter|clerk|room, vicarage road|close|lane,
    pastor road|lane|close, priest|monk street|lane|road, a|firm|great believer in, gospel choir,
    salvation army shop`,
  offence: `
    assault course, cardiac arrest, with|use|using|exercise|err|word|words [of] caution, a final
    caution about, strong|firm|real|deep|great conviction, conviction that, charged with bringing|
    making|finding|getting|buying|booking|leading|organising|ringing|sending, charged for|and the|
    ready|trips|plugged, bail out, bailed out, probation period|review, offended by|at|that, was|
    not|easily|been offended, no|take|took|taking|cause|caused|any offence, stolen|steal|steals|
    stole base|bases, steal|steals|stole|stolen the show, robbed the|of defender|goalkeeper|win|
    point, murder mystery, dog|pet|cat grooming, well-groomed, bride and groom, the groom, prison|
    gaol|jail lane|road|street|hill, get|got|gets|getting high marks|scores|grades|praise, tagged
    along, tic tac, lump sum, car had a breakdown, fever pitch, rape-seed, oilseed rape, has|had|
    with|got|on a tag with|in, on trial basis, exploit|exploits|exploiting the|his|her|their
    talent|strength|potential|opportunity, victim of its|his|her|their own success, punch line|
    bag, punched the air, hole punch, fruit punch, beating the|a drum|clock|score|record, panic|
    asthma|anxiety|heart attacks, attacked the|his|her|their homework|task|meal|food, violent
    storm, a|the suspect tap|leak|pipe, victim support leaflet, weapon of choice, crime novel|
    fiction|drama|writer|story, fraud awareness, warrant a|an|the|further, knife|knives and|or
    fork, fork|forks and|or knife|knives, gun dog, top gun, criminal waste|shame, steal a glance|
    march|kiss, police open|cadet|visit|talk day|to, charges for|of the club|club|trips`,
};
