import type { Desk, EditReceipt } from '@westgate/desk';
import { keyOf, MADE_KINDS, type MadeKind } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { change, read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';
import { recordRowIn } from '../present/record-row.ts';
import { tiesOf } from '../present/ties.ts';

/** Adds what makes, takes out, merges and links records, and several edits as one deed. */
export function addEdits(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  for (const kind of MADE_KINDS) addRecordEdits(app, office, kind);
  read(app, office, 'sentence-row', { present: (view, { params }) => recordRowIn(view, 'sentence', params.id) });
  write(app, 'edit', {
    act: async ({ body: { who, reason, edits }, idem }) => editsReceiptOf(await desk.edit(edits, { who, reason, idem })),
  });
  read(app, office, 'links', { present: (view, { query }) => tiesOf(view, query.of) });
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
  read(app, office, `${table}-row`, { present: (view, { params: { id } }) => recordRowIn(view, table, id) });
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
