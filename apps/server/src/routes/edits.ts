import { noSuch, WestgateError } from '@westgate/base';
import type { RecordRow, Thing, Ties } from '@westgate/contract';
import { type Desk, type EditReceipt, goesWith, mayLetGo, type Resting, restingOn } from '@westgate/desk';
import {
  type AnyRow,
  keyOf,
  MADE_KINDS,
  type MadeKind,
  type Register,
  type Row,
  relationsOf,
  TABLE_NAMES,
  type TableName,
  vocabulary,
} from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { change, read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';
import { nameOfRow } from '../present/publishing.ts';
import { pair } from '../present/text.ts';
import { findThing, missing, thingOf } from '../present/thing.ts';
import type { View } from '../view/view.ts';

/** Rows that are named; the others are counted. */
const ROWS_SHOWN = 20;

/** Adds what makes, takes out, merges and links records, and several edits as one deed. */
export function addEdits(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  for (const kind of MADE_KINDS) addRecordEdits(app, office, kind);
  read(app, office, 'sentence-row', { isNoted: true, present: (view, { params }) => recordRowIn(view, 'sentence', params.id) });
  write(app, 'edit', {
    act: async ({ body: { who, reason, edits }, idem }) => editsReceiptOf(await desk.edit(edits, { who, reason, idem })),
  });
  read(app, office, 'links', { isNoted: true, present: (view, { query }) => tiesOf(view, query.of) });
  write(app, 'link', {
    act: async ({ body: { who, reason, fields }, idem }) =>
      editsReceiptOf(await desk.edit([{ action: 'create', table: 'link', fields }], { who, reason, idem })),
  });
  change(app, 'unlink', {
    act: async ({ body: { who, reason, ...ends }, idem, rev }) =>
      editsReceiptOf(await desk.edit([{ action: 'withdraw', table: 'link', key: keyOf('link', ends), rev }], { who, reason, idem })),
  });
}

function addRecordEdits(app: FastifyInstance, office: Office, table: MadeKind): void {
  const { desk } = office;
  read(app, office, `${table}-row`, { isNoted: true, present: (view, { params: { id } }) => recordRowIn(view, table, id) });
  write(app, `create-${table}`, {
    act: async ({ body: { who, reason, fields }, idem }) =>
      editsReceiptOf(await desk.edit([{ action: 'create', table, fields }], { who, reason, idem })),
  });
  change(app, `withdraw-${table}`, {
    act: async ({ params: { id }, body: { who, reason, withAll }, idem, rev }) =>
      receiptOf(await deedOf(desk, [{ action: 'withdraw', table, key: id, rev, withAll }], { who, reason, idem }), null),
  });
  change(app, `merge-${table}`, {
    act: async ({ params: { id }, body: { who, reason, into }, idem, rev }) =>
      editsReceiptOf(await desk.edit([{ action: 'merge', table, key: id, rev, into }], { who, reason, idem })),
  });
}

async function deedOf(desk: Desk, ...ask: Parameters<Desk['edit']>): Promise<EditReceipt['deed']> {
  return (await desk.edit(...ask)).deed;
}

function editsReceiptOf({ deed: { seq, at, verb, changes }, records }: EditReceipt) {
  return { seq, at, verb, records: records.map(({ table, key }) => ({ table, key })), changeCount: changes.length };
}

/** The links written of a record, those that begin at it first. `of` is `kind:id`. Throws `WG_INPUT_INVALID`, `WG_NOT_FOUND`. */
function tiesOf({ register }: View, of: string): Ties {
  const at = of.indexOf(':');
  const [name, id] = [of.slice(0, at), of.slice(at + 1)];
  const kind = vocabulary.THING_KINDS.find((each) => each === name);
  if (!kind)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `of：应为“类别:编号”，类别为 ${vocabulary.THING_KINDS.join('、')} 之一`,
      en: `of: expected kind:id, the kind one of ${vocabulary.THING_KINDS.join(', ')}`,
    });
  if (!findThing(register, kind, id)) throw missing(kind, id);
  const relations = relationsOf(register);
  const rows: readonly Row<'link'>[] = [...relations.from(kind, id), ...relations.to(kind, id)];
  const items = rows.map((row) => ({
    rev: row.rev,
    from: thingOf(register, row.from_kind, row.from_id),
    relation: row.relation,
    to: thingOf(register, row.to_kind, row.to_id),
    note: pair(row.note_zh, row.note_en),
  }));
  return { items };
}

/** A record as its row, and what rests on it. Throws `WG_NOT_FOUND`. */
function recordRowIn({ register }: View, table: TableName, key: string): RecordRow {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  const row = rows.get(key);
  if (!row) throw new WestgateError('WG_NOT_FOUND', noSuch(table, key), { kind: table, id: key });
  const { rev, ...fields } = row;
  const resting = restingOn(register, { table, key });
  return {
    table,
    key,
    rev,
    fields,
    resting: TABLE_NAMES.flatMap((name) =>
      counted(
        register,
        key,
        resting.filter((each) => each.table === name),
      ),
    ),
  };
}

/** What rests on the record called `key`, rows of one table. */
function counted(register: Register, key: string, resting: readonly Resting[]): RecordRow['resting'] {
  return (['with-it', 'let-go', 'holds-it'] as const).flatMap((goes) => {
    const found = resting.filter((each) => fateOf(each) === goes);
    const [first] = found;
    if (first === undefined) return [];
    const rows = found.slice(0, ROWS_SHOWN).map((each) => ({ key: each.key, name: nameBeside(register, key, each) }));
    return [{ table: first.table, count: found.length, goes, rows }];
  });
}

/** What a row is called beside the record that it rests on: a link by its other end. */
function nameBeside(register: Register, key: string, { table, row }: Resting): Thing['name'] {
  const isBack = table === 'link' && row.to_id === key;
  return nameOfRow(register, table, isBack ? { ...row, to_kind: row.from_kind, to_id: row.from_id } : row);
}

function fateOf(resting: Resting): 'with-it' | 'let-go' | 'holds-it' {
  if (goesWith(resting)) return 'with-it';
  return mayLetGo(resting) ? 'let-go' : 'holds-it';
}
