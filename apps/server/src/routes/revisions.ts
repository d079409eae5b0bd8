import { CHANGED, WITHDRAWN } from '@westgate/contract';
import { FORM_KINDS } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { change } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';

/** Adds what changes a record that stands there, one at a time, and what takes one out that has no form. */
export function addRevisions(app: FastifyInstance, { desk }: Office): void {
  const receipt = (table: string, id: string, deed: Parameters<typeof receiptOf>[0]) => receiptOf(deed, table === 'outcome' ? id : null);
  for (const table of [...FORM_KINDS, ...CHANGED]) {
    change(app, `change-${table}`, {
      act: async ({ params: { id }, body: { who, reason, fields }, idem, rev }) =>
        receipt(table, id, await desk.revise({ table, key: id, rev, fields }, { who, reason, idem })),
    });
  }
  for (const table of WITHDRAWN) {
    change(app, `withdraw-${table}`, {
      act: async ({ params: { id }, body: { who, reason }, idem, rev }) =>
        receipt(table, id, await desk.withdraw({ table, key: id, rev }, { who, reason, idem })),
    });
  }
}
