/** The rows and cells of a text that a spreadsheet put on the clipboard: parted by tabs and line ends; a cell in quotes may hold both. */
export function cellsPasted(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y;
  const rows: string[][] = [[]];
  for (let at = 0; at <= plain.length; at += 1) {
    cell.lastIndex = at;
    const [whole = '', quoted] = cell.exec(plain) ?? [];
    rows.at(-1)?.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (plain[at] === '\n') rows.push([]);
  }
  return rows;
}

/** The same the other way. */
export function textCopied(rows: readonly (readonly string[])[]): string {
  const written = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(written).join('\t')).join('\n');
}
