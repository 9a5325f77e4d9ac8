/** How one value that a subgraph answered is read and checked; a null that may not be one empties what holds it. */
export type FetchedShape =
  | { readonly kind: 'LEAF'; readonly nullable: boolean; readonly leaf: LeafShape }
  | { readonly kind: 'LIST'; readonly nullable: boolean; readonly item: FetchedShape }
  | { readonly kind: 'OBJECT'; readonly nullable: boolean; readonly object: ObjectShape }
  | AbstractShape;

/** An object of one of several types. */
export interface AbstractShape {
  readonly kind: 'ABSTRACT';
  readonly nullable: boolean;
  readonly type: string;
  readonly objects: ReadonlyMap<string, ObjectShape>;
  /** How an object of unknown type is read; null when what is selected depends on the type. */
  readonly untyped: ObjectShape | null;
}

/** A value of the response; the first two kinds the gateway knows by itself. */
export type ValueShape =
  | { readonly kind: 'TYPENAME' }
  | { readonly kind: 'INTROSPECTION' }
  | FetchedShape;

/** What a leaf may hold; an enum value outside the contract's schema reads as null. */
export type LeafShape =
  | { readonly kind: 'PRIMITIVE'; readonly types: readonly string[] }
  | { readonly kind: 'ENUM'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'CUSTOM' };

/** One field of the response: `key` as the client named it, `source` as the plan did. */
export interface FieldShape {
  readonly key: string;
  readonly source: string;
  readonly coordinate: string;
  readonly value: ValueShape;
}

/** What the client selected on one type, in order. */
export interface ObjectShape {
  readonly type: string;
  readonly fields: readonly FieldShape[];
  /** Whether a key is `__proto__`, which no ordinary object can hold as its own. */
  readonly hasProtoKey: boolean;
}

/** A client's selection under given values of its `@skip` and `@include` variables. */
export interface Selection {
  readonly root: ObjectShape;
  /** `Type.field` of everything selected, for each object type that may stand in an open place. */
  readonly coordinates: ReadonlySet<string>;
}
