import type { DayString, Json, Language } from '@westgate/base';
import { kindOf } from '../kernel/field.ts';
import { districtOf } from '../register/day-span.ts';
import { sameValue } from '../register/own-basis.ts';
import type { Register } from '../register/register.ts';
import { type AnyRow, fieldsOf, type Row, type TableName } from '../register/tables.ts';
import type { Cells, ListEntry, Reading, ValueEntry, Writing } from './mapping/entry.ts';
import { MAPPING } from './mapping/mapping.ts';
import { withParties } from './mapping/parties.ts';
import { type Fields, isFields, itemsOf, type Path, partAt, textIn, withPart } from './standard/parts.ts';
import { PROJECT_ID } from './standard/publisher-checks.ts';

/** How a district is written: by which six characters, in which language, on which day. */
export interface WritingOptions {
  readonly prefix: string;
  readonly language: Language;
  readonly asOf: DayString;
}

/**
 * A project of the district in OC4IDS. What it was read from comes out as it came wherever the district still says the same; what the district
 * says otherwise now is written anew, in the language of the original; what no column holds stays.
 */
export function writeProject(register: Register, project: Row<'project'>, { prefix, language, asOf }: WritingOptions): Fields {
  const original = originalOf(register, project.id);
  const came = original?.document ?? undefined;
  const document = isFields(came) ? came : {};
  const own: Language = !isFields(came) ? language : languageOf(register, document);
  const idOf = (id: string): string => oc4idsId(register, id, prefix);
  const at: Writing = { register, project, language: own, asOf, idOf, assumed: (column) => keysOf(original)[assumedKey(column)] };
  const reading: Reading = { language: own, keyAt: (pointer) => keysOf(original)[pointer] };
  const begun: Fields = !isFields(came) ? { id: idOf(project.id), language } : document;
  let written: Fields = begun;
  for (const entry of MAPPING) {
    const next = entry.kind === 'value' ? withValue(written, entry, at, reading) : withItems(written, entry, at, reading);
    written = isFields(next) ? next : begun;
  }
  return withParties(written, document, at);
}

/** The id of a project in OC4IDS: the one it came with, else the prefix of the district before its own. */
export function oc4idsId(register: Register, project: string, prefix: string): string {
  const came = originalOf(register, project)?.oc4ids_id;
  return came !== undefined && PROJECT_ID.test(came) ? came : `oc4ids-${prefix}-${project}`;
}

/** What a project was read from; undefined where it was not read from OC4IDS. */
export function originalOf(register: Register, project: string): Row<'oc4ids_original'> | undefined {
  const originals: ReadonlyMap<string, Row<'oc4ids_original'>> = register.oc4ids_original;
  return originals.get(project);
}

/** The language that the district keeps a project's words in: that of the document where it keeps it, Chinese or else English; if not, its first. */
export function languageOf(register: Register, document: Json): Language {
  const said: Language = /^zh\b/i.test(textIn(document, 'language') ?? 'en') ? 'zh' : 'en';
  const kept = districtOf(register)?.languages ?? [said];
  return kept.includes(said) ? said : said === 'zh' ? 'en' : 'zh';
}

/** The key under which is kept what a column was filled with where the document said nothing. */
export function assumedKey(column: string): string {
  return `assumed:${column}`;
}

/** Which record each part of an original became. */
export function keysOf(original: Row<'oc4ids_original'> | undefined): Readonly<Record<string, string>> {
  return original?.rows ?? {};
}

function withValue(document: Fields, entry: ValueEntry, at: Writing, reading: Reading): Json | undefined {
  const { path, stales = [], yields } = entry;
  const held = partAt(document, path);
  const cells = held && entry.read ? entry.read(held.value, { ...reading, pointer: held.pointer }) : null;
  const now = entry.write(at);
  if (held === null) return now === undefined ? document : withPart(document, path, now);
  if (yields) return document;
  const row = entry.row === undefined ? at.project : rowOf(at.register, entry.row, reading.keyAt(held.pointer));
  const isRead = cells !== null && (entry.row === undefined || reading.keyAt(held.pointer) !== undefined);
  if (isRead && row && isAsRead(entry.row ?? 'project', row, cells)) return document;
  if (now === undefined) return isRead ? withPart(document, path, undefined) : document;
  const merged = isFields(held.value) && isFields(now) ? { ...held.value, ...now } : now;
  if (sameValue(held.value, merged)) return document;
  return stales.reduce<Json | undefined>((next, stale) => withPart(next, stale, undefined), withPart(document, path, merged));
}

function withItems(document: Fields, entry: ListEntry, at: Writing, reading: Reading): Json | undefined {
  const { path, fields } = entry;
  const held = partAt(document, path);
  const written = entry.write(at);
  const byKey = new Map(written.map(({ key, item }) => [key, item]));
  const left = new Map(byKey);
  const items = itemsOf(held?.value).flatMap((item, index): readonly Json[] => {
    const key = entry.read ? reading.keyAt(`${held?.pointer}/${index}`) : undefined;
    if (key === undefined) {
      const [same, now] = [...left].find(([, each]) => !entry.read && textIn(each, 'id') === textIn(item, 'id')) ?? [];
      if (same === undefined || now === undefined || !isFields(item)) return [item];
      left.delete(same);
      return [{ ...item, ...now }];
    }
    const now = byKey.get(key);
    left.delete(key);
    if (now === undefined) return [];
    const cells = entry.read?.(item, reading) ?? null;
    const row = entry.row === undefined ? undefined : rowOf(at.register, entry.row, key);
    if (!isFields(item) || (cells && row && entry.row !== undefined && isAsRead(entry.row, row, cells))) return [item];
    const kept = Object.fromEntries(Object.entries(item).filter(([name]) => !fields.includes(name)));
    return [{ ...kept, ...now, id: item.id ?? now.id ?? key }];
  });
  const taken = new Set(items.flatMap((item) => textIn(item, 'id') ?? []));
  const added = [...left.values()].map((item) =>
    taken.has(textIn(item, 'id') ?? '') ? { ...item, id: `westgate-${textIn(item, 'id')}` } : item,
  );
  const all = [...items, ...added];
  if (all.length > 0) return withPart(document, path, all);
  return held === null || itemsOf(held.value).length === 0 ? document : withPart(document, upToPick(path), undefined);
}

/** The path to the item that is meant, where it leads through one. */
function upToPick(path: Path): Path {
  const at = path.findLastIndex((step) => typeof step !== 'string');
  return at < 0 ? path : path.slice(0, at + 1);
}

function rowOf(register: Register, table: 'milestone' | 'planned_amount' | 'place', key: string | undefined): AnyRow | undefined {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  return key === undefined ? undefined : rows.get(key);
}

/** Whether a row still says what was read, as its columns take it. */
function isAsRead(table: TableName, row: AnyRow, cells: Cells): boolean {
  const fields = fieldsOf(table);
  return Object.entries(cells).every(([column, value]) => {
    const field = fields[column];
    const reading = field && kindOf(field).readJson(value ?? null, field);
    return sameValue(row[column] ?? null, (reading?.ok ? reading.value : value) ?? null);
  });
}
