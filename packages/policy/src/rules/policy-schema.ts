import type { DataDictionary } from '../classes/dictionary.ts';
import type { PredicateName } from '../predicates/predicate.ts';

/** What an attribute holds, as conditions compare it. */
export type AttributeType = 'string' | 'number' | 'boolean';

/** What a condition may ask where one field is decided. */
export interface DecidedOn {
  /** Attributes that every place deciding the field can compare. */
  readonly comparable: ReadonlyMap<string, AttributeType>;
  /** Predicates that some place deciding the field has something for. */
  readonly askable: ReadonlySet<PredicateName>;
}

/**
 * What rules may speak of: the fields of every type with their classes, the attributes a condition may compare,
 * the predicates a type's rows have something for, the roles there are and the clauses of the agreements.
 */
export interface PolicySchema {
  readonly dictionary: DataDictionary;
  /** Of each type, the attributes that a rule on some of its fields may compare. */
  readonly comparable: ReadonlyMap<string, ReadonlyMap<string, AttributeType>>;
  /** Of each type, the attributes that hold one of a closed list of texts, or nothing: `type → attribute → its values`. */
  readonly closedLists: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Of each type, the predicates that can hold for some of its fields. */
  readonly askable: ReadonlyMap<string, ReadonlySet<PredicateName>>;
  /** The same field by field: `type → field → what is asked where it is decided`. */
  readonly decidedOn: ReadonlyMap<string, ReadonlyMap<string, DecidedOn>>;
  /** Types that are released as a whole, without a decision for each field, each with those that come only inside it. */
  readonly releasedWhole: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of each type that commands record, the fields they record. */
  readonly recordable: ReadonlyMap<string, ReadonlySet<string>>;
  /** The roles that an account may hold. */
  readonly roles: ReadonlySet<string>;
  /** The ids of the agreements' clauses. */
  readonly clauses: ReadonlySet<string>;
}
