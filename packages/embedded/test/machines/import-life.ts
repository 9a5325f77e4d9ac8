/** What may be done with an item of the pool, by whoever matches it, by its source, or because its day came. */
export type ImportMove =
  | 'match'
  | 'noMatch'
  | 'unclear'
  | 'takeBack'
  | 'amend'
  | 'sendOfOther'
  | 'withdraw'
  | 'expire';

/** Where a move leads; nothing of it is read from the code. `GONE` is no item any more. */
export const IMPORT_LIFE: Readonly<Record<ImportMove, (state: string) => string | undefined>> = {
  match: (state) => (state === 'WAITING' || state === 'UNCLEAR' ? 'MATCHED' : undefined),
  noMatch: (state) => (state === 'WAITING' || state === 'UNCLEAR' ? 'NO_MATCH' : undefined),
  unclear: (state) => (state === 'WAITING' ? 'UNCLEAR' : undefined),
  takeBack: (state) => (state === 'WAITING' ? undefined : 'WAITING'),
  amend: (state) => state,
  sendOfOther: () => 'WAITING',
  withdraw: () => 'GONE',
  expire: () => 'GONE',
};
export const IMPORT_MOVES = Object.keys(IMPORT_LIFE) as ImportMove[];

/** Every way that a walk has to have taken. */
export const IMPORT_WAYS = [
  ['WAITING', 'MATCHED'],
  ['WAITING', 'NO_MATCH'],
  ['WAITING', 'UNCLEAR'],
  ['UNCLEAR', 'MATCHED'],
  ['UNCLEAR', 'NO_MATCH'],
  ['UNCLEAR', 'WAITING'],
  ['MATCHED', 'WAITING'],
  ['NO_MATCH', 'WAITING'],
  ['WAITING', 'GONE'],
  ['UNCLEAR', 'GONE'],
  ['MATCHED', 'GONE'],
  ['NO_MATCH', 'GONE'],
] as const;
