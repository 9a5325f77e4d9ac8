import { existsSync, readFileSync } from 'node:fs';

/** One record of a source: an id and whatever attributes its rule sets speak of. */
export interface ConformanceRow {
  readonly id: string;
  readonly [attribute: string]: unknown;
}

/** Rules as CASL writes them, and what CASL makes of them. */
export interface RuleSet {
  readonly name: string;
  readonly rules: readonly {
    readonly action: string;
    readonly subject: string;
    readonly conditions?: Readonly<Record<string, unknown>>;
    readonly inverted?: boolean;
  }[];
  /** The ids CASL allows, rules in order and the last one winning. */
  readonly caslAllow: readonly string[];
}

/** Records and rule sets that hold the policy, and the SQL made of it, against CASL's own decisions. */
export interface ConformanceSource {
  readonly name: 'own' | 'shared';
  readonly rows: readonly ConformanceRow[];
  readonly sets: readonly RuleSet[];
}

/** Sets in which a later permission reopens a denial: deny beats allow here, so they come out narrower. */
export const REOPENING_SETS = ['or-with-cannot-between', 'cannot-first-then-can', 'can-all-last'];

const FOLDERS = {
  own: new URL('../conformance/', import.meta.url),
  shared: new URL('../../../../shared/conformance/', import.meta.url),
};

/** The project's own source, and the shared one where it lies beside the project. */
export function conformanceSources(): readonly ConformanceSource[] {
  const names = (['own', 'shared'] as const).filter((name) =>
    existsSync(new URL('rule-sets.json', FOLDERS[name])),
  );
  return names.map((name) => ({
    name,
    rows: read<readonly ConformanceRow[]>('rows.json', FOLDERS[name]),
    sets: read<readonly RuleSet[]>('rule-sets.json', FOLDERS[name]),
  }));
}

/** A condition in CEL, and the ids that a policy decision point allows by it; without `cel` its source is not given. */
export interface FilterShape {
  readonly action: string;
  readonly group: string;
  readonly cel: string | null;
  readonly allow: readonly string[];
}

/** The conditions that lie beside the shared rule sets, or none. */
export function filterShapes(): readonly FilterShape[] {
  const name = 'filter-shapes.json';
  return existsSync(new URL(name, FOLDERS.shared)) ? read(name, FOLDERS.shared) : [];
}

/** A data dictionary of the source's two record types, with every attribute public. */
export function conformanceDictionary({
  rows,
}: ConformanceSource): ReadonlyMap<string, ReadonlyMap<string, 'PUBLIC'>> {
  const attributes = new Set(rows.flatMap((row) => Object.keys(row)));
  const fields = new Map([...attributes].map((name) => [name, 'PUBLIC'] as const));
  return new Map(['R', 'Q'].map((type) => [type, fields]));
}

/** A set's rules as they would be stored here: for one role and purpose, on the field `id`. */
export function storedRules({ name, rules }: RuleSet): readonly object[] {
  return rules.map(({ action, subject, conditions, inverted }) => ({
    name,
    role: CONFORMANCE_HOLDER.roles[0],
    action,
    resource: subject,
    fields: ['id'],
    purposes: [CONFORMANCE_HOLDER.purpose],
    effect: inverted ? 'DENY' : 'ALLOW',
    when: conditions === undefined ? 'always' : { where: conditions },
    clause: 'SHR-3.3.1',
  }));
}

/** Whom stored rules of a set are for. */
export const CONFORMANCE_HOLDER = {
  roles: ['TAF_MEMBER'],
  purpose: 'COORDINATE_SUPPORT',
} as const;

function read<Shape>(file: string, folder: URL): Shape {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Shape;
}
