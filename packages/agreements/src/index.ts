export { AGREEMENTS } from './agreements.ts';
export { CLAUSE_IDS } from './clause-ids.ts';
export type { Cell, MatrixRow } from './matrix/cell.ts';
export { MARKS, type Mark } from './matrix/marks.ts';
export { MATRIX } from './matrix/matrix.ts';
export { ROLES, type Role } from './matrix/roles.ts';
export { bindingAgreements } from './partnership/binding.ts';
export type { Collision } from './partnership/collision.ts';
export {
  COLLISIONS,
  DEFAULT_RESOLUTIONS,
  OPEN_COLLISIONS,
  type OpenCollision,
  type Resolutions,
} from './partnership/collisions.ts';
export {
  CONFIDENTIALITY_STATEMENTS,
  type ConfidentialityStatement,
  confidentialityStatement,
} from './partnership/confidentiality-statements.ts';
export type { OwnFigure } from './partnership/own-figure.ts';
export { OWN_FIGURES, type OwnFigureName } from './partnership/own-figures.ts';
export {
  DEFAULT_PARTNERSHIP,
  type Membership,
  type Partnership,
} from './partnership/partnership.ts';
export { type Grantors, grantors } from './partnership/who-may-grant.ts';
export {
  NOTICE_FACTS,
  NOTICE_PROMISES,
  TOLD_FACTS,
  TOLD_PROMISES,
  TOLD_WARNINGS,
  type Told,
} from './privacy-notice/facts.ts';
export { PROOF_SCOPE } from './proof-scope.ts';
export { SHROPSHIRE_RULES, shropshireRules } from './shropshire/rules.ts';
export {
  type Criterion,
  categoryOf,
  DECLARED_CATEGORIES,
  SOURCE_NAMES,
  SOURCES,
  type Source,
  type SourceCategory,
  type SourceName,
} from './sources/sources.ts';
export type { StoredRule } from './stored-rule.ts';
export {
  AGREEMENT_IDS,
  type Agreement,
  type AgreementId,
  heldVersion,
} from './terms/agreement.ts';
export type { Timer } from './terms/timer.ts';
