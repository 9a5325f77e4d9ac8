import { id, reason } from '@postern/steps';

/** Which removal from which episode a command is about, and why. */
export const removalOf = {
  episode: id,
  agency: id.nullish(),
  practitioner: id.nullish(),
  reason,
};

interface Named {
  readonly agency?: string | null | undefined;
  readonly practitioner?: string | null | undefined;
}

/** An agency or a practitioner, and not both. */
export function namesOne({ agency, practitioner }: Named): boolean {
  return (agency == null) !== (practitioner == null);
}
export const ONE_NAMED = { path: ['agency'], message: 'either an agency or a practitioner' };
