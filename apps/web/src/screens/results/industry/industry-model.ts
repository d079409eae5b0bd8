import { addDays, byText, isDay } from '@westgate/base';
import type { IndustryBoard, IndustryRow } from '@westgate/contract';
import { positionOf, type TimeAxis, yearsOver } from '../../../parts/time-axis.ts';

type Scheme = IndustryBoard['schemes'][number];
type Review = NonNullable<IndustryRow['standing']>;

/** The industries of one tier on the day shown; `tier` null: those in none. */
export interface TierGroup {
  readonly tier: Scheme['tiers'][number] | null;
  readonly rows: readonly IndustryRow[];
}

/** A stay as it is drawn: from where to where, 0 to 1, on which level of how many, the highest 0; whether it begins by a move within its scheme. */
export interface DrawnStay {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly levels: number;
  readonly movedFrom: number | null;
  readonly isPlanned: boolean;
}

/** What holds on a day, of what follows each other; null where nothing does. */
export function heldOn<Held extends { readonly from: string; readonly until: string | null }>(
  all: readonly Held[],
  day: string,
): Held | null {
  return all.find(({ from, until }) => from <= day && (until === null || day <= until)) ?? null;
}

/** What is observed of an industry, in the order in which it is told. */
export const MEASURES = ['firms', 'revenue', 'jobs', 'research'] as const;

/** The rows under the tiers of a scheme as they stood on a day, the highest tier first; those in none last. A tier without rows is there: that it is empty tells something. */
export function tierGroups(board: Pick<IndustryBoard, 'rows'>, scheme: Scheme | null, day: string): readonly TierGroup[] {
  const tierOf = (row: IndustryRow): string | null => heldOn(row.stays, day)?.tier ?? null;
  const named = (scheme?.tiers ?? []).map((tier) => ({ tier, rows: board.rows.filter((row) => tierOf(row) === tier.tier.id) }));
  const rest = board.rows.filter((row) => tierOf(row) === null);
  return rest.length > 0 ? [...named, { tier: null, rows: rest }] : named;
}

/** The day as of which a scheme is looked at: the day shown where it holds then, else its last day, or its first where it is still to come. */
export function dayIn({ from, until }: Pick<Scheme, 'from' | 'until'>, day: string): string {
  if (day < from) return from;
  return until !== null && until < day ? until : day;
}

/** The axis over all schemes: from the year before the first scheme or entry to the end of the next year of the day shown, or of the last move. */
export function tiersAxis(board: Pick<IndustryBoard, 'rows' | 'schemes'>, day: string): TimeAxis {
  const days = [...board.schemes.map(({ from }) => from), ...board.rows.flatMap(({ stays }) => stays.map(({ from }) => from)), day];
  return yearsOver([...days, isDay(day) ? addDays(day, 365) : day]);
}

/** The stays of an industry as they are drawn on the axis. */
export function drawnStays({ stays }: IndustryRow, schemes: readonly Scheme[], axis: TimeAxis, day: string): readonly DrawnStay[] {
  const placeOf = new Map(
    schemes.flatMap(({ tiers }, scheme) => tiers.map(({ tier }, level) => [tier.id, { scheme, level, levels: tiers.length }] as const)),
  );
  return stays.flatMap((stay, index) => {
    const place = placeOf.get(stay.tier);
    if (!place) return [];
    const before = stays[index - 1];
    const earlier = before && placeOf.get(before.tier);
    const isMove = earlier?.scheme === place.scheme;
    return [
      {
        from: positionOf(axis, stay.from),
        to: stay.until === null ? 1 : positionOf(axis, stay.until),
        level: place.level,
        levels: place.levels,
        movedFrom: isMove ? earlier.level : null,
        isPlanned: stay.from > day,
      },
    ];
  });
}

/** Where schemes begin on the axis, but the first. */
export function breaksOf(schemes: readonly Scheme[], axis: TimeAxis): readonly number[] {
  return schemes.slice(1).map(({ from }) => positionOf(axis, from));
}

const GRAVITY: readonly (Review | null)[] = ['overdue', 'near', 'in-time', null];

/** The industries that are raised, or were reviewed: the gravest first, then the earliest due. */
export function pipelineRows(rows: readonly IndustryRow[]): readonly IndustryRow[] {
  const raised = rows.filter(({ standing, stage }) => standing !== null || stage !== null);
  return [...raised].sort((a, b) => GRAVITY.indexOf(a.standing) - GRAVITY.indexOf(b.standing) || byText(a.due ?? '9', b.due ?? '9'));
}

/** How many reviews are past their day. */
export function overdueCount(rows: readonly IndustryRow[]): number {
  return rows.filter(({ standing }) => standing === 'overdue').length;
}

/** A value of the axis with the projects that are reported under it, the latest behind first; `value` null: projects under none. */
export interface UpwardGroup {
  readonly value: { readonly id: string; readonly name: { readonly zh: string | null; readonly en: string | null } } | null;
  readonly projects: readonly IndustryBoard['projects'][number][];
}

/** The projects of the matrix under each value of the axis. A project under several stands under each; a value without one is there. */
export function upwardGroups({ axis, projects }: Pick<IndustryBoard, 'axis' | 'projects'>): readonly UpwardGroup[] {
  const byLateness = (all: readonly UpwardGroup['projects'][number][]) => [...all].sort((a, b) => (b.lateBy ?? -1) - (a.lateBy ?? -1));
  const named = (axis?.values ?? []).map((value) => ({
    value,
    projects: byLateness(projects.filter(({ values }) => values.includes(value.id))),
  }));
  const rest = projects.filter(({ values }) => values.length === 0);
  return rest.length > 0 ? [...named, { value: null, projects: byLateness(rest) }] : named;
}
