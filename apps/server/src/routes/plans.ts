import { planSchema } from '@westgate/contract';
import { bringPlan, type Deed, diffVersions, readPlanText, textVersions } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { base64Bytes } from '../http/base64-bytes.ts';
import { idParam, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { readerNow } from '../people/caller.ts';
import { comparisonRows } from '../present/comparison-rows.ts';
import { planReportOf } from '../present/plan-report.ts';
import { missing } from '../present/thing.ts';
import type { View } from '../view.ts';

/** Bytes of a request with a file of 10 MB. */
const FILE_BYTES = 14 * 1024 * 1024;
/** Bytes of a request with a plan text in both languages. */
const TEXT_BYTES = 4 * 1024 * 1024;

/** Adds what brings a plan in, and the versions of its text. */
export function addPlans(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  write(app, '/plan/read', {
    summary: 'The text of a .txt, .md or .docx file; nothing is stored',
    tag: 'documents',
    params: noParams,
    body: planSchema.fileRequest,
    answer: planSchema.fileReading,
    errors: ['WG_TEXT_UNREADABLE'],
    bodyLimit: FILE_BYTES,
    takesKey: false,
    act: async ({ body: { name, base64 } }) => {
      const { text, language, encoding, sentences } = await readPlanText(base64Bytes(base64, 'base64'), name);
      return {
        text: text.replace(/^\uFEFF/, ''),
        language,
        encoding,
        sentenceCount: sentences.filter(({ kind }) => kind !== 'rule').length,
      };
    },
  });
  write(app, '/plans', {
    summary:
      'Bring in a plan with its text, as one deed; links of the plan it follows are carried; with dryRun only tell what would happen',
    tag: 'documents',
    params: noParams,
    body: planSchema.planRequest,
    answer: planSchema.planReport,
    errors: ['WG_NOT_FOUND'],
    bodyLimit: TEXT_BYTES,
    act: async ({ body: { zh, en, wording, follows, matches, dryRun, who, reason, ...fields }, idem }) => {
      const { register } = desk;
      const draft = { fields, zh, en, wording, follows, matches };
      const work = {
        verb: 'bring-plan',
        on: (held: typeof register, seq: number) => bringPlan(held, draft, seq),
        told: ({ seq }: Deed, before: typeof register) => bringPlan(before, draft, seq),
      };
      return planReportOf(await desk.write(work, { who, reason, idem, dryRun }), register);
    },
  });
  read(app, office, '/documents/:id/versions', {
    summary: 'The texts a plan has had, the present one first',
    tag: 'documents',
    params: idParam,
    query: z.strictObject({}),
    answer: planSchema.versions,
    errors: ['WG_NOT_FOUND'],
    present: async (view, { params: { id } }) => ({
      items: (await textVersions(desk, heldDocument(view, id))).map((version) =>
        readerNow() === null ? { ...version } : { ...version, reason: '' },
      ),
    }),
  });
  read(app, office, '/documents/:id/versions/diff', {
    summary: 'Two texts that a plan has had, sentence by sentence',
    tag: 'documents',
    params: idParam,
    query: planSchema.versionDiffQuery,
    answer: planSchema.versionDiff,
    errors: ['WG_NOT_FOUND', 'WG_TOO_HARD'],
    present: async (view, { params: { id }, query: { from, to } }) => ({
      rows: comparisonRows(await diffVersions(desk, heldDocument(view, id), from, to), null),
    }),
  });
}

/** `id` where the view holds that document. Throws `WG_NOT_FOUND`: what may not be known of is not there. */
function heldDocument(view: View, id: string): string {
  const rows: ReadonlyMap<string, unknown> = view.register.document;
  if (rows.has(id)) return id;
  throw missing('document', id);
}
