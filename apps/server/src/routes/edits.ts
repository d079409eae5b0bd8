import { districtSchema, editSchema } from '@westgate/contract';
import type { Desk, EditReceipt } from '@westgate/desk';
import { addressOf, keyOf, MADE_KINDS, type TableName } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { asOfOnly, change, idParam, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { receiptOf } from '../present/deed.ts';
import { recordRowIn } from '../present/record-row.ts';
import { tiesOf } from '../present/ties.ts';

/** Bytes of a request of many edits. */
const EDITS_BYTES = 8 * 1024 * 1024;

/** Adds what makes, takes out, merges and links records, and several edits as one deed. */
export function addEdits(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  for (const kind of MADE_KINDS) addRecordEdits(app, office, kind, `/${addressOf(kind)}`);
  read(app, office, '/sentences/:id/row', {
    summary: 'A sentence as its row, for a form, with what rests on it',
    tag: 'sentences',
    params: idParam,
    query: asOfOnly,
    answer: editSchema.recordRow,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params }) => recordRowIn(view, 'sentence', params.id),
  });
  write(app, '/edits', {
    summary: 'Make, change, take out and merge several records as one deed, all or none',
    tag: 'edits',
    params: noParams,
    body: editSchema.editsRequest,
    answer: editSchema.editsReceipt,
    errors: ['WG_NOT_FOUND', 'WG_STALE_RECORD'],
    bodyLimit: EDITS_BYTES,
    act: async ({ body: { who, reason, edits }, idem }) => editsReceiptOf(await desk.edit(edits, { who, reason, idem })),
  });
  read(app, office, '/links', {
    summary: 'The links of a record as they were written',
    tag: 'links',
    params: noParams,
    query: editSchema.tieQuery,
    answer: editSchema.ties,
    errors: ['WG_NOT_FOUND'],
    present: (view, { query }) => tiesOf(view, query.of),
  });
  write(app, '/links', {
    summary: 'Link two records',
    tag: 'links',
    params: noParams,
    body: editSchema.linkRequest,
    answer: editSchema.editsReceipt,
    act: async ({ body: { who, reason, fields }, idem }) =>
      editsReceiptOf(await desk.edit([{ action: 'create', table: 'link', fields }], { who, reason, idem })),
  });
  change(app, 'DELETE', '/links', {
    summary: 'Take a link out',
    tag: 'links',
    params: noParams,
    body: editSchema.unlinkRequest,
    answer: editSchema.editsReceipt,
    act: async ({ body: { who, reason, ...ends }, idem, rev }) =>
      editsReceiptOf(await desk.edit([{ action: 'withdraw', table: 'link', key: keyOf('link', ends), rev }], { who, reason, idem })),
  });
}

function addRecordEdits(app: FastifyInstance, office: Office, table: TableName, address: string): void {
  const { desk } = office;
  const tag = address.slice(1);
  read(app, office, `${address}/:id/row`, {
    summary: `A ${table} as its row, for a form, with what rests on it`,
    tag,
    params: idParam,
    query: asOfOnly,
    answer: editSchema.recordRow,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params }) => recordRowIn(view, table, params.id),
  });
  write(app, address, {
    summary: `Make a ${table}`,
    tag,
    params: noParams,
    body: editSchema.creation(table),
    answer: editSchema.editsReceipt,
    act: async ({ body: { who, reason, fields }, idem }) =>
      editsReceiptOf(await desk.edit([{ action: 'create', table, fields }], { who, reason, idem })),
  });
  change(app, 'DELETE', `${address}/:id`, {
    summary: `Take a ${table} out; undoing that deed brings it back`,
    tag,
    params: idParam,
    body: editSchema.removal,
    answer: districtSchema.receipt,
    act: async ({ params: { id }, body: { who, reason, withAll }, idem, rev }) =>
      receiptOf(await deedOf(desk, [{ action: 'withdraw', table, key: id, rev, withAll }], { who, reason, idem }), null),
  });
  change(app, 'POST', `${address}/:id/merge`, {
    summary: `Draw a ${table} into another: what pointed to it points to that one`,
    tag,
    params: idParam,
    body: editSchema.merger,
    answer: editSchema.editsReceipt,
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
