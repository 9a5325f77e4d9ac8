export type { Passage } from './passage.ts';
export { revealing } from './revealing.ts';
export { without } from './without.ts';
