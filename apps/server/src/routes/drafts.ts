import { draftDocument, draftInWorker } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { draftsOf } from '../present/drafts.ts';

/** Adds what the rules read from a plan text: drafts of commitments for a person to review. Nothing is stored. */
export function addDrafts(app: FastifyInstance, office: Office): void {
  write(app, 'draft-plan', {
    act: async ({ body: { text, language, planYear } }) =>
      draftsOf(await draftInWorker(office.view().register, text, { language, planYear })),
  });
  read(app, office, 'document-drafts', {
    present: async (view, { params, query: { language, planYear } }) =>
      draftsOf(await draftDocument(view.register, params.id, { language, planYear })),
  });
}
