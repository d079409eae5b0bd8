import { districtSchema, reviseSchema } from '@westgate/contract';
import { revisableColumns } from '@westgate/desk';
import { addressOf, FORM_KINDS } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { change, idParam } from '../http/route.ts';
import type { Office } from '../office.ts';
import { receiptOf } from '../present/deed.ts';

/** The records that are changed one at a time. What has no id of its own is changed by an import. */
const REVISED = [...FORM_KINDS, 'figure', 'outcome'] as const;

/** Adds what changes a record that stands there: other values for its fields, and the withdrawal of an outcome. */
export function addRevisions(app: FastifyInstance, { desk }: Office): void {
  for (const table of REVISED) {
    const address = addressOf(table);
    change(app, 'PATCH', `/${address}/:id`, {
      summary: `Give fields of a ${table} other values`,
      tag: address,
      params: idParam,
      body: reviseSchema.revision(table, revisableColumns(table)),
      answer: districtSchema.receipt,
      act: async ({ params: { id }, body: { who, reason, fields }, idem, rev }) => {
        const deed = await desk.revise({ table, key: id, rev, fields }, { who, reason, idem });
        return receiptOf(deed, table === 'outcome' ? id : null);
      },
    });
  }
  change(app, 'DELETE', '/outcomes/:id', {
    summary: 'Withdraw an outcome; undoing that deed brings it back',
    tag: 'outcomes',
    params: idParam,
    body: reviseSchema.withdrawal,
    answer: districtSchema.receipt,
    act: async ({ params: { id }, body: { who, reason }, idem, rev }) => {
      return receiptOf(await desk.withdraw({ table: 'outcome', key: id, rev }, { who, reason, idem }), id);
    },
  });
}
