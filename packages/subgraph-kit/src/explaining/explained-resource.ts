import { Refusal } from '@postern/errors';
import type { Coordinate, PolicySchema, Purpose } from '@postern/policy';
import { coordinate as coordinateOf, isPurpose, PURPOSES } from '@postern/policy';
import type { FieldDefinition, ResourceDefinition } from '../resources/resource.ts';

/** What an explanation is asked about, as a client gives it. */
export interface ExplanationRequest {
  /** The account whose access it is; null for one's own. */
  readonly principal: string | null;
  readonly resource: { readonly type: string; readonly id: string };
  /** `Type.field` of that type. */
  readonly coordinate: string;
  readonly purpose: string;
}

/** The field asked about, where its type is kept. */
export interface ExplainedField {
  readonly resource: ResourceDefinition;
  readonly field: string;
  readonly definition: FieldDefinition;
  readonly coordinate: Coordinate;
  readonly purpose: Purpose;
}

/**
 * Finds the field of the schema that is asked about.
 * @throws Refusal ARGUMENT_INVALID naming the argument: an unknown type or purpose, a field that is not of the type
 */
export function explainedField(
  { resource: { type }, coordinate, purpose }: ExplanationRequest,
  { resources, policySchema: { dictionary } }: ExplainedSchema,
): ExplainedField {
  const classes = dictionary.get(type);
  const ofType = resources.filter((resource) => resource.type === type);
  if (classes === undefined || ofType.length === 0)
    throw new Refusal('ARGUMENT_INVALID', { argument: 'resource.type' });
  const field = coordinate.startsWith(`${type}.`) ? coordinate.slice(type.length + 1) : '';
  // A type may be kept in parts by several subgraphs, each with fields of its own.
  const resource = ofType.find(({ fields }) => Object.hasOwn(fields, field));
  const definition = resource?.fields[field];
  if (resource === undefined || definition === undefined || !classes.has(field))
    throw new Refusal('ARGUMENT_INVALID', { argument: 'coordinate' });
  if (!isPurpose(purpose))
    throw new Refusal('ARGUMENT_INVALID', { argument: 'purpose', purposes: PURPOSES });
  return { resource, field, definition, coordinate: coordinateOf(type, field), purpose };
}

/** Every record type, by whichever subgraph it is kept. */
export interface ExplainedSchema {
  readonly resources: readonly ResourceDefinition[];
  readonly policySchema: PolicySchema;
}
