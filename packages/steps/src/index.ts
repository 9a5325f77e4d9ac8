export { chosen, chosenCount, chosenFigure, chosenPeriod } from './chosen.ts';
export { dayOf, startOfDay } from './day.ts';
export { dayToCome } from './day-to-come.ts';
export { type HeldTable, hold } from './hold.ts';
export * from './input.ts';
export { keptText } from './kept-text.ts';
export { holdEpisode, holdEveryEpisode } from './one-at-a-time.ts';
export {
  type About,
  type AccessEvent,
  type Actor,
  ON_BEHALF_OF,
  type OnBehalfOf,
  recordEvent,
  recordEvents,
  type SharedEvent,
  type StepOf,
} from './record-event.ts';
export {
  begin,
  type Held,
  requireRevision,
  requireStep,
  type SharedStep,
  type Step,
  type Taking,
  takeStep,
  takeSteps,
  takingByService,
  takingFor,
} from './take-step.ts';
