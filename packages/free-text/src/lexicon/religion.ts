import type { Terms } from './terms.ts';

/**
 * Religious and philosophical belief.
 *
 * `Christian` alone is a first name, `Faith` and `Bishop` are names, too: they are found only where the words beside
 * them speak of a belief.
 */
export const RELIGION: Terms = {
  general: `
    relig*, church*, chapel, worship*, pray|prays|prayed|praying, prayer*, bible*, scripture*,
    gospel, god, spiritual*, faith in|group|leader|community|school|based|tradition|background,
    his|her|their|our|own|lost faith, of faith, multi-faith, inter-faith, belief system,
    believer*, theolog*, sermon, congregation*, pilgrim*, fasts, fasting, spirit possession,
    witchcraft, possessed by, exorcis*, juju, evil spirit, opts|opted|opt out of RE, withdrawn|
    withdraw from RE, blessed by, holy, say|says|saying grace at|before, cover|covers|covering
    their|her hair, headscarf, headscarves, elders of, choir at st, hymn*, altar, shrine, faith
    healer, fatwa, prophet, last rites, shaman*`,
  christian: `
    christian family|families|church|faith|belief|beliefs|home|household|upbringing|background|
    values|camp|group|youth|union|community|festival|prayer, a|an|practising|committed|devout|as|
    evangelical|orthodox|strict|become|became|becoming|coptic christian, christians, are|parents|
    family|families christian, mum|mother|dad|father|nan is christian, christianity, catholic*,
    protestant*, anglican*, c of e, methodist*, evangelical*, pentecost*, orthodox, quakers, is|a|
    are quaker, mormon*, latter-day saint*, jehovah*, kingdom hall, seventh-day adventist*,
    born-again, vicar*, priest*, parish*, curate, pastor, deacon, nun, monk, archbishop, to|at|
    attend|attends|attended|holy|sunday|midnight|weekly Mass, communion, confirmation class|
    service, christen*, baptis*, baptiz*, sunday school, salvation army, during|for|up|keeping|
    observe|observes Lent, jesus, christ, alpha course, a|is Witness`,
  muslim: `
    muslim*, moslem*, islam*, mosque*, masjid, imam*, quran*, koran*, madras*, halal, haram,
    ramadan*, eid, hijab*, niqab*, burka*, burqa*, jilbab*, abaya*, jummah, allah, sharia*, sunni,
    shia, ahmadi*, hajj, umrah, nikah, iftar`,
  jewish: `
    jew, jewish, judaism, synagogue*, rabbi, kosher, sabbath*, shabbat*, bar|bat-mitzvah,
    passover, pesach, hanukkah, chanukah, yom kippur, rosh hashanah, torah, yeshiva*, hasidic,
    haredi, kippah, shabbos, shul, chabad, frum, kippot, rabbinical`,
  others: `
    hindu*, mandir*, temple, diwali, deepavali, holi, navratri, puja, sikh*, gurdwara*,
    gurudwara*, turban*, vaisakhi, kirpan*, khalsa, guru nanak, buddhis*, vihara, jain, jains,
    jainism, zoroastrian*, baha-i, rastafari*, rasta, pagan*, wicca*, druid*, humanist*, atheis*,
    agnostic*, scientolog*, satanis*, hare krishna, falun gong, voodoo, confucian*, taois*`,
};
