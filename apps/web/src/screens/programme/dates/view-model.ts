import { isDay } from '@westgate/base';
import type { Edit, Milestone, Waiting } from '@westgate/contract';
import type { WordId } from '../../../messages/words.ts';
import { positionOf, type TimeAxis, yearsOver } from '../../../parts/time-axis.ts';
import { type FormValues, valuesOf } from '../../../record/form/form-values.ts';

/** How a slip is said: late, early, as promised; null where there is none to say. */
export function slipSaid({
  slip,
}: {
  readonly slip: Pick<NonNullable<Milestone['slip']>, 'days'> | null;
}): { readonly word: WordId; readonly days: number } | null {
  if (slip === null) return null;
  if (slip.days === 0) return { word: 'dates.onDay', days: 0 };
  return { word: slip.days > 0 ? 'dates.late' : 'dates.early', days: Math.abs(slip.days) };
}

/** How the days to spare are said; a dependency that cannot hold is said as broken. */
export function spareSaid({ spare }: Pick<Waiting, 'spare'>): { readonly word: WordId; readonly days: number; readonly isBroken: boolean } {
  if (spare === null) return { word: 'dates.spareUnknown', days: 0, isBroken: false };
  return { word: spare < 0 ? 'dates.broken' : 'dates.spare', days: Math.abs(spare), isBroken: spare < 0 };
}

/** Where the days of a milestone stand on a line of time, 0 to 1; null where a day is not known. */
export interface Marks {
  readonly baseline: number | null;
  readonly forecast: number | null;
  readonly actual: number | null;
}

/** The line of time of some milestones: whole years. */
export function axisOfMilestones(milestones: readonly Milestone[], today: string): TimeAxis {
  const days = milestones.flatMap(({ baseline, forecast, actual }) => [baseline, forecast, actual].filter((day) => day !== null));
  return yearsOver([today, ...days]);
}

/** The marks of a milestone on that line. */
export function marksOf(axis: TimeAxis, { baseline, forecast, actual }: Milestone): Marks {
  const at = (day: string | null): number | null => (day !== null && isDay(day) ? positionOf(axis, day) : null);
  return { baseline: at(baseline), forecast: actual === null ? at(forecast) : null, actual: at(actual) };
}

/** A milestone as the form shows it. */
export function milestoneValues(milestone: Milestone, project: string): FormValues {
  return valuesOf('milestone', {
    id: milestone.id,
    project,
    position: milestone.position,
    name_zh: milestone.name.zh,
    name_en: milestone.name.en,
    baseline: milestone.baseline,
    frozen_on: milestone.frozenOn,
    forecast: milestone.forecast,
    actual: milestone.actual,
    note_zh: milestone.note.zh,
    note_en: milestone.note.en,
  });
}

/** One end of a dependency, as `project:id` or `milestone:id`. */
export interface TieDraft {
  /** Whether this project waits, or is waited for. */
  readonly waits: boolean;
  readonly own: string;
  readonly other: string;
  readonly kind: string;
  readonly lag: string;
}

/** The edit that makes a dependency; null while an end is missing or the lag is no whole number. */
export function tieEdit({ waits, own, other, kind, lag }: TieDraft): Edit | null {
  if (other === '' || own === '' || !/^-?\d{1,5}$/.test(lag.trim())) return null;
  const [from, to] = waits ? [other, own] : [own, other];
  return {
    action: 'create',
    table: 'dependency',
    fields: { from_kind: kindOf(from), from_id: idOf(from), to_kind: kindOf(to), to_id: idOf(to), kind, lag_days: Number(lag) },
  };
}

/** The edit that takes a dependency out. */
export function untieEdit({ from, to, rev }: Waiting): Edit {
  return { action: 'withdraw', table: 'dependency', key: [from.kind, from.id, to.kind, to.id].join('|'), rev };
}

function kindOf(end: string): string {
  return end.slice(0, end.indexOf(':'));
}

function idOf(end: string): string {
  return end.slice(end.indexOf(':') + 1);
}
