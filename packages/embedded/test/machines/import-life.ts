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

/** Where a move leads; nothing of it is read from the code. `GONE` is no item any more, `ON_RECORD` what is left of a match. */
export const IMPORT_LIFE: Readonly<Record<ImportMove, (state: string) => string | undefined>> = {
  match: (state) => (state === 'WAITING' || state === 'UNCLEAR' ? 'MATCHED' : undefined),
  noMatch: (state) => (state === 'WAITING' || state === 'UNCLEAR' ? 'NO_MATCH' : undefined),
  unclear: (state) => (state === 'WAITING' ? 'UNCLEAR' : undefined),
  takeBack: (state) => {
    if (state === 'ON_RECORD') return 'GONE';
    return state === 'WAITING' ? undefined : 'WAITING';
  },
  amend: (state) => state,
  sendOfOther: () => 'WAITING',
  withdraw: () => 'GONE',
  expire: (state) => (state === 'MATCHED' || state === 'ON_RECORD' ? 'ON_RECORD' : 'GONE'),
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
  ['MATCHED', 'ON_RECORD'],
  ['NO_MATCH', 'GONE'],
  ['ON_RECORD', 'GONE'],
  ['ON_RECORD', 'WAITING'],
] as const;
