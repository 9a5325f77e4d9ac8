import { expect, test } from 'vitest';
import { parseComparisons } from '../src/conditions/comparison.ts';

// A dictionary that lists such a name would not make it one: CASL reads a path in it, SQL a column.
test.each(['parent.name', 'tags.0', '$or', '$where', '__proto__', 'a b', '', 'name;'])(
  'an attribute is one plain name, and not %j',
  (attribute) => {
    const where = JSON.parse(`{${JSON.stringify(attribute)}: 1}`);
    expect(() => parseComparisons(where)).toThrow('the plain name of an attribute of the row');
  },
);
