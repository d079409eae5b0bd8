import { isPeriod, periodSpan } from '@westgate/base';
import type { District } from '@westgate/contract';

/** A day that one press chooses, with the plan that it ends; null for today. */
interface QuickDay {
  readonly on: string;
  readonly of: District['documents'][number] | null;
}

/** The days that the time control offers: today, then the last day that each of the district's own plans covers, the latest first. */
export function quickDays({ documents, today }: Pick<District, 'documents' | 'today'>): readonly QuickDay[] {
  const ends = documents
    .filter(({ kind }) => kind === 'plan')
    .flatMap((of) => (of.covers !== null && isPeriod(of.covers) ? [{ on: periodSpan(of.covers)[1] as string, of }] : []))
    .toSorted((a, b) => b.on.localeCompare(a.on));
  return [{ on: today, of: null }, ...ends.filter(({ on }, index) => on !== today && ends.findIndex((each) => each.on === on) === index)];
}
