import { type Geometry, resultAtOnce } from '@westgate/base';
import {
  type AnyRow,
  attributionOf,
  baseMapPath,
  described,
  FOLDER_TABLES,
  fieldsOf,
  grouped,
  type Kind,
  kindOf,
  planTextPath,
  type Register,
  type Row,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { columnsOf, writeCsv } from './csv.ts';
import { writeDistrictJson } from './district-json.ts';
import type { FolderFiles } from './files.ts';
import { type Feature, geoJsonPieces } from './geojson.ts';
import { isWhole, writePlanText } from './plan-text.ts';

/** A piece of a file of a folder; the pieces of a file follow one another. */
export interface FilePiece {
  readonly path: string;
  readonly text: string;
}

/** The district as a folder, in canonical form: the same register gives the same bytes, and reading them gives the same rows. */
export function writeFolder(register: Register): FolderFiles {
  return resultAtOnce(writeSteps(register));
}

/** The same step by step, for whoever gives others their turn between. */
export function* writeSteps(register: Register): Generator<undefined, FolderFiles> {
  const files = new Map<string, string[]>();
  for (const { path, text } of folderPieces(register)) {
    const pieces = files.get(path);
    if (pieces) pieces.push(text);
    else files.set(path, [text]);
    yield;
  }
  return new Map([...files].map(([path, pieces]) => [path, pieces.join('')]));
}

/** Rows of a table in one piece. */
const ROWS_A_PIECE = 50;

/** The same piece by piece, some rows or a text each: each takes a moment, whatever the size of the district. */
export function* folderPieces(register: Register): Generator<FilePiece> {
  for (const name of FOLDER_TABLES) {
    if (name === 'feature') yield* featurePieces(register);
    else for (const text of tablePieces(name, register)) yield { path: TABLES[name].file, text };
  }
  const byDocument = grouped([...register.sentence.values()], ({ document }) => document);
  for (const document of register.document.keys()) {
    for (const language of ['zh', 'en'] as const) {
      const text = writePlanText(byDocument.get(document) ?? [], language);
      if (text !== null) yield { path: planTextPath(document, language), text };
    }
  }
}

/** The features in one file, and those of each source that must be named in a file of its own. */
function* featurePieces(register: Register): Generator<FilePiece> {
  const file = TABLES.feature.file;
  const byFile = grouped([...register.feature.values()], ({ source }) =>
    source && attributionOf(register, source) ? baseMapPath(source) : file,
  );
  for (const path of new Set([file, ...byFile.keys()])) {
    for (const text of geoJsonPieces((byFile.get(path) ?? []).map((row) => featureOf('feature', row)))) yield { path, text };
  }
}

function* tablePieces(name: TableName, register: Register): Generator<string> {
  if (name === 'district') {
    const [district] = register.district.values();
    if (district) yield writeDistrictJson(district);
  } else if (name === 'place' || name === 'component') {
    yield* geoJsonPieces(features(name, register));
  } else if (!described(name).isRare || register[name].size > 0) {
    const kinds = Object.entries(fieldsOf(name)).map(([column, field]) => [column, kindOf(field)] as const);
    const held: Iterable<AnyRow> = name === 'sentence' ? sentenceRows(register) : register[name].values();
    let rows = [columnsOf(fieldsOf(name))];
    for (const row of held) {
      rows.push(kinds.map(([column, kind]) => cellOf(kind, row[column])));
      if (rows.length < ROWS_A_PIECE) continue;
      yield writeCsv(rows);
      rows = [];
    }
    yield writeCsv(rows);
  }
}

function* features(name: 'place' | 'component', register: Register): Generator<Feature> {
  for (const row of register[name].values()) yield featureOf(name, row);
}

/** The sentences without the words that the plan texts hold. */
function* sentenceRows(register: Register): Generator<Row<'sentence'>> {
  const byDocument = grouped([...register.sentence.values()], ({ document }) => document);
  const whole = new Set<string>();
  for (const [document, own] of byDocument) {
    for (const language of ['zh', 'en'] as const) if (isWhole(own, language)) whole.add(`${document} ${language}`);
  }
  for (const sentence of register.sentence.values()) {
    yield {
      ...sentence,
      text_zh: sentence.in_text && whole.has(`${sentence.document} zh`) ? null : sentence.text_zh,
      text_en: sentence.in_text && whole.has(`${sentence.document} en`) ? null : sentence.text_en,
    };
  }
}

function featureOf(name: 'place' | 'feature' | 'component', row: Row<'place'> | Row<'feature'> | Row<'component'>): Feature {
  const columns: AnyRow = row;
  const properties = columnsOf(fieldsOf(name), ['geometry']).map((column) => [column, columns[column]]);
  const geometry: Geometry | null = row.geometry;
  return { id: row.id, properties: Object.fromEntries(properties), geometry };
}

function cellOf(kind: Kind, value: unknown): string {
  return value === null || value === undefined ? '' : kind.writeText(value);
}
