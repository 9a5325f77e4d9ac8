/** A condition beside a live grant. */
export const granted = (when: unknown): object => ({
  when: { all: [{ holds: 'grant.live' }, when] },
});

const EPISODE = { resource: 'Episode', fields: ['id', 'reference'] };
/** A comparison on episodes. */
export const onEpisode = (where: unknown): object => ({ ...EPISODE, ...granted({ where }) });
export const onEpisodeWhen = (when: unknown): object => ({ ...EPISODE, ...granted(when) });

/** Changes that make a right rule wrong, with the code and the part that are told. */
export const WRONG_RULES: readonly (readonly [
  what: string,
  changes: object,
  code: string,
  part: string,
])[] = [
  ['an unknown type', { resource: 'Persn' }, 'TYPE_UNKNOWN', '/resource'],
  ['a type every object inherits', { resource: 'constructor' }, 'TYPE_UNKNOWN', '/resource'],
  ['every type', { resource: '*' }, 'TYPE_UNKNOWN', '/resource'],
  ['a field with a quote', { fields: ['id"; DROP TABLE'] }, 'FIELD_UNKNOWN', '/fields/0'],
  ['a JSON path as field', { fields: ['$.id'] }, 'FIELD_UNKNOWN', '/fields/0'],
  ['a field twice', { fields: ['id', 'id'] }, 'REPEATED', '/fields/1'],
  ['a thousand fields', { fields: Array(1000).fill('id') }, 'LIST_TOO_LONG', '/fields'],
  ['no purposes', { purposes: [] }, 'LIST_INVALID', '/purposes'],
  ['a purpose twice', { purposes: ['AUDIT', 'AUDIT'] }, 'REPEATED', '/purposes/1'],
  ['no condition', { when: undefined }, 'CONDITION_SHAPE', '/when'],
  [
    'two operators',
    granted({ holds: 'episode.open', not: 'always' }),
    'CONDITION_SHAPE',
    '/when/all/1',
  ],
  ['$or as an operator', granted({ $or: [] }), 'OPERATOR_UNKNOWN', '/when/all/1/$or'],
  ['$or as an attribute', onEpisode({ $or: [] }), 'ATTRIBUTE_UNKNOWN', '/when/all/1/where/$or'],
  ['$where', onEpisode({ $where: 'true' }), 'ATTRIBUTE_UNKNOWN', '/when/all/1/where/$where'],
  [
    '$regex',
    onEpisode({ kind: { $regex: '.*' } }),
    'OPERATOR_UNKNOWN',
    '/when/all/1/where/kind/$regex',
  ],
  ['a pattern', onEpisode({ kind: /x/ }), 'OPERAND_INVALID', '/when/all/1/where/kind'],
  [
    '__proto__ as an attribute',
    onEpisode(JSON.parse('{"__proto__": 1}')),
    'KEY_HOSTILE',
    '/when/all/1/where/__proto__',
  ],
  ['__proto__ as a part', JSON.parse('{"__proto__": {"role": "*"}}'), 'KEY_HOSTILE', '/__proto__'],
  [
    'constructor as an operator',
    onEpisode({ kind: { constructor: 1 } }),
    'KEY_HOSTILE',
    '/when/all/1/where/kind/constructor',
  ],
  [
    'an attribute that is no field',
    onEpisode({ colour: 'a' }),
    'ATTRIBUTE_UNKNOWN',
    '/when/all/1/where/colour',
  ],
  [
    'an attribute whose value access would tell',
    onEpisode({ reason: 'a' }),
    'ATTRIBUTE_NOT_COMPARABLE',
    '/when/all/1/where/reason',
  ],
  [
    'an attribute that is not known where a field is decided',
    { ...onEpisode({ kind: 'a' }), fields: ['id', 'reason'] },
    'ATTRIBUTE_NOT_COMPARABLE',
    '/when/all/1/where/kind',
  ],
  ['an operand of another type', onEpisode({ kind: 4 }), 'OPERAND_TYPE', '/when/all/1/where/kind'],
  [
    'an order on text',
    onEpisode({ kind: { $gt: 4 } }),
    'OPERAND_TYPE',
    '/when/all/1/where/kind/$gt',
  ],
  [
    'an operand of another type in a list',
    onEpisode({ rating: { $in: [1, 'a'] } }),
    'OPERAND_TYPE',
    '/when/all/1/where/rating/$in/1',
  ],
  [
    'a number without end',
    onEpisode({ rating: { $lt: Number.POSITIVE_INFINITY } }),
    'OPERAND_INVALID',
    '/when/all/1/where/rating/$lt',
  ],
  [
    'a value that the attribute cannot hold',
    onEpisode({ status: 'OPENISH' }),
    'OPERAND_UNKNOWN',
    '/when/all/1/where/status',
  ],
  ...(['$eq', '$ne'] as const).map(
    (operator) =>
      [
        `such a value after ${operator}`,
        onEpisode({ status: { [operator]: 'open' } }),
        'OPERAND_UNKNOWN',
        `/when/all/1/where/status/${operator}`,
      ] as const,
  ),
  ...(['$in', '$nin'] as const).map(
    (operator) =>
      [
        `such a value among those of ${operator}`,
        onEpisode({ status: { [operator]: ['OPEN', 'CLOZED'] } }),
        'OPERAND_UNKNOWN',
        `/when/all/1/where/status/${operator}/1`,
      ] as const,
  ),
  ['an empty list', onEpisode({ kind: { $in: [] } }), 'LIST_INVALID', '/when/all/1/where/kind/$in'],
  [
    'a list too long',
    onEpisode({ kind: { $in: Array.from({ length: 101 }, String) } }),
    'LIST_TOO_LONG',
    '/when/all/1/where/kind/$in',
  ],
  [
    'a text too long',
    onEpisode({ kind: 'a'.repeat(501) }),
    'OPERAND_INVALID',
    '/when/all/1/where/kind',
  ],
  ['a text with NUL', onEpisode({ kind: 'a\0b' }), 'OPERAND_INVALID', '/when/all/1/where/kind'],
  ['half a character', onEpisode({ kind: '\ud83d' }), 'OPERAND_INVALID', '/when/all/1/where/kind'],
  [
    'more values than one rule compares with',
    onEpisode({
      kind: { $in: Array.from({ length: 100 }, (_, i) => `${i} of many`) },
      rating: { $in: Array.from({ length: 101 }, (_, i) => i) },
    }),
    'CONDITION_TOO_LARGE',
    '/when',
  ],
  [
    'a class that the type has not',
    { fields: undefined, classes: ['PERSONAL', 'SPECIAL_CATEGORY:RELIGION'] },
    'CLASS_UNKNOWN',
    '/classes/1',
  ],
  ...[['$', '{id}'].join(''), '{{id}}', ':id', '$1', '@me', '<id>', '%s', '?'].map(
    (text) =>
      [
        `the placeholder ${text}`,
        onEpisode({ kind: text }),
        'PLACEHOLDER',
        '/when/all/1/where/kind',
      ] as const,
  ),
  [
    'a placeholder as a predicate',
    granted({ holds: '{{predicate}}' }),
    'PLACEHOLDER',
    '/when/all/1/holds',
  ],
  [
    'a predicate the type has nothing for',
    { ...EPISODE, ...granted({ holds: 'person.self' }) },
    'PREDICATE_NEVER_HOLDS',
    '/when/all/1/holds',
  ],
  ['a grant of every role', { role: '*' }, 'PREDICATE_NEEDS_ROLE', '/when/holds'],
  [
    'an alternative without an anchor',
    { when: { any: [{ holds: 'grant.live' }, { holds: 'episode.open' }] } },
    'UNANCHORED',
    '/when',
  ],
  ['always', { when: 'always' }, 'UNANCHORED', '/when'],
  [
    'contradictory ranges',
    onEpisode({ rating: { $gt: 4, $lt: 2 } }),
    'CONDITION_NEVER',
    '/when/all/1',
  ],
  [
    'two values at once',
    granted({ all: [{ where: { kind: 'a' } }, { where: { kind: 'b' } }] }),
    'CONDITION_NEVER',
    '/when/all/1',
  ],
  [
    'what is open and stepped up',
    granted({ all: [{ holds: 'episode.open' }, { holds: 'episode.steppedUp' }] }),
    'CONDITION_NEVER',
    '/when/all/1',
  ],
  [
    'a thing and its opposite',
    { when: { all: [{ holds: 'grant.live' }, { not: { holds: 'grant.live' } }] } },
    'CONDITION_NEVER',
    '/when',
  ],
  [
    'a dead branch',
    granted({ any: [{ holds: 'episode.open' }, { not: 'always' }] }),
    'BRANCH_DEAD',
    '/when/all/1/any/1',
  ],
  [
    'a part that always holds',
    granted({ any: [{ holds: 'episode.open' }, { not: { holds: 'episode.open' } }] }),
    'PART_CERTAIN',
    '/when/all/1',
  ],
  ['always among other parts', granted('always'), 'PART_CERTAIN', '/when/all/1'],
  [
    'a denial that always holds in other words',
    {
      effect: 'DENY',
      when: { any: [{ holds: 'person.self' }, { not: { holds: 'person.self' } }] },
    },
    'CONDITION_ALWAYS',
    '/when',
  ],
  ['the same part twice', granted({ holds: 'grant.live' }), 'REPEATED', '/when/all/1'],
  [
    'a permission where all is hidden',
    granted({ holds: 'conflict.declared' }),
    'ALLOW_HIDDEN',
    '/when',
  ],
  ['a name with a line end', { name: 'a\nb' }, 'NAME_INVALID', '/name'],
  ['a name from right to left', { name: 'a\u202eb' }, 'NAME_INVALID', '/name'],
];
