import type { PlanReport } from '@westgate/contract';
import { bringPlan, type Deed, diffVersions, type PlanBrought, readPlanText, textVersions, thoughtOut } from '@westgate/desk';
import type { Register } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { readerNow } from '../caller/caller.ts';
import { base64Bytes } from '../http/base64-bytes.ts';
import { read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { comparisonRows } from '../present/comparison-rows.ts';
import { missing } from '../present/thing.ts';
import type { View } from '../view/view.ts';

/** Adds what brings a plan in, and the versions of its text. */
export function addPlans(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  write(app, 'read-plan', {
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
  write(app, 'bring-plan', {
    act: async ({ body: { zh, en, wording, follows, matches, dryRun, who, reason, ...fields }, idem }) => {
      const { register } = desk;
      const draft = { fields, zh, en, wording, follows, matches };
      const work = thoughtOut('bring-plan', (held, seq) => bringPlan(held, draft, seq));
      return planReportOf(await desk.write(work, { who, reason, idem, dryRun }), register);
    },
  });
  read(app, office, 'versions', {
    present: async (view, { params: { id } }) => ({
      items: (await textVersions(desk, heldDocument(view, id))).map((version) =>
        readerNow() === null ? { ...version } : { ...version, reason: '' },
      ),
    }),
  });
  read(app, office, 'version-diff', {
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

/** What bringing a plan did, or would do. */
function planReportOf(brought: PlanBrought & { readonly deed: Deed | null }, before: Register): PlanReport {
  const { document, sentences, carried, deed } = brought;
  return {
    stored: deed !== null,
    seq: deed?.seq ?? null,
    document,
    sentences: sentences.map((sentence) => ({ ...sentence, text: { ...sentence.text } })),
    carried: carried && { rows: comparisonRows(carried, before), links: { ...carried.links }, questionCount: carried.questions.length },
  };
}
