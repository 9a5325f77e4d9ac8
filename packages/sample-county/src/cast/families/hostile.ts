import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { person } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { joins, leads } from './team.ts';

const { grace, tom, zara } = practitioners;

const LONG = 'The quick brown fox — “naïve” façade — 𝔘𝔫𝔦𝔠𝔬𝔡𝔢. '.repeat(400);

const quotes = person('hostile-quotes', {
  givenName: `O'Brien "Bob" \`x\``,
  familyName: `'; DROP TABLE families.person; --`,
  age: 40,
  languages: [`{"a"}`, `,`, ``],
});
const markup = person('hostile-markup', {
  givenName: '<script>alert(1)</script>',
  familyName: '&lt;b&gt;<img src=x onerror=alert(1)>',
  age: 38,
});
const bidirectional = person('hostile-bidirectional', {
  givenName: '\u202Egnirts\u202C',
  familyName: 'مريم بنت عيسى \u200F(אבג)',
  age: 12,
});
const emoji = person('hostile-emoji', {
  givenName: '👩🏽‍👧🏿‍👦🏻',
  familyName: 'Zoe\u0308 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  age: 9,
});
const prototype = person('hostile-prototype', {
  givenName: '__proto__',
  familyName: 'constructor',
  age: 7,
  educationSetting: 'toString',
});
const wildcards = person('hostile-wildcards', {
  givenName: '100%_\\%',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant to look like a placeholder.
  familyName: '$1 $$ ${x} {{y}} %s \\u0041',
  age: 5,
});
const long = person('hostile-long', {
  givenName: 'A'.repeat(5000),
  familyName: ` \t\r\nNull\u0001\u007F `,
  age: 3,
});

const home = family({
  key: 'hostile',
  number: 9,
  members: {
    quotes: { person: quotes, relationship: 'FATHER' },
    markup: { person: markup, relationship: 'MOTHER' },
    bidirectional: { person: bidirectional, relationship: 'CHILD' },
    emoji: { person: emoji, relationship: 'CHILD' },
    prototype: { person: prototype, relationship: 'CHILD' },
    wildcards: { person: wildcards, relationship: 'CHILD' },
    long: { person: long, relationship: 'CHILD' },
  },
  households: [
    {
      name: `"household" \\ 'name'`,
      members: [quotes, markup, bidirectional, emoji, prototype, wildcards, long],
      addresses: [
        {
          line: `1'); DELETE FROM access.access_grant; --`,
          town: 'null',
          postcode: 'undefined',
          uprn: 'NaN',
          from: -400,
        },
      ],
    },
  ],
});

const current = episode({
  number: 9,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -45,
  reason: LONG,
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: quotes }, { person: markup }] },
  record: {
    reasons: '<!-- --> ]]> <?xml?> \' " ` ; -- /* */',
    sections: [
      { area: 'LIVING_WELL', summary: LONG, strengths: '=HYPERLINK("http://example.invalid","x")' },
      { area: 'LIFE_CHANCES', summary: '', strengths: ' ' },
    ],
    needs: [{ outcome: 'GOOD_EDUCATION', description: "@SUM(1+1)*cmd|' /C calc'!A0" }],
    objective: 'line one\nline two\r\nline three\u2028line four',
    actions: [
      {
        goal: '{"__proto__": {"admin": true}}',
        responsible: 'null',
        status: 'PLANNED',
        familyRating: 1,
      },
    ],
    meetings: [
      {
        held: -9,
        attendees: [`a,b`, `"c"`, `{d}`, `NULL`, `\\`],
        minutes: `Robert'); UPDATE access.account SET state='ACTIVE'; -- \u202E 👻 <b>`,
        outcome: '%00%0a../../etc/passwd',
      },
    ],
  },
  team: {
    tom: leads(tom),
    grace: joins(grace, { relationship: '"works" with <them>' }),
    zara: joins(zara),
  },
  entries: {
    voice: { about: markup, kind: 'VOICE', label: '<b>“hello”</b>', detail: LONG, by: tom },
    label: {
      about: quotes,
      kind: 'HEALTH_CONDITION',
      label: `Crohn's "disease"; DROP TABLE x; --`,
      detail: LONG,
      status: '__proto__',
      by: tom,
    },
    emptyLabel: { about: markup, kind: 'RELIGION', label: '', detail: '', by: tom },
    wildcardLabel: { about: wildcards, kind: 'ETHNICITY', label: '%', by: tom },
  },
});

/** Text that breaks naive quoting, markup, paths, spreadsheets, sorting and object keys. */
export const hostile = { ...home, episodes: { current } } as const;
