import type { YearWarnings } from '@westgate/contract';
import {
  type Attention,
  type AttentionOptions,
  attentionOf,
  type Exception,
  isPastDay,
  lapseSaid,
  PASSED_KINDS,
  type PassedDay,
  type PassedKind,
  passedDays,
  type Row,
} from '@westgate/domain';
import { followingMemo } from '../view/following-memo.ts';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';
import { thingOf } from './thing.ts';

/** What needs attention in a view: of every record, found once. */
export const attentionIn: (view: View) => Attention = followingMemo((view) => attentionAmong(view));

/** What falls due by itself and passed its day; it is the district's, whatever plan is shown. Apart from the rest: what it rests on changes more often. */
export const passedIn: (view: View) => readonly PassedDay[] = followingMemo((view) => passedDays(view.whole, view.asOf));

/** Why each record that needs attention does, by `kind:id`. */
export const whysIn: (view: View) => ReadonlyMap<string, Exception['why']> = followingMemo(
  (view) => new Map(attentionIn(view).records.map(({ kind, id, why }) => [`${kind}:${id}`, why])),
);

/** The same, of these records alone where a ledger is given. */
export function attentionAmong(view: View, ledger?: AttentionOptions['ledger']): Attention {
  return attentionOf(view.register, view.asOf, { ledger, stateOf: (kind, id) => view.state(kind, id), whole: view.whole });
}

/** What the change of a year leaves open, as it is shown. */
export function warningsShown({ register }: View, { warnings }: Pick<Attention, 'warnings'>): YearWarnings {
  const { plansOver, targetsOver, yearsWithoutHolidays } = warnings;
  return {
    plansOver: plansOver.map(({ id, on }) => ({ thing: thingOf(register, 'document', id), on })),
    targetsOver: targetsOver.length,
    yearsWithoutHolidays: [...yearsWithoutHolidays],
  };
}

/** What of a record passed its day without word, as it is shown. */
export function lapsesShown(view: View, { lapses }: Pick<Exception, 'lapses'>) {
  return lapses.map(({ milestone, on }) => ({ milestone: milestone === null ? null : milestoneName(view, milestone), on: on as string }));
}

/** The milestones of a record that passed their day without word, in words. */
export function lapsesSaid(view: View, { lapses }: Pick<Exception, 'lapses'>) {
  return lapses.flatMap(({ milestone, on }) => (milestone === null ? [] : [lapseSaid(milestoneName(view, milestone), on)]));
}

/** The milestones of a record of which a day was changed without a source, as they are shown. */
export function unsourcedShown(view: View, { unsourced }: Pick<Exception, 'unsourced'>) {
  return unsourced.map((milestone) => milestoneName(view, milestone));
}

function milestoneName({ register }: View, milestone: string) {
  const milestones: ReadonlyMap<string, Row<'milestone'>> = register.milestone;
  const row = milestones.get(milestone);
  return pair(row?.name_zh, row?.name_en);
}

/** How many matters are past their day, and how many are not and were re-opened. */
export function mattersCounted(matters: Attention['matters']): { readonly overdueMatters: number; readonly reopenedMatters: number } {
  const overdueMatters = matters.filter(isPastDay).length;
  return { overdueMatters, reopenedMatters: matters.length - overdueMatters };
}

/** How many records of each kind passed their day. */
export function countPassed(passed: readonly PassedDay[]): Record<PassedKind, number> {
  const counts = Object.fromEntries(PASSED_KINDS.map((kind) => [kind, passed.filter((each) => each.kind === kind).length]));
  return counts as Record<PassedKind, number>;
}
