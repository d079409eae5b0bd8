import { type PlainRecord, plainSchema } from '@westgate/contract';
import { type AnyRow, PLAIN_KINDS, type PlainKind, type TableEntry } from '@westgate/domain';
import { shownBy, type View } from '../view/view.ts';
import { belongsIn } from './belongs.ts';
import { figuresOf } from './figure.ts';
import { sourceAt } from './source.ts';
import { pairAt } from './text.ts';
import { missing, nameOfRow, thingOf } from './thing.ts';

/** How the records of each plain kind are shown. */
const SHOWN = new Map(PLAIN_KINDS.map((kind) => [kind, shownBy(kind, (view, row) => recordOf(view, kind, row))]));

/** A record of a plain kind by its id: each entry of its table by its name, where it belongs, and its figures; null where there is none. */
export function plainIn(view: View, kind: PlainKind, id: string): PlainRecord | null {
  return SHOWN.get(kind)?.(view, id) ?? null;
}

/** One record of a plain kind. */
export function plainDetail(view: View, kind: PlainKind, id: string): PlainRecord {
  const record = plainIn(view, kind, id);
  if (!record) throw missing(kind, id);
  return record;
}

function recordOf(view: View, kind: PlainKind, row: AnyRow): PlainRecord {
  const id = String(row.id);
  const own = plainSchema.toldEntries(kind).map(([name, entry]) => [name, told(view, entry, row)] as const);
  return {
    id,
    rev: row.rev,
    ...Object.fromEntries(own),
    ...Object.fromEntries(plainSchema.toldComputed(kind).map(([name, { of }]) => [name, of(row, view)])),
    name: nameOfRow(kind, row),
    ...belongsIn(view, kind, id),
    figures: figuresOf(view, kind, id),
  };
}

function told(view: View, entry: TableEntry, row: AnyRow): unknown {
  if (entry.kind === 'pair') return pairAt(row, entry.name);
  const { column, field } = entry;
  if (field.table === 'source') return sourceAt(view.register, row, column);
  const value = row[column];
  const kind = plainSchema.pointedKind(field);
  return kind === null || typeof value !== 'string' ? value : thingOf(view.register, kind, value);
}
