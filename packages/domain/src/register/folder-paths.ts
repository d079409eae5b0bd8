import type { Language } from '@westgate/base';
import { FOLDER_TABLES, type Row, TABLES } from './tables.ts';

/** Files a person may keep in the folder beside the format's own. */
const COMPANIONS = new Set(['SOURCE.md', 'README.md', 'README.zh.md', 'LICENSE', 'LICENSE.txt', 'LICENSE.md']);
/** Ground and flood cases of the district, kept beside its records: `westgate flood` reads them. */
const FLOOD_CASES = 'flood/';
const TABLE_FILES = new Set<string>(FOLDER_TABLES.map((name) => TABLES[name].file));
const EVIDENCE = /^files\/[0-9a-f]{64}\.[a-z]+$/;
/** `places/<source>.geojson`: features taken from a source that must be named. */
const BASE_MAP = /^places\/([^/]+)\.geojson$/;
const PLAN_TEXT = /^words\/([^/]+)\.(zh|en)\.md$/;

/** True for the file of a table. */
function isTablePath(path: string): boolean {
  return TABLE_FILES.has(path);
}

/** True for the text of a plan: `words/<document>.<language>.md`. */
export function isPlanTextPath(path: string): boolean {
  return PLAN_TEXT.test(path);
}

/** True for an evidence file that lies in the folder: `files/<SHA-256>.<ending>`. */
export function isEvidencePath(path: string): boolean {
  return EVIDENCE.test(path);
}

/** Where the bytes that a row of evidence names lie in a folder that brings them. */
export function evidencePath({ sha256, file_name }: Pick<Row<'evidence'>, 'sha256' | 'file_name'>): string {
  return `files/${sha256}.${file_name.slice(file_name.lastIndexOf('.') + 1).toLowerCase()}`;
}

/** True for a file of the base map, taken from one source: `places/<source>.geojson`. */
export function isBaseMapPath(path: string): boolean {
  return BASE_MAP.test(path) && !TABLE_FILES.has(path.toLowerCase());
}

/** The source that a file of the base map was taken from. */
export function sourceOfPath(path: string): string | null {
  return isBaseMapPath(path) ? (BASE_MAP.exec(path)?.[1] ?? null) : null;
}

/** Where the features taken from a source that must be named are kept: a file of their own, but where its name is taken. */
export function baseMapPath(source: string): string {
  const path = `places/${source}.geojson`;
  return isBaseMapPath(path) ? path : TABLES.feature.file;
}

/** True for a file whose content is read: of a table, of the base map, or the text of a plan. */
export function isReadPath(path: string): boolean {
  return isTablePath(path) || isBaseMapPath(path) || isPlanTextPath(path);
}

/** True for a file about the folder or beside it, such as SOURCE.md or a flood case, that holds no records. */
export function isCompanion(path: string): boolean {
  return COMPANIONS.has(path) || path.startsWith(FLOOD_CASES);
}

/** The document whose text a plan text file holds; null for any other file. */
export function documentOfPath(path: string): string | null {
  return PLAN_TEXT.exec(path)?.[1] ?? null;
}

/** Where the text of a document is kept in one language. */
export function planTextPath(document: string, language: Language): string {
  return `words/${document}.${language}.md`;
}

/** `path` is plain: relative, with `/`, without `..`. What comes over HTTP is checked with it. */
export function isPlainPath(path: string): boolean {
  return /^[^/\\\0]+(?:\/[^/\\\0]+)*$/.test(path) && !path.split('/').some((part) => part === '.' || part === '..');
}
