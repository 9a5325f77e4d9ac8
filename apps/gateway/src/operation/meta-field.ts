export { isIntrospectionField, TYPENAME_FIELD } from '@postern/edge';
