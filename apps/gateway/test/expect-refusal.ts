import { expect } from 'vitest';
import type { Answer } from './gateway-under-test.ts';

/** Holds for every refusal: one error with code, remedy and the urgent channel, no data, and nothing from inside. */
export function expectRefusal(answer: Answer, status: number, code: string): void {
  expect(answer.body.errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  expect(answer.status).toBe(status);
  expect(answer.body.data ?? null).toBeNull();
  const [error] = answer.body.errors ?? [];
  expect(error?.extensions.remedy).toMatch(/\w+/);
  expect(error?.extensions.urgent).toContain('999');
  expect(answer.text).not.toMatch(
    /stack|node_modules|\.ts:|at Object|Did you mean|select .* from|secret/i,
  );
}
