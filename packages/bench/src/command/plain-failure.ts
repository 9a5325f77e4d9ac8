/** What a command says on one line when it fails; the failures it knows name a remedy themselves. */
export function plainFailure(error: unknown): string {
  return error instanceof Error ? error.message : 'The benchmark failed.';
}
