import type {
  FetchNodePathSegment,
  FetchRewrite,
  KeyRenamer,
  ValueSetter,
} from '@graphql-hive/router-query-planner';
import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject, own } from './answer-object.ts';
import type { AnswerPath } from './answer-path.ts';
import type { PossibleTypes } from './possible-types.ts';

type KnownRewrite =
  | { readonly kind: 'SET'; readonly path: readonly FetchNodePathSegment[]; readonly value: string }
  | {
      readonly kind: 'RENAME';
      readonly path: readonly FetchNodePathSegment[];
      readonly to: string;
    };

/** Puts right a key or value that the planner had to ask for under another name. */
export interface OutputRewrite {
  readonly apply: (answer: unknown) => void;
  /** A key that it replaces, and by what. */
  readonly rename: { readonly from: string; readonly to: string } | null;
}

/** Reads either way in which the planner writes a rewrite. */
export function rewriteOf(rewrite: FetchRewrite): KnownRewrite {
  const { ValueSetter: setter, KeyRenamer: renamer } = rewrite as {
    ValueSetter?: ValueSetter;
    KeyRenamer?: KeyRenamer;
  };
  if (renamer !== undefined) return { kind: 'RENAME', path: renamer.path, to: renamer.renameKeyTo };
  const set = setter ?? (rewrite as ValueSetter);
  return { kind: 'SET', path: set.path, value: set.setValueTo };
}

/** Prepares a planner's rewrite of what a fetch, or one of its entities, brought. */
export function outputRewrite(rewrite: FetchRewrite, possible: PossibleTypes): OutputRewrite {
  const known = rewriteOf(rewrite);
  const apply = (object: AnswerObject, key: string): void => {
    const value = own(object, key);
    if (value === undefined) return;
    if (known.kind === 'SET') {
      object[key] = known.value;
    } else {
      delete object[key];
      object[known.to] = value;
    }
  };
  return { apply: (answer) => walk(answer, known.path, possible, apply), rename: renameOf(known) };
}

/** A path of what a subgraph answered, as rewrites leave it. */
export function renamed(path: AnswerPath, rewrites: readonly OutputRewrite[]): AnswerPath {
  if (rewrites.length === 0) return path;
  return path.map((key) => rewrites.find(({ rename }) => rename?.from === key)?.rename?.to ?? key);
}

function renameOf(known: KnownRewrite): OutputRewrite['rename'] {
  const last = known.path.at(-1);
  if (known.kind !== 'RENAME' || last === undefined || !('Key' in last)) return null;
  return { from: last.Key, to: known.to };
}

function walk(
  value: unknown,
  path: readonly FetchNodePathSegment[],
  possible: PossibleTypes,
  apply: (object: AnswerObject, key: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, path, possible, apply);
    return;
  }
  const [segment, ...rest] = path;
  if (!isAnswerObject(value) || segment === undefined) return;
  if ('Key' in segment) {
    if (rest.length === 0) apply(value, segment.Key);
    else walk(own(value, segment.Key), rest, possible, apply);
    return;
  }
  const typename = own(value, '__typename');
  const matches = segment.TypenameEquals.some(
    (name) => typeof typename !== 'string' || possible.of(name).has(typename),
  );
  if (matches) walk(value, rest, possible, apply);
}
