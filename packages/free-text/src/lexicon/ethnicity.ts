import type { Terms } from './terms.ts';

const PLACES = `pakistan|bangladesh|afghanistan|syria|iraq|iran|kurdistan|somalia|eritrea|ethiopia|sudan|nigeria|ghana|
  kenya|uganda|zimbabwe|congo|drc|angola|gambia|sierra-leone|jamaica|trinidad|barbados|china|hong-kong|vietnam|philippines|nepal|
  sri-lanka|algeria|libya|yemen|palestine|gaza|lebanon|poland|romania|bulgaria|lithuania|latvia|slovakia|czechia|hungary|albania|
  kosovo|ukraine|russia|moldova|timor|india|turkey|brazil|africa|asia|abroad|overseas|eastern-europe|cameroon|malawi`;

/** Of languages, food and furniture polish, too, and so telling only beside a word that speaks of people. */
const AMBIGUOUS = `polish|chinese|indian|turkish|thai|french|german|italian|spanish|greek|portuguese|irish|american|brazilian|
  japanese|russian|arab|arabic|persian|mexican|scottish|welsh|cornish|swiss|dutch|danish|swedish|korean|cypriot`;
const PEOPLE = `family|families|mother|mum|father|dad|parents|parent|grandparents|nan|man|woman|boy|girl|child|children|
  community|origin|heritage|background|descent|roots|national|citizen|nationality|passport|born|speaker|roma|traveller|
  ancestry|neighbour|couple|partner|boyfriend|girlfriend|people`;

/** Race, colour, ethnic or national origin, and how somebody came to be in the country. */
export const ETHNICITY: Terms = {
  general: `
    ethnic*, racial*, racis*, mixed-race, mixed race|heritage|parentage|ethnicity|background,
    bi-racial, multi-racial, minority group, global majority, BAME, BME, BAMER, heritage,
    ancestry, of _ descent, of _ origin, country of birth|origin, national origin, nationality,
    own|home|birth country, skin colour, colour of his|her|their|our|the skin, dark|brown|black|
    white|pale|lighter|darker skinned, brown|dark|black skin, tribe, tribal, dalit, caste, n-word,
    monkey chants, xenophob*, cultural background|heritage|identity, p-word, girl|boy|people|
    person|woman|man|family|child|children|women|lad of colour, windrush, lagos, kinshasa,
    mogadishu, kabul, karachi, lahore, dhaka, punjab, kashmir, slur, slurs, diaspora, foreigner,
    ancestral`,
  colour: `
    white|black|asian|other|mixed british|african|caribbean|irish|european|english|welsh|scottish|
    asian|other|american, black boy|girl|child|children|man|men|woman|women|mother|father|family|
    families|people|person|pupil|student|community|mum|dad|young|heritage|lad|teenager|parents|
    mixed, white boy|girl|child|man|woman|mother|father|family|mum|dad|working|heritage|people|
    lad|parents, is|are|identify|identifies|identified|being|was|half [as] Black|White, he|she|
    they|who|mum|dad|mother|father|family|parents|both|child|boy|girl is|are|was black|brown, as
    black|asian, black people|history|hair, afro*, african*, caribbean*, asian*, south-asian,
    east-asian, west-indian`,
  travellers: `
    gypsy, gypsies, gipsy, romany, romani, romanies, roma, sinti, traveller*, GRT, showmen,
    travelling community|family|showpeople, pikey`,
  migration: `
    refugee*, asylum*, immigra*, migrant*, migrated, emigrat*, leave to remain, ILR, NRPF, no
    recourse, deport*, home office, visa, biometric residence, BRP, settled status, pre-settled,
    EUSS, undocumented, citizenship, unaccompanied minor, UASC, came|moved|come|arrived|fled|
    travelled|coming to|in [the|this] uk|england|britain|country, came here from|in|as|with,
    arrived here, here since|from, here illegally, overstay*, right to remain, first|second
    generation, born in|abroad|overseas ${PLACES}, born abroad|overseas, from|fled|left ${PLACES},
    removal centre|directions, removed from the country|uk, repatriat*, resettle*, homes for
    ukraine, stateless`,
  peoples: `
    pakistani*, bangladeshi*, afghan*, syrian*, iraqi*, iranian*, kurd, kurdish, kurds, somali*,
    eritrean*, ethiopian*, sudanese, nigerian*, ghanaian*, kenyan*, ugandan*, zimbabwean*,
    congolese, angolan*, gambian*, sierra leonean*, cameroonian*, malawian*, jamaican*,
    trinidadian*, barbadian*, bajan, guyanese, vietnamese, filipin*, nepalese, nepali*, gurkha*,
    sri lankan*, tamil*, punjabi*, bengali*, gujarati*, kashmiri*, mirpuri*, sylheti*, moroccan*,
    algerian*, tunisian*, egyptian*, libyan*, yemeni*, palestinian*, lebanese, romanian*,
    bulgarian*, lithuanian*, latvian*, estonian*, slovak*, czech*, hungarian*, albanian*,
    kosovan*, kosovar*, ukrainian*, moldovan*, timorese, hispanic, latino, latina, maori,
    aboriginal, eastern european*, middle eastern*, indians, british pakistani|bangladeshi|indian|
    chinese|asian|nigerian, white polish|romanian, hausa, igbo, yoruba, hutu, tutsi, pashtun*,
    hazara*, tigray*, oromo, han chinese, uighur*, uyghur*`,
  besidePeople: `
    is|are|was|were|am|both|half|part|being|quarter|originally|identifies|as ${AMBIGUOUS},
    ${AMBIGUOUS} ${PEOPLE}, of ${AMBIGUOUS}`,
};
