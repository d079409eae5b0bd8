import { commonSchema, type Thing } from '@westgate/contract';
import { resultInSlices } from '@westgate/desk';
import {
  type AnyRow,
  described,
  entriesOf,
  keptOf,
  keyOf,
  LINKED_KINDS,
  PUBLIC_STANDINGS,
  type Publicity,
  type PublicStanding,
  publicityOf,
  publicStandingOf,
  type Register,
  TABLE_NAMES,
  type TableName,
} from '@westgate/domain';
import type { Office } from '../office/office.ts';
import { pair, pairAt } from './text.ts';
import { findThing, thingOf } from './thing.ts';

/** The kinds of records that are published each by itself, and what says something of them. */
export const PUBLISHED_KINDS = [
  'document',
  ...LINKED_KINDS.filter((each) => each !== 'document'),
  'source',
  'figure',
  'indicator_value',
  'outcome',
  'link',
] as const;

/** A record of a published kind with how it stands. */
export interface Stood {
  readonly kind: (typeof PUBLISHED_KINDS)[number];
  /** Its id, or its key columns joined by |. */
  readonly id: string;
  readonly row: AnyRow;
  readonly publicity: Publicity;
  readonly standing: PublicStanding;
  /** The department that it belongs to. */
  readonly department: string | null;
}

type Name = Thing['name'];

/** Rows gone through between two turns of others. */
const ROWS_A_STEP = 200;

const stoodByRegister = new WeakMap<Register, Promise<readonly Stood[]>>();

/** How every record of a published kind stands, what is withheld first, then in the order of the kinds and of the folder; worked out in slices, once. */
export function stoodIn(office: Office): Promise<readonly Stood[]> {
  const { register } = office.desk;
  const stood = stoodByRegister.get(register) ?? resultInSlices(standingSteps(register, office.publicView(null).register));
  stoodByRegister.set(register, stood);
  return stood;
}

function* standingSteps(whole: Register, shown: Register): Generator<undefined, readonly Stood[]> {
  const stood: Stood[] = [];
  for (const kind of PUBLISHED_KINDS) {
    const rows: ReadonlyMap<string, AnyRow> = whole[kind];
    for (const row of rows.values()) {
      const publicity = publicityOf(whole, shown, kind, row);
      const department = keptOf(whole, kind, row)[0]?.department ?? null;
      stood.push({ kind, id: keyOf(kind, row), row, publicity, standing: publicStandingOf(publicity), department });
      if (stood.length % ROWS_A_STEP === 0) yield undefined;
    }
  }
  const placeOf = ({ publicity: { is }, standing }: Stood): number =>
    is === 'public' ? PUBLIC_STANDINGS.length - PUBLIC_STANDINGS.indexOf(standing) : 0;
  return stood.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The record that a row says something of; null where it stands by itself. */
export function subjectOf(register: Register, { kind, row }: Stood): Thing | null {
  if (kind === 'indicator_value') return thingOf(register, 'indicator', String(row.indicator));
  if (kind === 'figure' || kind === 'outcome') return thingBy(register, row.subject_kind, row.subject_id);
  return kind === 'link' ? thingBy(register, row.from_kind, row.from_id) : null;
}

/** What a record is called, whatever its table. */
export function nameOfRow(register: Register, table: TableName, row: AnyRow): Name {
  const both = (text: unknown): Name => pair(String(text), String(text));
  switch (table) {
    case 'source':
      return both(row.title);
    case 'outcome':
      return both(row.dates);
    case 'indicator_value':
      return both(row.period);
    case 'link':
      return thingBy(register, row.to_kind, row.to_id)?.name ?? both(row.to_id);
    default:
      return textOf(table, row) ?? both(row.id ?? keyOf(table, row));
  }
}

/** The text in both languages that a row is called by, or the first that it holds; null where it holds none. */
function textOf(table: TableName, row: AnyRow): Name | null {
  const pairs = entriesOf(table).flatMap(({ kind, name }) => (kind === 'pair' ? [name] : []));
  const texts = [described(table).named ?? [], pairs].flat().map((name) => pairAt(row, name));
  return texts.find(({ zh, en }) => zh !== null || en !== null) ?? null;
}

/** The same by its table and id, as `table:id`; null where there is none. */
export function nameByKey(register: Register, key: string): Name | null {
  const at = key.indexOf(':');
  const table = TABLE_NAMES.find((each) => each === key.slice(0, at));
  const rows: ReadonlyMap<string, AnyRow> = table === undefined ? new Map() : register[table];
  const row = rows.get(key.slice(at + 1));
  return table && row ? nameOfRow(register, table, row) : null;
}

function thingBy(register: Register, kind: unknown, id: unknown): Thing | null {
  const known = commonSchema.thingKind.safeParse(kind).data;
  return known ? findThing(register, known, String(id)) : null;
}
