/** SQL for a stable number from 0 to n - 1 for a row. */
export const pick = (n: number, ...keys: readonly string[]): string =>
  `(abs(hashtext(concat_ws('/', ${keys.join(', ')}))::bigint) % ${n})`;

/** SQL for a stable id for a row. */
export const uuid = (...keys: readonly string[]): string =>
  `md5(concat_ws('/', ${keys.join(', ')}))::uuid`;
