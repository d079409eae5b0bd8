import { FORM_KINDS } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { change } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';

/** The records that are changed one at a time. What has no id of its own is changed by an import. */
const REVISED = [...FORM_KINDS, 'figure', 'outcome'] as const;

/** Adds what changes a record that stands there: other values for its fields, and the withdrawal of an outcome. */
export function addRevisions(app: FastifyInstance, { desk }: Office): void {
  for (const table of REVISED) {
    change(app, `change-${table}`, {
      act: async ({ params: { id }, body: { who, reason, fields }, idem, rev }) => {
        const deed = await desk.revise({ table, key: id, rev, fields }, { who, reason, idem });
        return receiptOf(deed, table === 'outcome' ? id : null);
      },
    });
  }
  change(app, 'withdraw-outcome', {
    act: async ({ params: { id }, body: { who, reason }, idem, rev }) =>
      receiptOf(await desk.withdraw({ table: 'outcome', key: id, rev }, { who, reason, idem }), id),
  });
}
