import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A numbered SQL file. Files are only ever added. */
export interface SchemaFile {
  readonly file: string;
  readonly sql: string;
  readonly sha256: string;
}

const FOLDER = fileURLToPath(new URL('../../../schema/', import.meta.url));

/** The schema files in order. */
export function schemaFiles(): readonly SchemaFile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(`${FOLDER}${file}`, 'utf8');
      return { file, sql, sha256: sha256(sql) };
    });
}

/** One hash over all schema files: a template made from others is not used. */
export const SCHEMA_HASH: string = sha256(
  schemaFiles()
    .map(({ file, sha256: hash }) => `${file} ${hash}\n`)
    .join(''),
);

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
