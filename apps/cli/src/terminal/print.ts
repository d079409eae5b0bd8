import { type ErrorCode, WestgateError } from '@westgate/base';

/** Writes an answer to stdout. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a note to stderr, so that it never mixes with an answer. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Writes an answer as JSON to stdout. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2));
}

/** Writes a failure to stderr: its code and words, or one JSON object. Bugs show their stack. */
export function sayError(error: unknown, asJson: boolean): void {
  const known = error instanceof WestgateError;
  const code = known ? error.code : codeOfSystem(error);
  const message = error instanceof Error ? error.message : String(error);
  if (asJson) note(JSON.stringify({ error: { code, message, details: known ? error.details : {} } }));
  else if (known || isSystemError(error)) note(`${code}: ${message}`);
  else note(`${code}: ${error instanceof Error ? (error.stack ?? message) : message}`);
}

/** Lines of columns, each as wide as its widest cell. Chinese characters count as two. */
export function aligned(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, width(cell));
    });
  return rows
    .map(
      (row) =>
        `${indent}${row.map((cell, index) => (index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - width(cell)))).join('  ')}`,
    )
    .join('\n');
}

/** `1 sentence`, `2 sentences`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function width(text: string): number {
  let sum = 0;
  for (const character of text)
    sum += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1;
  return sum;
}

/** What the system refused lies with a path that was given: nothing is there, or it cannot be read or written. */
function codeOfSystem(error: unknown): ErrorCode {
  if (!isSystemError(error)) return 'WG_INTERNAL';
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'WG_NOT_FOUND' : 'WG_INPUT_INVALID';
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
