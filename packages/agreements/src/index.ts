export { SHROPSHIRE } from './shropshire/agreement.ts';
export { SHROPSHIRE_RULES } from './shropshire/rules.ts';
export type { StoredRule } from './stored-rule.ts';
