import { byText, type DayString } from '@westgate/base';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import { assetOf, drillStanding, drillsOf, isOfTheYear } from '../dual-use/assets.ts';

/** Why the drills of the assets of a project do not meet what a gate asks for. */
export type DrillWhy = 'no-drill' | 'drill-old' | 'drill-slow' | 'drill-not-measured';

/** The drill that meets what a gate asks for, or why none does. */
export type DrillProof =
  | { readonly drill: Row<'drill'>; readonly on: DayString; readonly why: null }
  | { readonly drill: null; readonly why: DrillWhy };

/** The drills of the assets of a project that were held, the earliest first. */
function drillsOfProject(register: Register, project: string): readonly (Row<'drill'> & { readonly held_on: DayString })[] {
  return [...register.dual_use_asset.values()]
    .filter((asset) => asset.project === project)
    .flatMap(({ id }) => drillsOf(register, id))
    .filter((drill): drill is Row<'drill'> & { readonly held_on: DayString } => drill.held_on !== null)
    .sort((a, b) => byText(a.held_on, b.held_on));
}

/** Why a drill that was held does not prove on a day that the switch works in time; null where it does. */
export function drillFault(register: Register, drill: Row<'drill'>, on: DayString): DrillWhy | null {
  if (drill.held_on === null) return 'no-drill';
  if (!isOfTheYear(drill.held_on, on) && drill.held_on <= on) return 'drill-old';
  const standing = drillStanding(drill, assetOf(register, drill.asset)?.activation_hours ?? null, drill.held_on);
  if (standing === 'too-slow') return 'drill-slow';
  return standing === 'in-time' || standing === 'accepted' ? null : 'drill-not-measured';
}

/**
 * The drill by which the assets of a project meet what a gate asks for on a day: the newest of the day or before that was held within a year and took no longer than
 * planned, or was accepted; where all are later, the first of them.
 */
export function drillProof(
  register: Register,
  project: string,
  on: DayString,
  isKnown: (row: { readonly on: DayString }) => boolean,
): DrillProof {
  const held = drillsOfProject(register, project).filter(({ held_on }) => isKnown({ on: held_on }));
  const fitting = held.filter((drill) => drillFault(register, drill, on) === null);
  const found = fitting.findLast(({ held_on }) => held_on <= on) ?? fitting[0];
  if (found) return { drill: found, on: found.held_on, why: null };
  const last = held.at(-1);
  return { drill: null, why: last ? (drillFault(register, last, on) ?? 'no-drill') : 'no-drill' };
}
