// A table as Markdown. The plugin for turndown keeps tables without a header as HTML, and word
// processors know no header, so the first row is taken for it.

export function tableText(table: HTMLTableElement, text: (cell: HTMLElement) => string): string {
  const rows = [...table.rows].filter((row) => row.cells.length > 0);
  if (rows.length === 0) return '';
  if (rows.length === 1 && rows[0].cells.length === 1) return `\n\n${text(rows[0].cells[0])}\n\n`; // a box, not a table
  const width = Math.max(...rows.map((row) => row.cells.length));
  const lines = rows.map((row) => {
    const cells = [...row.cells].map((cell) => text(cell).trim().replace(/\s*\n+\s*/g, ' ').replace(/\\?\|/g, '\\|'));
    while (cells.length < width) cells.push('');
    return `| ${cells.join(' | ')} |`;
  });
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  const caption = table.caption?.textContent?.trim();
  return `\n\n${lines.join('\n')}\n\n${caption ? `*${caption}*\n\n` : ''}`;
}
