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
  return {
    live,
    drafts: new Map([
      ['a field taken from the team around the family', without('taf-reads-Person-names')],
      ['health conditions opened to the team without a justification', [...live, ...opened]],
      ['a field taken from the lead professional', without('lead-reads-Person-names')],
      ['a rule of a small role taken away', without('panel-reads-Person-names')],
    ]),
  };
}
