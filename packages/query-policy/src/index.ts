export { type AskedAccount, askingFor, freeOfConflict } from './facts/account.ts';
export { granteeFacts } from './facts/grantee.ts';
export { literal, literals } from './facts/literal.ts';
export { liveBetween, NOW, notYet, TODAY } from './facts/live.ts';
export { preconditionsMet } from './facts/preconditions.ts';
export { type Asking, requestParameters } from './facts/principal.ts';
export { factsOfMany, requestFacts } from './facts/request-facts.ts';
export { accountsGranted, roleHolders } from './facts/role-holders.ts';
export { fitsStanding } from './facts/standing.ts';
export { unfinishedColumn } from './facts/unfinished.ts';
export { hiddenFromEach, MANY_ACCOUNTS } from './facts/whose.ts';
export {
  asksOfEpisode,
  conditionOn,
  conditionSql,
  withoutEpisode,
} from './predicates/condition.ts';
export type { EpisodeLink, RowBinding } from './predicates/row-binding.ts';
export {
  type CompiledStatement,
  compileStatement,
  type Opening,
  renderOpening,
} from './statement.ts';
export type { FindingWay } from './verdict/found-by.ts';
export { type PathTests, pathTests } from './verdict/path-tests.ts';
export { ReachAnswers } from './verdict/reach-answers.ts';
export { Verdict } from './verdict/verdict.ts';
