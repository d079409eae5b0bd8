import type { PlanDrafts } from '@westgate/domain';
import type { Counts } from './score.ts';

/** A sentence written by a hand that knew no rules, with the day by which its promise is due (null: none follows from it) and the places it names. */
export interface JudgedSentence {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly text: string;
  readonly due: string | null;
  readonly places: readonly string[];
  /** Other readings that are no errors. */
  readonly accept_due?: readonly (string | null)[];
  readonly accept_places?: readonly string[];
}

/** What drafts of a sentence are worth: days (of sentences that name one, and of those that name none), and places. */
export type SentenceScore = Readonly<Record<'due' | 'noDue' | 'place', Counts>>;

export function sentenceScore({ due, places, accept_due = [], accept_places = [] }: JudgedSentence, { drafts }: PlanDrafts): SentenceScore {
  const days = drafts.flatMap(({ date }) => (date && date.value !== null ? [date.value] : []));
  const accepted = [due, ...accept_due];
  const last = days.toSorted().at(-1) ?? null;
  const isRight = accepted.includes(last);
  const named = [...new Set(drafts.flatMap(({ place, places: several }) => several ?? (place ? [place] : [])).map(({ value }) => value))];
  const right = named.filter((name) => places.includes(name) || accept_places.includes(name));
  const none = { right: 0, proposed: 0, expected: 0 };
  const day = { right: isRight ? 1 : 0, proposed: last === null ? 0 : 1, expected: 1 };
  return {
    due: due === null ? none : { ...day, right: last === null ? 0 : day.right },
    noDue: due === null ? { ...day, proposed: 1 } : none,
    place: {
      right: right.length,
      proposed: places.length > 0 ? named.length : named.filter((name) => !accept_places.includes(name)).length,
      expected: places.length,
    },
  };
}
