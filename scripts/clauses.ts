// Lists, for each clause of the agreements, the scenarios that prove it: `npm run -s clauses [-- --json]`.
import { ClauseListInvalid, readClauses } from './clauses/clause-list.ts';
import { listTests, TestsUnlisted } from './clauses/listed-tests.ts';
import { proofsOf, UnknownClause } from './clauses/proofs.ts';
import { summary } from './clauses/summary.ts';

// Who stops reading early (`| head`) has seen enough; that is no failure.
process.stdout.on('error', () => {});

try {
  const proofs = proofsOf(readClauses(), await listTests());
  const asJson = process.argv.includes('--json');
  process.stdout.write(`${asJson ? JSON.stringify(proofs, null, 2) : summary(proofs).trimEnd()}\n`);
} catch (error) {
  const foreseen = [UnknownClause, ClauseListInvalid, TestsUnlisted].some(
    (kind) => error instanceof kind,
  );
  if (!foreseen || !(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
