import { CommandRefused } from '@postern/subgraph-kit';

/** The record is one the caller knows of; these of its fields are not theirs to write. */
export function notPermitted(type: string, fields: readonly string[]): CommandRefused {
  return new CommandRefused('RECORDING_NOT_PERMITTED', {
    about: fields.map((field) => `${type}.${field}`),
  });
}
