import type { Cell, Role } from '@postern/agreements';
import { MARKS, MATRIX, ROLES } from '@postern/agreements';
import { markdownTable } from '../markdown-table.ts';

const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** The matrix as a table of marks, what the marks mean, and why some cells are denied for now. */
export function matrixSection(): readonly string[] {
  return [
    '',
    '## The matrix',
    '',
    'One row for each category of data, one column for each role. Several marks in a cell stand for different fields of',
    'the category. A mark in brackets is one that the agreements would allow and the rules deny for now; the reasons follow.',
    '',
    ...markdownTable(
      ['Mark', 'The role sees'],
      Object.values(MARKS)
        .filter(({ symbol, meaning }) => symbol !== '' && meaning !== MARKS.SCOPED.meaning)
        .map(({ symbol, meaning }) => [
          symbol,
          symbol === MARKS.OWN.symbol ? `${meaning}; or ${MARKS.SCOPED.meaning}` : meaning,
        ]),
    ),
    '',
    ...markdownTable(
      ['Code', 'Role', 'What it is there for'],
      Object.values(ROLES).map(({ code, title, does }) => [code, title, does]),
    ),
    '',
    ...markdownTable(
      ['Category', ...ROLE_NAMES.map((role) => ROLES[role].code)],
      MATRIX.map(({ title, cells }) => [
        title,
        ...ROLE_NAMES.map((role) => marksOf(cells.filter((cell) => cell.role === role))),
      ]),
    ),
    '',
    '### Denied for now',
    '',
    ...leftCells(),
  ];
}

function marksOf(cells: readonly Cell[]): string {
  const marks = cells
    .filter(({ mark }) => mark !== 'LIST')
    .map(({ mark, how }) => (how === 'RULES' ? MARKS[mark].symbol : `(${MARKS[mark].symbol})`));
  return [...new Set(marks)].join(' ');
}

function leftCells(): readonly string[] {
  const left = new Map<string, { readonly roles: Set<string>; readonly categories: Set<string> }>();
  for (const { title, cells } of MATRIX)
    for (const { role, how } of cells) {
      if (how === 'RULES') continue;
      const found = left.get(how.left) ?? { roles: new Set(), categories: new Set() };
      left.set(how.left, found);
      found.roles.add(ROLES[role].code);
      found.categories.add(title);
    }
  return [...left].map(
    ([reason, { roles, categories }]) =>
      `- ${[...roles].join(', ')}: ${reason} (${[...categories].join('; ')})`,
  );
}
