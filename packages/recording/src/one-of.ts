import { z } from 'zod';
import type { RecordedType } from './recorded-type.ts';

/** What was sent, and of which type it is. */
export interface OneOf<Input> {
  readonly type: RecordedType;
  readonly input: Input;
}

/** Reads an argument that holds exactly one of several types, under its own name, as that type's own input. */
export function oneOf<Input>(
  argument: string,
  types: readonly RecordedType[],
  inputOf: (type: RecordedType) => z.ZodType<Input>,
): z.ZodType<OneOf<Input>> {
  const known = types.map((type) => ({ type, read: inputOf(type) }));
  return z
    .looseObject({ [argument]: z.record(z.string(), z.unknown()) })
    .transform((given, context) => {
      const { [argument]: held, ...others } = given;
      const named = Object.entries(held ?? {}).filter(([, fields]) => fields != null);
      const [first, ...more] = named;
      const found = known.find(({ type }) => type.called === first?.[0]);
      if (found === undefined || more.length > 0) {
        const message = `exactly one of ${types.map(({ called }) => called).join(', ')}`;
        context.addIssue({ code: 'custom', path: [argument], message });
        return z.NEVER;
      }
      const { type, read } = found;
      const input = read.safeParse({ ...others, [type.called]: first?.[1] });
      if (input.success) return { type, input: input.data };
      for (const { path, message } of input.error.issues)
        context.addIssue({
          code: 'custom',
          path: path[0] === type.called ? [argument, ...path] : [...path],
          message,
        });
      return z.NEVER;
    });
}
