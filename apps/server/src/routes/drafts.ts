import type { Draft, PlanDrafts } from '@westgate/contract';
import { type DraftedPlan, draftDocument, draftInWorker } from '@westgate/desk';
import type { CommitmentDraft } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';

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

/** Drafts with their sentences; every offset counts in the text of the draft's own sentence. */
function draftsOf({ plan, drafts, narrative }: DraftedPlan): PlanDrafts {
  const starts = new Map(plan.sentences.map(({ id, start }) => [id, start]));
  return {
    sentences: plan.sentences.map(({ id, start, end, text }) => ({ id, start, end, text })),
    drafts: drafts.map((draft) => draftOf(draft, starts.get(draft.sentence) ?? 0)),
    narrative: narrative.map(({ sentence, rule }) => ({ sentence, rule })),
  };
}

function draftOf(draft: CommitmentDraft, base: number): Draft {
  const { sentence, start, end, verbClass, department, place, date, number, unit, doubts, seams, rules } = draft;
  return {
    sentence,
    start: start - base,
    end: end - base,
    verbClass,
    department: department ? moved(department, base) : null,
    place: place ? moved(place, base) : null,
    date: date ? moved(date, base) : null,
    number: number ? moved(number, base) : null,
    unit: unit ? moved(unit, base) : null,
    doubts: [...doubts],
    seams: seams.map((seam) => seam - base),
    rules: rules.map((rule) => moved(rule, base)),
  };
}

function moved<S extends { readonly start: number; readonly end: number }>(span: S, base: number): S {
  return { ...span, start: span.start - base, end: span.end - base };
}
