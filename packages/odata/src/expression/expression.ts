export const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const TEXT_FUNCTIONS = ['contains', 'startswith', 'endswith'] as const;
export type TextFunction = (typeof TEXT_FUNCTIONS)[number];

/** A value as it is written in a query. */
export type Literal =
  | { readonly kind: 'NULL' }
  | { readonly kind: 'TEXT'; readonly value: string }
  | { readonly kind: 'NUMBER'; readonly value: number }
  | { readonly kind: 'BOOLEAN'; readonly value: boolean }
  /** ISO 8601 with its offset from UTC. */
  | { readonly kind: 'MOMENT'; readonly value: string }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'DAY'; readonly value: string };

export type Operand = Literal | { readonly kind: 'PROPERTY'; readonly name: string };

/** What rows are chosen by (OData URL Conventions 4.01 section 5.1.1), as far as it is served here. */
export type Expression =
  | {
      readonly kind: 'COMPARE';
      readonly operator: Comparison;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'IN'; readonly property: string; readonly among: readonly Literal[] }
  | {
      readonly kind: 'CALL';
      readonly name: TextFunction;
      readonly subject: Operand;
      readonly part: Operand;
    }
  | { readonly kind: 'IS'; readonly operand: Operand }
  | { readonly kind: 'NOT'; readonly operand: Expression }
  | { readonly kind: 'AND' | 'OR'; readonly left: Expression; readonly right: Expression };
