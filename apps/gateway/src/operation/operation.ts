export { type Operation, operationOf } from '@postern/edge';
