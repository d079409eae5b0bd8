import type { AnswerOf } from '@westgate/contract';
import {
  commitmentOrder,
  type FormKind,
  PLAIN_KINDS,
  type PlainKind,
  relationsOf,
  type SubjectKind,
  sentenceOrder,
} from '@westgate/domain';
import { linksIn, type View } from '../view/view.ts';
import { chainOf, driversIn } from './chain.ts';
import { evidenceFor, stateChanged } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { indicatorParts } from './indicator.ts';
import { neighbours } from './order.ts';
import { recordIn, recordOf } from './record.ts';
import { sourceNamed } from './source.ts';
import { NO_TEXT, pair } from './text.ts';
import { idsOf } from './thing.ts';

export type Detail<K extends FormKind> = (view: View, id: string) => AnswerOf<K>;

/** One record of each kind in full: what a list tells of it, what rests on it, and its neighbours. */
export const DETAILS: { readonly [K in FormKind]: Detail<K> } = {
  sentence(view, id) {
    const sentence = recordOf(view, 'sentence', id);
    const commitments = sentence.commitmentIds.flatMap((commitment) => recordIn(view, 'commitment', commitment) ?? []);
    return { ...sentence, commitments, ...neighbours(view.register, 'sentence', sentenceOrder(view.register), id) };
  },
  commitment: (view, id) => ({
    ...recordOf(view, 'commitment', id),
    sentenceText: sentenceText(view, id),
    ...standing(view, 'commitment', id),
    ...neighbours(view.register, 'commitment', commitmentOrder(view.register), id),
  }),
  place: (view, id) => ({
    ...recordOf(view, 'place', id),
    evidence: evidenceFor(view, subjectsOn(view, id)),
    figures: figuresOf(view, 'place', id),
    ...neighbours(view.register, 'place', idsOf(view.register, 'place'), id),
  }),
  project: (view, id) => ({
    ...recordOf(view, 'project', id),
    ...standing(view, 'project', id),
    ...chainOf(view, id),
    ...neighbours(view.register, 'project', idsOf(view.register, 'project'), id),
  }),
  indicator: (view, id) => ({
    ...recordOf(view, 'indicator', id),
    ...indicatorParts(view, id),
    drivers: driversIn(view, id),
    ...neighbours(view.register, 'indicator', idsOf(view.register, 'indicator'), id),
  }),
  document: (view, id) => recordOf(view, 'document', id),
  source: ({ register }, id) => sourceNamed(register, id),
  ...(Object.fromEntries(PLAIN_KINDS.map((kind) => [kind, (view: View, id: string) => recordOf(view, kind, id)])) as unknown as {
    readonly [K in PlainKind]: Detail<K>;
  }),
};

/** The text of the sentence that a commitment stands in. */
export function sentenceText({ register }: View, commitment: string): { zh: string | null; en: string | null } {
  const commitments: ReadonlyMap<string, { readonly sentence: string }> = register.commitment;
  const sentences: ReadonlyMap<string, { readonly text_zh: string | null; readonly text_en: string | null }> = register.sentence;
  const sentence = sentences.get(commitments.get(commitment)?.sentence ?? '');
  return sentence ? pair(sentence.text_zh, sentence.text_en) : NO_TEXT;
}

/** The projects and events on a place, to which happens what happens there. */
export function subjectsOn(view: View, place: string): readonly { readonly kind: SubjectKind; readonly id: string }[] {
  const events = linksIn(view, 'place', place).events.filter(({ via }) => via === 'venue');
  return [
    ...relationsOf(view.register)
      .projectsOn(place)
      .map((id) => ({ kind: 'project' as const, id })),
    ...events.map(({ id }) => ({ kind: 'event' as const, id })),
  ];
}

function standing(view: View, kind: 'commitment' | 'project', id: string) {
  return {
    stateChanged: stateChanged(view, kind, id),
    evidence: evidenceFor(view, [{ kind, id }]),
    figures: figuresOf(view, kind, id),
  };
}
