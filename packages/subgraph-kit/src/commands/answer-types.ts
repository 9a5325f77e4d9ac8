import type { GraphQLOutputType } from 'graphql';
import { getNamedType, isUnionType } from 'graphql';
import type { Answer } from './command.ts';
import { CommandRefused, refusalAnswer } from './command-refused.ts';

const REFUSAL = 'CommandRefusal';

/** The two types that a field of Mutation answers with: what was changed, or why nothing was. */
export interface AnswerTypes {
  readonly changed: string;
  readonly refused: string;
}

/** @throws TypeError where a field of Mutation answers with anything but a union of the two */
export function answersOf(type: GraphQLOutputType): AnswerTypes {
  const named = getNamedType(type);
  const members = isUnionType(named) ? named.getTypes().map(({ name }) => name) : [];
  const [changed, ...others] = members.filter((name) => name !== REFUSAL);
  if (changed === undefined || others.length > 0 || !members.includes(REFUSAL))
    throw new TypeError(`"${named.name}" is not a union of what was changed and ${REFUSAL}.`);
  return { changed, refused: REFUSAL };
}

/** Carries work out; where it is refused, the refusal is the answer. */
export async function answering(work: () => Promise<Answer>, types: AnswerTypes): Promise<Answer> {
  try {
    return { ...(await work()), __typename: types.changed };
  } catch (failure) {
    if (failure instanceof CommandRefused)
      return { ...refusalAnswer(failure), __typename: types.refused };
    throw failure;
  }
}
