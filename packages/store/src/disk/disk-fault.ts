/** What the file system of PGlite calls these errors: numbers of WASI. */
const WASI = new Map([
  [19, 'EDQUOT'],
  [29, 'EIO'],
  [51, 'ENOSPC'],
  [69, 'EROFS'],
]);

/** What Node and PostgreSQL call them. */
const CODES = new Set(['EDQUOT', 'EIO', 'ENOSPC', 'EROFS', '53100', '58030']);

/** The disk is full or fails: nothing that another database would mend. */
export function isDiskFault(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && CODES.has(code);
}

/** The files of the database are not as it wrote them: a page with a wrong checksum, a missing file, a state that cannot be. */
export function isCorruption(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && (code.startsWith('XX') || code === '58P01');
}

/** What an error says. PGlite throws some that are no `Error`. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : (codeOf(error) ?? String(error));
}

/** The code of an error of the system, of PGlite's file system or of PostgreSQL; null where it has none. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'errno' in error && typeof error.errno === 'number' ? (WASI.get(error.errno) ?? `errno ${error.errno}`) : null;
}
