/** A refusal as clients of the protocol read it (OData JSON Format 4.01 section 21.1). */
export function errorBody({
  code,
  message,
  remedy,
  facts,
}: {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly facts: Readonly<Record<string, unknown>>;
}): object {
  return {
    error: {
      code,
      message: `${message} ${remedy}`,
      innererror: { ...facts, remedy },
    },
  };
}
