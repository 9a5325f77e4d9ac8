/** One step that something may take from where it stands. */
export interface Move<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
  /** The clause or rule by which it is taken. */
  readonly clause: string;
}

/** The states that a kind of thing goes through, and the moves between them; whatever is not listed is not possible. */
export interface Machine<State extends string, Name extends string> {
  /** What it is about, in capitals: AGENCY, ACCOUNT. */
  readonly name: string;
  /** Where one begins. */
  readonly initial: State;
  readonly moves: Readonly<Record<Name, Move<State>>>;
}

/** Where a move leads from a state; null where it cannot be taken there. */
export function after<State extends string, Name extends string>(
  { moves }: Machine<State, Name>,
  state: State,
  name: Name,
): State | null {
  const move = moves[name];
  return move.from.includes(state) ? move.to : null;
}

/** The names of the moves that can be taken from a state, in the order of the machine. */
export function possible<State extends string, Name extends string>(
  { moves }: Machine<State, Name>,
  state: State,
): readonly Name[] {
  const names = Object.keys(moves) as Name[];
  return names.filter((name) => moves[name].from.includes(state));
}
