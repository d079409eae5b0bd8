import { type Bilingual, inLanguage, type Language, type Said } from '@westgate/base';
import type { SourceSaid, ThingKindName } from '@westgate/contract';
import type { PaperCell } from '@westgate/desk';
import { type Field, type KindName, kindOf, type ListColumn, type NamedList, type TableName, vocabularyName } from '@westgate/domain';
import { known, maybe, named, type PaperColumn, type Saying, sourceCell } from '../../exports/column.ts';
import { NO_TEXT } from '../../present/text.ts';
import { findThing, thingAt } from '../../present/thing.ts';
import type { View } from '../../view/view.ts';

/** From where the rows of a list are seen: the district on a day, as far as the reader may know, and the language that names are put in order in. */
export interface Seen {
  readonly view: View;
  readonly language: Language;
}

/** A column of a list: what screens, files and questions to it all follow from. */
export interface Column<R> extends ListColumn<R, Seen> {
  /** The value as a cell of a file. */
  readonly paper: (row: R, seen: Seen, saying: Saying) => PaperCell;
  /** In a workbook, in characters. */
  readonly width?: number;
  /** The value is another one for other departments that may know of the same records: it is worked out for each. */
  readonly byAsker?: true;
  /** A value takes long to work out: it is kept, and all of them are made ready before rows are put in order, narrowed or counted by it. */
  readonly isDear?: true;
  /** What stands around the value on a screen: its bound, its unit, its age. */
  readonly around?: (row: R, seen: Seen) => Around;
  /** What is read where a row has none and that is known: nobody is asked, there is nothing to say. Without it the value is not known. */
  readonly none?: Said;
  /** What is read in a row that has none, where that is something else than `none`. */
  readonly noneIn?: (row: R, seen: Seen) => Said | null;
  /** The value is another one than the stored column of that name: a code by its name, an address that is not told. It is not changed by itself. */
  readonly isTold?: true;
  /** The stored columns of a table that its value is changed by, where they are called otherwise; null: those that all tables of the list have in common. */
  readonly storedAs?: (table: TableName | null) => readonly string[];
  /** The kind of record that its keys are ids of, where its field does not say it; `any`: its keys are `table:id`. */
  readonly links?: ThingKindName | 'any';
  /** The text in both languages, where the value is the one of them that is looked for. */
  readonly words?: (row: R, seen: Seen) => { zh: string | null; en: string | null };
}

/** What stands around a value where it is read; what there is none of is left out. */
interface Around {
  readonly before?: Said | null;
  readonly after?: Said | null;
  readonly note?: Said | null;
}

/** What is said of a column beside its value; `without`: what a file says of a row that has none, which is to be known, or may be. */
interface More
  extends Pick<
    Column<never>,
    'byAsker' | 'byDay' | 'restsOnOthers' | 'sums' | 'unit' | 'groupBy' | 'isDear' | 'links' | 'none' | 'isTold' | 'storedAs'
  > {
  readonly width?: number;
  readonly without?: 'unknown' | 'nothing';
}

/** The columns of a list as they go into a file. */
export function paperColumns<R>(columns: readonly Column<R>[], seen: Seen): readonly PaperColumn<R>[] {
  return columns.map(({ head, width, paper }) => ({
    head,
    cell: (row, saying) => paper(row, seen, saying),
    ...(width === undefined ? {} : { width }),
  }));
}

type Value<R, V> = (row: R, seen: Seen) => V;

/** The field of a column whose values are not stored as they are shown. */
export function fieldOf(kind: KindName, more: Partial<Field> = {}): Field {
  return { kind, optional: true, about: { zh: '', en: '' }, ...more };
}

/** The id of a record. */
export function idColumn<R extends { readonly id: string }>(width = 20): Column<R> {
  return { id: 'id', head: { zh: '编号', en: 'Id' }, field: fieldOf('id'), of: ({ id }) => id, paper: ({ id }) => id, width };
}

/** A text in both languages; in one of them the other stands in where it is missing. */
export function wordsColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  of: Value<R, Bilingual>,
  { without = 'unknown', ...more }: More = {},
): Column<R> {
  return {
    ...noneOf(without),
    ...more,
    id,
    head: { zh, en },
    field: fieldOf('text'),
    isWorded: true,
    of: (row, seen) => inLanguage(of(row, seen), seen.language),
    texts: (row, seen) => Object.values(of(row, seen)),
    words(row, seen) {
      const { zh: chinese, en: english } = of(row, seen);
      return { zh: chinese, en: english };
    },
    paper: (row, seen, saying) => (without === 'unknown' ? saying.say.of(of(row, seen)) : maybe(of(row, seen), saying)),
  };
}

/** One of the words of a list, in their order. */
export function wordColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  [list, values]: readonly [NamedList, readonly string[]],
  of: Value<R, string | null>,
  more: Omit<More, 'without'> = {},
): Column<R> {
  return {
    ...more,
    id,
    head: { zh, en },
    field: fieldOf('enum', { values }),
    of,
    nameOf: (key) => vocabularyName(list, key),
    paper(row, seen, { say }) {
      const word = of(row, seen);
      return word === null ? null : say.word(list, word);
    },
  };
}

/** Another record, by its id; put in order and searched by its name. */
export function thingColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  kind: ThingKindName,
  of: Value<R, string | null>,
  more: Omit<More, 'without'> = {},
): Column<R> {
  const nameOf = (key: string, { view }: Seen): Bilingual | null => findThing(view.register, kind, key)?.name ?? null;
  return {
    // What another record is called changes with that one; with a department all is worked out anew.
    ...(kind === 'department' ? {} : { restsOnOthers: true }),
    ...more,
    id,
    head: { zh, en },
    field: fieldOf('ref', { table: kind }),
    isWorded: true,
    of,
    nameOf,
    order(row, seen) {
      const key = of(row, seen);
      return key === null ? null : nameFor(key, nameOf, seen);
    },
    texts(row, seen) {
      const key = of(row, seen);
      return key === null ? [] : [key, ...Object.values(nameOf(key, seen) ?? {})];
    },
    paper: (row, seen, saying) => named(thingAt(seen.view.register, kind, of(row, seen)), saying),
  };
}

/** Several records or values by their keys, which are named. `paper`: as a file tells all of them, where it is not by their names. */
export function severalColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  of: Value<R, readonly string[]>,
  {
    nameOf,
    ...more
  }: Omit<More, 'without'> &
    Pick<ListColumn<R, Seen>, 'rank'> & {
      readonly nameOf: NonNullable<ListColumn<R, Seen>['nameOf']>;
      readonly paper?: Column<R>['paper'];
    },
): Column<R> {
  const named: Column<R>['paper'] = (row, seen, { say }) =>
    of(row, seen)
      .map((key) => say.of(nameOf(key, seen) ?? NO_TEXT))
      .join(say.text('、', ', ')) || null;
  return { paper: named, ...more, id, head: { zh, en }, field: fieldOf('list'), of, nameOf };
}

/** Several records of a kind; a file tells their names. */
export function thingsColumn<R>(
  id: string,
  heads: readonly [string, string],
  kind: ThingKindName,
  of: Value<R, readonly string[]>,
  more: Omit<More, 'without'> = {},
): Column<R> {
  const nameOf = (key: string, { view }: Seen): Bilingual | null => findThing(view.register, kind, key)?.name ?? null;
  return severalColumn(id, heads, of, { ...more, links: kind, nameOf });
}

/** What a screen says of a row that has none: a stroke where there may be none. */
function noneOf(without: More['without']): Pick<Column<never>, 'none'> {
  return without === 'nothing' ? { none: { zh: '—', en: '—' } } : {};
}

/** A cell that says the value, and of a row without one what `without` wants. */
function cellOf<R, V extends PaperCell>(of: Value<R, V>, without: More['without']): Column<R>['paper'] {
  return without === 'unknown' ? (row, seen, saying) => known(of(row, seen), saying) : of;
}

/** A value as a cell of a file, as the kind of its column says it; `none` where there is none. */
export function fieldCell(
  field: Field,
  value: unknown,
  { say }: Saying,
  { nameOf, none }: { readonly nameOf: ((key: string) => Bilingual) | undefined; readonly none: string | null },
): PaperCell {
  if (value === null || value === undefined) return none;
  if (typeof value === 'boolean') return value ? say.text('是', 'yes') : say.text('否', 'no');
  if (typeof value === 'number') return value;
  return nameOf ? say.of(nameOf(String(value))) : kindOf(field).writeText(value);
}

/** What a field calls the words of its list; nothing where it does not. */
export function namesIn({ names }: Field): ((key: string) => Said) | undefined {
  return names && ((key) => names[key] ?? { zh: key, en: key });
}

/** A day, or a period of any form. */
export function dayColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  of: Value<R, string | null>,
  { kind = 'day', without = 'nothing', ...more }: More & { readonly kind?: 'day' | 'period' } = {},
): Column<R> {
  return { ...noneOf(without), ...more, id, head: { zh, en }, field: fieldOf(kind), of, paper: cellOf(of, without) };
}

/** A number; a count where it is whole. */
export function numberColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  of: Value<R, number | null>,
  { kind = 'number', without = 'unknown', ...more }: More & { readonly kind?: 'number' | 'integer' } = {},
): Column<R> {
  return { ...noneOf(without), ...more, id, head: { zh, en }, field: fieldOf(kind), of, paper: cellOf(of, without) };
}

/** Whether something is so. */
export function booleanColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  of: Value<R, boolean>,
  more: Omit<More, 'without'> = {},
): Column<R> {
  const field = fieldOf('boolean');
  const paper: Column<R>['paper'] = (row, seen, saying) => fieldCell(field, of(row, seen), saying, { nameOf: undefined, none: null });
  return { ...more, id, head: { zh, en }, field, of, paper };
}

/** A text as it is, in whatever language. */
export function plainColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  of: Value<R, string | null>,
  more: Omit<More, 'without'> = {},
): Column<R> {
  return { ...more, id, head: { zh, en }, field: fieldOf('text'), of, paper: of };
}

/** The source of a value: one that is withheld is not told. */
export function sourceColumn<R>(
  id: string,
  [zh, en]: readonly [string, string],
  of: Value<R, SourceSaid>,
  { without = 'nothing', ...more }: More = {},
): Column<R> {
  return {
    ...noneOf(without),
    ...more,
    restsOnOthers: true,
    id,
    head: { zh, en },
    field: fieldOf('ref', { table: 'source' }),
    of(row, seen) {
      const source = of(row, seen);
      return source === null || source === 'withheld' ? null : source.id;
    },
    nameOf(key, { view }) {
      const title = findSource(view, key);
      return title === null ? null : { zh: title, en: title };
    },
    texts(row, seen) {
      const source = of(row, seen);
      return source === null || source === 'withheld' ? [] : [source.id, source.title];
    },
    paper(row, seen, saying) {
      const cell = sourceCell(of(row, seen), saying);
      return without === 'unknown' ? known(cell, saying) : cell;
    },
  };
}

function findSource({ register }: View, id: string): string | null {
  const rows: ReadonlyMap<string, { readonly title: string }> = register.source;
  return rows.get(id)?.title ?? null;
}

/** A text of which a language may be missing as one that is read: the other stands in; null where there is neither. */
export function saidOf({ zh, en }: Bilingual): Said | null {
  const either = zh ?? en;
  return either === null ? null : { zh: zh ?? either, en: en ?? either };
}

function nameFor(key: string, nameOf: (key: string, seen: Seen) => Bilingual | null, seen: Seen): string {
  const name = nameOf(key, seen);
  return (name && inLanguage(name, seen.language)) ?? key;
}
