export { makeHarder } from './county/harder-county.ts';
export { type RawCounty, type RawRow, readCounty } from './county/raw-county.ts';
export { Coverage, type CoverageFigures, type CoverageSummary } from './coverage.ts';
export { describeFailure } from './describe-failure.ts';
export { type HttpService, httpTarget } from './http-target.ts';
export {
  findVictims,
  type NewEnemyFigures,
  type NewEnemyRun,
  type NewEnemyWorld,
  runNewEnemy,
} from './new-enemy/run-new-enemy.ts';
export type { Principal } from './principal.ts';
export { firstRules, type PolicyByHand, putInForce } from './put-in-force.ts';
export { type Failure, type FuzzRun, runFuzz } from './run.ts';
export type { Address } from './surface.ts';
export type { FuzzRequest, Target, TargetAnswer } from './target.ts';
export { openWorld, type World } from './world.ts';
