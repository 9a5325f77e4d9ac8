import type { Action, Rule } from '@postern/policy';
import { conditionInWords, PURPOSE_LOCKS, STANDING_DENIALS } from '@postern/policy';
import { markdownTable } from '../markdown-table.ts';

/** How a request is decided, for somebody who answers for data and reads no code. */
export function introduction(rules: readonly Rule[]): readonly string[] {
  return [
    '# Who sees what',
    '',
    'For whoever answers for the partnership’s data: which role sees which part of a record, when, and on which clause of',
    'the agreements. `npm run dictionary` writes it from the rules that the service decides by; to change what it says, change',
    `the rules. There are ${rules.length} of them.`,
    '',
    '## How a request is decided',
    '',
    '1. **Agency and account.** The agency’s signature and evidence are in force, and the reader’s account is active, trained,',
    '   accepted and signed in with two factors. Family members need no training; a contractor may hold a confidentiality',
    '   agreement instead of a signature, for one role only. Where one of these is missing, nothing is read.',
    '2. **Purpose.** The reader says what the data is for. A rule speaks for the purposes of its role and for no others.',
    '3. **A way to the record.** There are three. A *grant*: one person’s live access to one family’s episode, given by',
    '   somebody else, in one role. *Oneself*: a family member comes to the episodes that concern them. An *office*: who',
    '   oversees accounts, grants, agreements and refusals sees those, and never a family’s record.',
    '4. **A rule of the role** that names the field. What no rule names is seen by nobody. Everything a rule asks has to hold',
    '   for one and the same episode: access to one family never combines with a justification in another.',
    '5. **A justification** where the rule asks for one: the reader recorded why the class of data is relevant to the support of',
    '   this person and on what legal basis. It ends by itself, and it serves its own purpose only.',
    '6. **What is taken away** from everybody, listed below. It comes last, so no rule overrides it.',
    '7. **The ledger.** Before an answer about a family leaves, one row says who is answered, when, for what purpose, on which',
    '   grants and justifications, about which persons, families and episodes, and how many values of which fields. It holds no',
    '   values. A question about somebody’s account, request, override or review leaves a row that names it and its clause.',
    '   Records of nothing but public data or details of staff leave none. No role reads the ledger through the service yet.',
    '',
    'A field that a role or a missing justification withholds is empty, and the answer says so: the clause, and what would change it. A field',
    'that is taken away for a protected reason looks as if nothing had been recorded. A field that names another record is',
    'empty where the reader may not see that record.',
    '',
    '## Taken away from everybody',
    '',
    'Whatever a rule allows, a field is not given where one of these is true, whoever asks. No version of the rules can leave them',
    'out. What is hidden takes with it what is made of it (a date of birth the age) and every other way to the same record. Where',
    'reading is taken away nothing that stands there is changed either; where recording is, nothing is added.',
    '',
    ...markdownTable(['Where', 'Takes away', 'Clause'], denials()),
    '',
    'Some entries came under a law that fixes what they may be used for; the lock travels with the entry.',
    '',
    ...markdownTable(
      ['Lock', 'Purposes', 'Who may receive it', 'Clause'],
      Object.entries(PURPOSE_LOCKS).map(([name, { purposes, agencyKinds, deaListed, clause }]) => [
        `\`${name}\``,
        purposes.map((purpose) => `\`${purpose}\``).join(', '),
        recipients(agencyKinds, deaListed),
        clause,
      ]),
    ),
  ];
}

const TAKEN: Readonly<Record<Action, string>> = { read: 'reading', record: 'recording' };

function denials(): readonly (readonly string[])[] {
  const bound = Map.groupBy(STANDING_DENIALS, ({ when, role }) => conditionInWords(when, role));
  return [...bound].map(([words, denying]) => [
    `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    denying.map(({ action }) => TAKEN[action]).join(', '),
    [...new Set(denying.map(({ clause }) => clause))].join(', '),
  ]);
}

function recipients(agencyKinds: readonly string[] | null, deaListed: boolean): string {
  const kinds =
    agencyKinds === null ? 'agencies of any kind' : `agencies of kind ${agencyKinds.join(', ')}`;
  return deaListed ? `${kinds} that are published as specified persons of the Act` : kinds;
}
