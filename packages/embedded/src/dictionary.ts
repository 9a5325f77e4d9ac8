import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SHROPSHIRE_RULES } from '@postern/agreements';
import { CATALOGUE } from '@postern/reporting';
import { agreementsPage } from './dictionary/agreements-page.ts';
import { commandsPage } from './dictionary/commands-page.ts';
import { conditionsPage } from './dictionary/conditions-page.ts';
import { dictionaryPage } from './dictionary/dictionary-page.ts';
import { errorsPage } from './dictionary/errors-page.ts';
import { indicatorsPage } from './dictionary/indicators-page.ts';
import { powerBiFiles } from './dictionary/power-bi-files.ts';
import { whoSeesWhatPage } from './dictionary/who-sees-what-page.ts';
import { composeWhole, RECORD_BLUEPRINTS, wholePolicySchema } from './stack/blueprints.ts';
import { plainLine } from './tour/plain-line.ts';

const DOCS = fileURLToPath(new URL('../../../docs', import.meta.url));

/** `npm run dictionary [-- [--check] [folder]]`: writes the generated pages, or says which differ from what it would write. */
function main(): void {
  const { check, folder } = readArguments();
  const pages = [
    { file: join(folder, 'data-dictionary.md'), text: dictionaryPage(composeWhole()) },
    { file: join(folder, 'errors.md'), text: errorsPage() },
    { file: join(folder, 'conditions.md'), text: conditionsPage(wholePolicySchema()) },
    { file: join(folder, 'commands.md'), text: commandsPage(RECORD_BLUEPRINTS) },
    { file: join(folder, 'agreements.md'), text: agreementsPage() },
    { file: join(folder, 'indicator-definitions.md'), text: indicatorsPage(CATALOGUE) },
    {
      file: join(folder, 'who-sees-what.md'),
      text: whoSeesWhatPage(SHROPSHIRE_RULES, wholePolicySchema()),
    },
    ...[...powerBiFiles(CATALOGUE)].map(([path, text]) => ({
      file: join(folder, 'power-bi', path),
      text,
    })),
  ];
  if (!check) {
    for (const { file, text } of pages) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    process.stdout.write(`Written: ${pages.map(({ file }) => file).join(', ')}\n`);
    return;
  }
  const stale = pages.filter(({ file, text }) => read(file) !== text).map(({ file }) => file);
  if (stale.length === 0) return;
  process.stderr.write(`Out of date: ${stale.join(', ')}. Write anew with: npm run dictionary\n`);
  process.exitCode = 1;
}

function readArguments(): { readonly check: boolean; readonly folder: string } {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  return { check: values.check, folder: positionals[0] ?? DOCS };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${plainLine('npm run dictionary', error)}\n`);
  process.exitCode = 1;
}
