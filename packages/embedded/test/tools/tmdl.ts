import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../../../docs/power-bi/', import.meta.url));
export const DEFINITION = join(PROJECT, 'Postern.SemanticModel', 'definition');

/** A line of TMDL with what stands under it; by tabs, as Power BI reads it. */
export interface Node {
  readonly text: string;
  readonly under: Node[];
}

/** What a file says, without descriptions. */
export function tmdl(path: string): readonly Node[] {
  const root: Node = { text: '', under: [] };
  const open: Node[] = [root];
  for (const line of readFileSync(join(DEFINITION, path), 'utf8').split('\n')) {
    const [, tabs = '', text = ''] = /^(\t*)(.*)$/.exec(line) ?? [];
    if (text === '' || text.startsWith('///')) continue;
    // An expression stands two tabs under what it is of.
    open.length = Math.min(open.length, tabs.length + 1);
    const node: Node = { text, under: [] };
    open.at(-1)?.under.push(node);
    while (open.length < tabs.length + 1) open.push(open.at(-1) as Node);
    open.push(node);
  }
  return root.under;
}

/** All that stands under a line, as one text. */
export function textUnder(node: Node | undefined): string {
  return (node?.under ?? []).map((each) => `${each.text}\n${textUnder(each)}`).join('');
}

/** A table of the model. */
export interface TmdlTable {
  readonly name: string;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** The expressions of its measures, by their names. */
  readonly measures: ReadonlyMap<string, string>;
  readonly query: string;
  /** Null where all of it is read each time. */
  readonly policy: Node | null;
}

export function tmdlTables(): readonly TmdlTable[] {
  return readdirSync(join(DEFINITION, 'tables')).map((path) => {
    const [table] = tmdl(join('tables', path));
    const [, name = ''] = /^table (\w+)$/.exec(table?.text ?? '') ?? [];
    const parts = table?.under ?? [];
    const of = (kind: string) => parts.filter(({ text }) => text.startsWith(`${kind} `));
    const partition = of('partition')[0];
    return {
      name,
      columns: new Map(
        of('column').map(({ text, under }) => [
          text.replace('column ', ''),
          under.map((each) => each.text),
        ]),
      ),
      measures: new Map(
        of('measure').map((each) => [
          each.text.replace(/^measure '?(.*?)'? =$/, '$1'),
          textUnder(each),
        ]),
      ),
      query: textUnder(partition?.under.find(({ text }) => text === 'source =')),
      policy: parts.find(({ text }) => text === 'refreshPolicy') ?? null,
    };
  });
}
