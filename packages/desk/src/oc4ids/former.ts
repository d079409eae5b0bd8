import type { Json, Language, Said } from '@westgate/base';
import {
  type Cells,
  described,
  itemsOf,
  keysOf,
  type MappingEntry,
  partAt,
  type Register,
  type Row,
  sameValue,
  textIn,
} from '@westgate/domain';

/** A part of a document and where it stands. */
type PartFound = NonNullable<ReturnType<typeof partAt>>;

/** The part of the document a project came in before that stands under the path of an entry; null where it came in none, or that has none. */
export function formerPart(before: Row<'oc4ids_original'> | undefined, { path }: MappingEntry): PartFound | null {
  return before?.document == null ? null : partAt(before.document, path);
}

/** Tells what is remarked: where, what was expected, what was found. */
export type Remark = (pointer: string, expected: Said, found: Said) => void;

/** The item that an item was in the document before, and the key it became. */
export interface FormerItem {
  readonly item: Json;
  readonly key: string | undefined;
  readonly isUnchanged: boolean;
}

/** The item that `item` was in the document before: the equal one, else the one of the same id; null for none. */
export function formerItem(before: Row<'oc4ids_original'> | undefined, part: PartFound | null, item: Json): FormerItem | null {
  const items = itemsOf(part?.value);
  const equal = items.findIndex((each) => sameValue(each, item));
  const id = textIn(item, 'id');
  const at = equal >= 0 || id === null ? equal : items.findIndex((each) => textIn(each, 'id') === id);
  const found = items[at];
  return found === undefined ? null : { item: found, key: keysOf(before)[`${part?.pointer}/${at}`], isUnchanged: equal >= 0 };
}

/**
 * What a document says anew: without columns that it leaves empty, and without those of which it says what is `known`, as the district would write
 * that now, or as the document before said it. So what was recorded in the district since stays.
 */
export function saidAnew(cells: Cells, known: readonly (Cells | null | undefined)[]): Cells {
  const isKnown = (column: string, value: unknown): boolean =>
    known.some((each) => each && Object.hasOwn(each, column) && sameValue(each[column], value));
  return Object.fromEntries(
    Object.entries(cells).filter(([column, value]) => value !== null && value !== undefined && !isKnown(column, value)),
  );
}

/** Remarks that a value the district would write is not in the document. */
export function remarkNoValue(remark: Remark, pointer: string): void {
  remark(
    pointer,
    { zh: '与以前一样写明此项', en: 'a value, as before' },
    { zh: '没有；本区的记录不变', en: 'none; what the district holds stays' },
  );
}

/** Remarks that a record of the district is not in the document; `row`: as it is. */
export function remarkNoRecord(remark: Remark, pointer: string, table: 'milestone' | 'planned_amount' | 'place', row: Cells): void {
  const { label } = described(table);
  const named = (language: Language): string => {
    const other = language === 'zh' ? 'en' : 'zh';
    return String(row[`name_${language}`] ?? row[`name_${other}`] ?? row.year ?? row.id);
  };
  remark(
    pointer,
    { zh: `${label.zh}“${named('zh')}”，与以前一样`, en: `the ${label.en} “${named('en')}”, as before` },
    { zh: '没有；本区的记录不变', en: 'none; the record of the district stays' },
  );
}

/** Where the items of an entry stand, as far as that is not picked from a list. */
export function listPointer({ path }: MappingEntry): string {
  const pick = path.findIndex((step) => typeof step !== 'string');
  return (pick < 0 ? path : path.slice(0, pick)).map((step) => `/${String(step)}`).join('');
}

/** What the originals of one document have in common: the number of the deed they came with. */
export function cameWith(seq: number): string {
  return `oc4ids-d${seq}`;
}

/** The original of a project that the document says as before, as one of the projects that came with it now; null where it has none. */
export function cameAlong(
  register: Register,
  project: string | null,
  now: Pick<Row<'oc4ids_original'>, 'came' | 'position' | 'came_on' | 'file_name' | 'head'>,
): Row<'oc4ids_original'> | null {
  const originals: ReadonlyMap<string, Row<'oc4ids_original'>> = register.oc4ids_original;
  const original = originals.get(project ?? '');
  return original ? { ...original, ...now } : null;
}
