export { type RawCounty, type RawRow, readCounty } from './county/raw-county.ts';
export { Coverage, type CoverageFigures, type CoverageSummary } from './coverage.ts';
export { harvestCursors } from './cursors.ts';
export { type HttpService, httpTarget } from './http-target.ts';
export { type Principal, principalKey } from './principal.ts';
export { ask, type Failure, type FuzzRun, runFuzz } from './run.ts';
export { readSurface, type Surface } from './surface.ts';
export type { FuzzRequest, Target, TargetAnswer } from './target.ts';
export { openWorld, type World } from './world.ts';
