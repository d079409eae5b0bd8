/** A value of a line: a list or an object is JSON by now. */
export type CopyValue = string | number | boolean | null;

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const ESCAPE = /[\\\n\r\t]/g;

/** One row of what `COPY … FROM STDIN` takes in its text form (PostgreSQL, COPY, File Formats), with its line end. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (const [index, value] of values.entries()) {
    if (index > 0) line += '\t';
    line += value === null ? '\\N' : typeof value === 'string' ? value.replace(ESCAPE, (sign) => ESCAPED[sign] ?? sign) : String(value);
  }
  return `${line}\n`;
}
