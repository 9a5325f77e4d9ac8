export { Fault, isFault, type LogFacts } from './fault.ts';
export { FAULTS, type FaultCode } from './faults.ts';
export { type ClientFacts, isRefusal, Refusal } from './refusal.ts';
export { REFUSALS, type RefusalCode } from './refusals.ts';
