// Writes tables as Markdown. The plugin for turndown keeps tables without a header as HTML. Since
// word processors write no headers, the first row is the header here.

export function tableText(table: HTMLTableElement, text: (cell: HTMLElement) => string): string {
  const rows = [...table.rows].filter((row) => row.cells.length > 0);
  if (rows.length === 0) return '';
  if (rows.length === 1 && rows[0].cells.length === 1) return `\n\n${text(rows[0].cells[0])}\n\n`; // a box, not a table
  const grid = gridOf(rows, (cell) => text(cell).trim().replace(/\s*\n+\s*/g, ' ').replace(/\\?\|/g, '\\|'));
  const width = Math.max(...grid.map((row) => row.length));
  const lines = grid.map((row) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`);
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  const caption = table.caption?.textContent?.trim();
  return `\n\n${lines.join('\n')}\n\n${caption ? `*${caption}*\n\n` : ''}`;
}

const mostSpanned = 50; // rows or columns

// gridOf arranges cells in a grid. Markdown has no cells that span rows or columns, so the other
// places of such a cell stay empty.
function gridOf(rows: HTMLTableRowElement[], text: (cell: HTMLElement) => string): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y][x] !== undefined) x++;
      const high = Math.min(cell.rowSpan || 1, mostSpanned, rows.length - y);
      const wide = Math.min(cell.colSpan || 1, mostSpanned);
      for (let down = 0; down < high; down++) for (let right = 0; right < wide; right++) grid[y + down][x + right] ??= '';
      grid[y][x] = text(cell);
    }
  });
  return grid;
}
