import type { Mark } from './marks.ts';
import type { Role } from './roles.ts';
import { ROLES } from './roles.ts';

/** What one role sees of one category: `Type.field` coordinates, or a `Type` for all its fields. */
export interface Cell {
  readonly row: string;
  readonly role: Role;
  readonly mark: Mark;
  readonly coordinates: readonly string[];
  /** Whether the rules carry it out; or that they deny it for now, and why. */
  readonly how: 'RULES' | { readonly left: string };
}

/** A cell before it knows its row and role; without coordinates it speaks of the whole row. */
export type CellContent = Pick<Cell, 'mark' | 'how'> & Partial<Pick<Cell, 'coordinates'>>;

/** One category of data across all roles. */
export interface MatrixRow {
  readonly row: string;
  readonly title: string;
  readonly coordinates: readonly string[];
  readonly cells: readonly Cell[];
}

/** What a role sees; a role that is not named sees nothing. */
type Marks = readonly (readonly [roles: readonly Role[], ...contents: readonly CellContent[]])[];

export function matrixRow(
  row: string,
  title: string,
  coordinates: readonly string[],
  marks: Marks,
): MatrixRow {
  const cells = (Object.keys(ROLES) as Role[]).flatMap((role) => {
    const named = marks
      .filter(([roles]) => roles.includes(role))
      .flatMap(([, ...contents]) => contents);
    return (named.length === 0 ? [NOTHING] : named).map(
      (content): Cell => ({ row, role, coordinates, ...content }),
    );
  });
  return { row, title, coordinates, cells };
}

const NOTHING: CellContent = { mark: 'NONE', how: 'RULES' };

/** What the rules carry out. */
export function seen(mark: Mark, ...coordinates: readonly string[]): CellContent {
  return { mark, how: 'RULES', ...(coordinates.length === 0 ? {} : { coordinates }) };
}

/** What the agreements would allow and the rules deny for now. */
export function left(mark: Mark, reason: string, ...coordinates: readonly string[]): CellContent {
  return { mark, how: { left: reason }, ...(coordinates.length === 0 ? {} : { coordinates }) };
}

/** Several fields of one type. */
export function of(type: string, ...fields: readonly string[]): readonly string[] {
  return fields.map((field) => `${type}.${field}`);
}
