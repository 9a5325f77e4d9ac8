import { SHROPSHIRE_RULES } from '@postern/agreements';
import type { DataDictionary, Rule } from '@postern/policy';
import { parseRule } from '@postern/policy';

const IN_TEAM = {
  all: [{ holds: 'grant.live' }, { holds: 'episode.open' }, { holds: 'agreement.inForce' }],
};

/** The rules in force, and drafts of them by what they do. */
export interface Drafts {
  readonly live: readonly Rule[];
  readonly drafts: ReadonlyMap<string, readonly Rule[]>;
}

export function draftsOf(dictionary: DataDictionary): Drafts {
  const live = SHROPSHIRE_RULES.map((rule) => parseRule(rule, dictionary));
  const names = SHROPSHIRE_RULES.find(({ name }) => name === 'taf-reads-Person-names');
  if (names === undefined) throw new Error('The agreement has no rule on the names of persons.');
  const { fields: _, ...all } = names as typeof names & { readonly fields?: unknown };
  const opened = [
    { ...names, name: 'opened-list', fields: ['healthConditions'], when: IN_TEAM },
    {
      ...all,
      name: 'opened-rows',
      resource: 'HealthCondition',
      classes: ['SPECIAL_CATEGORY:HEALTH'],
      when: IN_TEAM,
    },
  ].map((rule) => parseRule(rule, dictionary));
  const without = (name: string): readonly Rule[] => {
    const left = live.filter((rule) => rule.name !== name);
    if (left.length === live.length) throw new Error(`The agreement has no rule ${name}.`);
    return left;
  };
  const changed = (name: string, when: object): readonly Rule[] => {
    const written = SHROPSHIRE_RULES.find((rule) => rule.name === name);
    if (written === undefined) throw new Error(`The agreement has no rule ${name}.`);
    return [...without(name), parseRule({ ...written, when }, dictionary)];
  };
  const withCondition = (name: string): readonly Rule[] =>
    changed(name, { all: [...IN_TEAM.all, { holds: 'agency.health' }] });
  const loosened = (name: string): readonly Rule[] => changed(name, { holds: 'grant.live' });
  const denial = (of: object): Rule =>
    parseRule(
      {
        ...of,
        name: 'denied',
        role: '*',
        fields: ['givenName'],
        effect: 'DENY',
        when: { holds: 'agency.health' },
      },
      dictionary,
    );
  return {
    live,
    drafts: new Map([
      ['a field taken from the team around the family', without('taf-reads-Person-names')],
      ['health conditions opened to the team without a justification', [...live, ...opened]],
      ['a field taken from the lead professional', without('lead-reads-Person-names')],
      ['a rule of a small role taken away', without('panel-reads-Person-names')],
      ['every rule of the team taken away', live.filter(({ role }) => role !== 'TAF_MEMBER')],
      ['a condition added to a rule of the team', withCondition('taf-reads-Person-names')],
      ['a condition of a rule of the team loosened', loosened('taf-reads-Need')],
      ['a field denied to everybody of health agencies', [...live, denial(names)]],
      [
        'several changes at once',
        [...without('taf-reads-Person-names'), ...opened].filter(
          ({ name }) => name !== 'taf-reads-Need' && name !== 'lead-reads-Person-names',
        ),
      ],
    ]),
  };
}
