import type { DayString, Json, Language } from '@westgate/base';
import type { Register } from '../../register/register.ts';
import type { Row, TableName } from '../../register/tables.ts';
import type { Fields, Path } from '../standard/parts.ts';

/** A project that is to be said. */
export interface Writing {
  readonly register: Register;
  readonly project: Row<'project'>;
  readonly language: Language;
  readonly asOf: DayString;
  /** The id in OC4IDS of a project. */
  readonly idOf: (project: string) => string;
  /** What a column was filled with when the project came, as its document said nothing of it; undefined where nothing was assumed. */
  readonly assumed: (column: string) => string | undefined;
}

/** A document that is read, or of which is asked what was read of it. */
export interface Reading {
  readonly language: Language;
  /** The key of the record that the part at a pointer became, or is to become; undefined where it became none. */
  readonly keyAt: (pointer: string) => string | undefined;
}

/** Columns of a row with their values. */
export type Cells = Readonly<Record<string, unknown>>;

/** The tables whose rows parts of a document become. */
type ReadTable = 'milestone' | 'planned_amount' | 'place';

interface Entry {
  /** Where it stands in a project of OC4IDS. */
  readonly path: Path;
  /** What of the district it says: columns of the project, or the rows of another table; said on the report of what could not be said. */
  readonly says: { readonly [T in TableName]?: readonly string[] };
  /** A fact of the source that the district does not compute better: what came stays as it came. */
  readonly yields?: true;
}

/** One value: both directions, or written alone where the district computes it from what it has and never takes it as typed. */
export interface ValueEntry extends Entry {
  readonly kind: 'value';
  readonly write: (at: Writing) => Json | undefined;
  /** The columns that the value gives; null where the district has none for it. */
  readonly read?: (value: Json, at: Reading & { readonly pointer: string }) => Cells | null;
  /** The table of the row it gives, beside the project. */
  readonly row?: ReadTable;
  /** Fields that do not hold any more once it is written anew. */
  readonly stales?: readonly Path[];
}

/** Items, each of a row: both directions, or written alone. */
export interface ListEntry extends Entry {
  readonly kind: 'list';
  readonly write: (at: Writing) => readonly { readonly key: string; readonly item: Fields }[];
  readonly read?: (item: Json, at: Reading) => Cells | null;
  readonly row?: ReadTable;
  /** The fields of an item that its row says. */
  readonly fields: readonly string[];
}

export type MappingEntry = ValueEntry | ListEntry;

/** Without fields that hold nothing. */
export function filled(fields: Readonly<Record<string, Json | null | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === null || value === undefined || (typeof value === 'string' && value.trim() === '') ? [] : [[name, value] as const],
    ),
  );
}

/** A text of a pair in the language, else in the other; undefined where there is none. */
export function saidIn(row: Cells, pair: string, language: Language): string | undefined {
  const other = language === 'zh' ? 'en' : 'zh';
  const text = [row[`${pair}_${language}`], row[`${pair}_${other}`]].find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof text === 'string' ? text : undefined;
}
