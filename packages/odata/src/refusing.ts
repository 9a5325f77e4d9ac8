import { Refusal } from '@postern/errors';

/** Refuses what is not written as the protocol has it; says where and what was expected, never what was there. */
export function malformed(option: string, expected: string, at?: number): Refusal {
  return new Refusal('QUERY_OPTION_INVALID', {
    option,
    expected,
    ...(at === undefined ? {} : { at }),
  });
}

/** Refuses what the protocol has and this service does not. */
export function unsupported(option: string, supported: string): Refusal {
  return new Refusal('QUERY_OPTION_UNSUPPORTED', { option, supported });
}
