import type { Terms } from './terms.ts';

/** Alcohol, drugs, solvents and nicotine: use, signs of it, treatment. Whether it is an offence is for the offences to say. */
export const SUBSTANCE_USE: Terms = {
  alcohol: `
    alcohol*, drunk*, drink|drinks|drinking|drank heavily|daily|again|alone|excessively|too|more|
    less|every|each|most|himself|herself, drink|drinks|drinking|drank a lot, drink|drinks|
    drinking|drank to excess, drink|drinks|drinking|drank at night|weekends|home, drink|drinking
    problem|habit|issue, drinking in|at|has|is|and|since|to|after|before, problem drink*,
    binge-drink*, heavy|heavily drink*, hung-over, hangover, intoxicat*, inebriat*, tipsy, sober*,
    sobriety, vodka, lager, beer*, cider*, wine*, whisky, whiskey, rum, gin, brandy, prosecco,
    alcopop*, bottle|bottles of spirits, neat spirits, units a|per week|day, AA meeting|group|
    sponsor, attends|attend|attending|attended|goes|going|go|joined [to] AA, twelve|12 step,
    smelt|smelled|smelling|smells|smell of drink, worse for wear, under the influence, AUDIT,
    DUDIT, off the wagon, stopped drinking, gave|given up drinking, booze*, boozing, boozy,
    slurring, slurred, tipple, likes a drink, pissed, was|got|getting hammered, plastered,
    legless, were|of empties, dry january, drinking session, hip flask, on the bottle, have|has|
    had|was|were [been] drinking`,
  drugs: `
    drug*, substance mis-use*, substance use*, substance abuse*, substance issue|problem|
    dependency|dependence, substances, illicit, narcotic*, addict*, cannabis, weed, skunk,
    spliff*, smok* a joint, smok* joints, rolled|rolling a joint, bong, grinder, rizla, hashish,
    marijuana, ganja, zoot, THC, CBD, edibles, smok*|us*|on|of spice, black mamba, cannabinoid*,
    cocaine, smok*|sniff*|snort*|us*|tak*|doing|does|of|on coke, crack cocaine|pipe|house|addict,
    us*|smok*|on|taking|of|and crack, heroin, on the gear, brown and white, ketamine, ket, mdma,
    ecstasy, popping|pop pills, taking pills, on|us*|tak*|of|doing speed, amphetamine*, meth,
    methamphetamine, mephedrone, m-cat, mkat, magic mushroom*, lsd, acid tabs, drop* acid, ghb,
    poppers, nitrous, NOS, laughing gas, canister*, doing|inhal* balloons, solvent*, glue-sniff*,
    sniff* glue|gas|aerosol|petrol|lighter, aerosol abuse, butane, xanax, xans, benzo*, valium,
    diazepam, temazepam, zopiclone, pregabalin, gabapentin, opiate*, opioid*, fentanyl, nitazene,
    khat, legal high, NPS use, steroid abuse, anabolic, baggie, baggies, wraps of, using again,
    buys|bought|buying|sells pills, crackhead, junkie, smackhead, snorting, snorted, come-down,
    party pills, white powder, bought on the street`,
  signs: `
    paraphernalia, needle exchange, used|dirty needles, needles under|were, syringe*, burnt foil,
    injecting, intravenous, IV use, track marks, stoned, off her|his|their head|face, gets|
    getting|got|get|looked|seemed|appeared high, he|she|they|mum|dad|mother|father|parents|both|
    partner is|are|was|were high, glazed eyes, pinpoint pupils, tested positive, positive test
    for, hair-strand*, bloodshot`,
  treatment: `
    methadone, buprenorphine, subutex, suboxone, espranor, buvidal, naloxone, naltrexone,
    disulfiram, antabuse, acamprosate, on a script, daily script, supervised consumption, detox*,
    rehab, rehabilitation unit|centre, relaps*, in|her|his recovery, recovery service|worker|
    group|team|hub|college|programme, recovering addict|alcoholic|user, clean from|of, he|she|mum|
    dad|mother|father has been clean, staying|stayed|stay clean, Turning Point, change grow live,
    CGL, NA meeting|group|sponsor, attends|attending|attended NA, CA meeting, al-anon, harm
    reduction, DRR, YPDAAT, abstinen*, SMART recovery`,
  nicotine: `
    vape, vapes, vaping, vaped, smokes, smoker, smoking cessation, cigarette*, tobacco, nicotine*,
    smoking around|in the|at|again|outside|cannabis|while|heavily, snus`,
};
