export { CLAUSE_IDS } from './clause-ids.ts';
export type { Cell, MatrixRow } from './matrix/cell.ts';
export { MARKS, type Mark } from './matrix/marks.ts';
export { MATRIX } from './matrix/matrix.ts';
export { ROLES, type Role } from './matrix/roles.ts';
export { PROOF_SCOPE } from './proof-scope.ts';
export { SHROPSHIRE } from './shropshire/agreement.ts';
export { SHROPSHIRE_RULES } from './shropshire/rules.ts';
export type { StoredRule } from './stored-rule.ts';
