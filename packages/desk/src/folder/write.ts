import { canonicalJson, type Geometry, type Json } from '@westgate/base';
import { type AnyRow, type Field, FOLDER_TABLES, fieldsOf, type Register, type Row, TABLES, type TableName } from '@westgate/domain';
import { columnsOf, writeCsv } from './csv.ts';
import { writeDistrictJson } from './district-json.ts';
import type { FolderFiles } from './files.ts';
import { type Feature, writeGeoJson } from './geojson.ts';
import { planTextPath } from './paths.ts';
import { isWhole, writePlanText } from './plan-text.ts';
import { writeTextCell } from './text-cell.ts';

/** The district as a folder, in canonical form: the same register gives the same bytes, and reading them gives the same rows. */
export function writeFolder(register: Register): FolderFiles {
  const files = new Map<string, string>();
  for (const name of FOLDER_TABLES) {
    const text = writeTable(name, register);
    if (text !== null) files.set(TABLES[name].file, text);
  }
  for (const document of register.document.keys()) {
    const sentences = [...register.sentence.values()].filter((sentence) => sentence.document === document);
    for (const language of ['zh', 'en'] as const) {
      const text = writePlanText(sentences, language);
      if (text !== null) files.set(planTextPath(document, language), text);
    }
  }
  return files;
}

/** Tables that not every district has: without rows there is no file. */
const WITH_ROWS_ONLY: ReadonlySet<TableName> = new Set<TableName>([
  'report',
  'calendar_day',
  'update_rule',
  'status_update',
  'review_rule',
  'pending_change',
  'supervision',
  'supervision_department',
  'supervision_step',
  'comment',
  'comment_department',
]);

function writeTable(name: TableName, register: Register): string | null {
  if (name === 'district') {
    const [district] = register.district.values();
    return district ? writeDistrictJson(district) : null;
  }
  if (name === 'place' || name === 'feature' || name === 'component') {
    return writeGeoJson([...register[name].values()].map((row) => featureOf(name, row)));
  }
  if (WITH_ROWS_ONLY.has(name) && register[name].size === 0) return null;
  const fields = Object.entries(fieldsOf(name));
  const held: readonly AnyRow[] = name === 'sentence' ? sentenceRows(register) : [...register[name].values()];
  const rows = held.map((row) => fields.map(([column, field]) => cellOf(field, row[column])));
  return writeCsv(columnsOf(fieldsOf(name)), rows);
}

/** The sentences without the words that the plan texts hold. */
function sentenceRows(register: Register): readonly Row<'sentence'>[] {
  const sentences = [...register.sentence.values()];
  const whole = new Set<string>();
  for (const document of register.document.keys()) {
    const own = sentences.filter((sentence) => sentence.document === document);
    for (const language of ['zh', 'en'] as const) if (isWhole(own, language)) whole.add(`${document} ${language}`);
  }
  return sentences.map((sentence) => ({
    ...sentence,
    text_zh: sentence.in_text && whole.has(`${sentence.document} zh`) ? null : sentence.text_zh,
    text_en: sentence.in_text && whole.has(`${sentence.document} en`) ? null : sentence.text_en,
  }));
}

function featureOf(name: 'place' | 'feature' | 'component', row: Row<'place'> | Row<'feature'> | Row<'component'>): Feature {
  const columns: AnyRow = row;
  const properties = columnsOf(fieldsOf(name), ['geometry']).map((column) => [column, columns[column]]);
  const geometry: Geometry | null = row.geometry;
  return { id: row.id, properties: Object.fromEntries(properties), geometry };
}

function cellOf(field: Field, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(';');
  if (field.kind === 'json') return canonicalJson(jsonIn(value));
  return field.kind === 'text' ? writeTextCell(String(value)) : String(value);
}

/** The value of a `json` column: it was read from JSON. */
function jsonIn(value: unknown): Json {
  return value as Json;
}
