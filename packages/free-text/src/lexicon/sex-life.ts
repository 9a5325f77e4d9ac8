import type { Terms } from './terms.ts';

/** Sexual orientation, sex life and, since it is as private and mostly told with them, gender identity. */
export const SEX_LIFE: Terms = {
  orientation: `
    gay, lesbian*, bisexual*, bi-curious, homosexual*, heterosexual*, homophob*, biphob*,
    pansexual*, asexual*, demisexual*, queer, lgb*, same-sex, sexual orientation, sexual identity,
    sexual preference, sexuality, came|coming|come|comes out as, came|come|coming out to his|her|
    their family|parents|friends|tutor|mum|mother|dad|teacher, outed, attracted to boys|girls|men|
    women|both|males|females, two mums|dads, likes boys and girls, her wife, his husband, civil
    partner|partnership, fancies boys|girls|men|women, crush on a girl|boy`,
  gender: `
    transgender*, transsexual*, transphob*, trans boy|girl|man|woman|child|person|teen|teenager|
    youth|young|identity|community, is|as|be trans, non-binary, enby, genderqueer, gender-fluid,
    gender dysphoria|dysphoric|identity|reassignment|questioning|clinic|confusion|affirming|
    incongruence, dead-nam*, cross-dress*, puberty blocker, tavistock, GIDS, intersex, born a boy|
    girl, chest binder, assigned male|female, pronoun, he-him, she-her, they-them`,
  life: `
    sexual* active, sex life, had|having|has|have|having|casual|underage|under-age|consensual|
    unprotected|paid|oral|anal sex, sex with|work|worker, sexual relationship|partner|health|
    activity|intercourse|encounter|experience|interest|advance, intercourse, sleep|sleeps|
    sleeping|slept with men|women|boys|girls|someone|him, masturbat*, porn*, prostitut*,
    polyamor*, promiscu*, having|had|has an affair, extramarital, love affair, lost her|his
    virginity, hook|hooking up with, one night stand, sexualised behaviour, grindr, onlyfans`,
  sexualHealth: `
    condom*, c-card, morning-after pill, emergency contraception, on the pill, chlamydia,
    gonorrh*, syphilis, herpes, genital*, STI, STD, GUM clinic, pregnancy test, HPV, family
    planning clinic, brook clinic`,
};
