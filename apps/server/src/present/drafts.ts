import type { Draft, PlanDrafts } from '@westgate/contract';
import type { DraftedPlan } from '@westgate/desk';
import type { CommitmentDraft } from '@westgate/domain';

/** Drafts with their sentences; every offset counts in the text of the draft's own sentence. */
export function draftsOf({ plan, drafts, narrative }: DraftedPlan): PlanDrafts {
  const starts = new Map(plan.sentences.map(({ id, start }) => [id, start]));
  return {
    sentences: plan.sentences.map(({ id, start, end, text }) => ({ id, start, end, text })),
    drafts: drafts.map((draft) => draftOf(draft, starts.get(draft.sentence) ?? 0)),
    narrative: narrative.map(({ sentence, rule }) => ({ sentence, rule })),
  };
}

function draftOf(draft: CommitmentDraft, base: number): Draft {
  const { sentence, start, end, verbClass, department, place, date, number, unit, rules } = draft;
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
    rules: rules.map((rule) => moved(rule, base)),
  };
}

function moved<S extends { readonly start: number; readonly end: number }>(span: S, base: number): S {
  return { ...span, start: span.start - base, end: span.end - base };
}
