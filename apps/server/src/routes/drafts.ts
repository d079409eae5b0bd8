import { draftSchema } from '@westgate/contract';
import { draftDocument, draftInWorker } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { idParam, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { draftsOf } from '../present/drafts.ts';

/** Bytes of a request with a plan text in Chinese. */
const TEXT_BYTES = 2 * 1024 * 1024;

/** Adds what the rules read from a plan text: drafts of commitments for a person to review. Nothing is stored. */
export function addDrafts(app: FastifyInstance, office: Office): void {
  write(app, '/plan/drafts', {
    summary: 'Read drafts of commitments from a plan text by rules; nothing is stored',
    tag: 'documents',
    params: noParams,
    body: draftSchema.draftRequest,
    answer: draftSchema.planDrafts,
    bodyLimit: TEXT_BYTES,
    takesKey: false,
    act: async ({ body: { text, language, planYear } }) =>
      draftsOf(await draftInWorker(office.view().register, text, { language, planYear })),
  });
  read(app, office, '/documents/:id/drafts', {
    summary: 'Drafts of commitments for the clauses of a plan that none was cut from yet',
    tag: 'documents',
    params: idParam,
    query: draftSchema.documentDraftsQuery,
    answer: draftSchema.planDrafts,
    errors: ['WG_NOT_FOUND', 'WG_TOO_HARD'],
    present: async (view, { params, query: { language, planYear } }) =>
      draftsOf(await draftDocument(view.register, params.id, { language, planYear })),
  });
}
