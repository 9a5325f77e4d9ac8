/** A table of Markdown, its columns aligned as the formatter aligns them; cells may hold any text of one or several lines. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const lines = [head, ...rows].map((cells) => cells.map(inOneCell));
  const widths = head.map((_, column) =>
    Math.max(SHORTEST_RULE, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const [first = '', ...others] = lines.map((cells) => line(cells, widths));
  return [
    first,
    line(
      widths.map((width) => '-'.repeat(width)),
      widths,
    ),
    ...others,
  ];
}

const SHORTEST_RULE = 3;

function line(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
}

function inOneCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}
