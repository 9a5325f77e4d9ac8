/** An answer's data, of whatever shape was asked for. */
// biome-ignore lint/suspicious/noExplicitAny: questions are written out here, and what is missing fails.
export type Answered = any;

/** Sends a question to a gateway; whatever is not answered throws. */
export type Asks = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<Answered>;

export function asksAt(url: string, token: string): Asks {
  return async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'purpose-of-use': 'COORDINATE_SUPPORT',
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors }: Answered = await response.json();
    if (errors !== undefined) throw new Error(`Not answered: ${JSON.stringify(errors)}`);
    const [refused] = Object.values<Answered>(data).filter((each) => each?.code !== undefined);
    if (refused !== undefined) throw new Error(`Refused: ${refused.code}`);
    return data;
  };
}
