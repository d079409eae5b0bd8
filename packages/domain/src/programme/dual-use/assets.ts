import { addMonths, byText, type DayString } from '@westgate/base';
import type { AssetGap, AssetMode, DrillStanding } from '../../register/fields/vocabulary.ts';
import { type Groups, grouped, regrouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';
import { wholeBehind } from '../../register/whole-behind.ts';

type Asset = Row<'dual_use_asset'>;
type Drill = Row<'drill'>;
type Switch = Row<'mode_change'>;

/** To which modes an asset may be switched from each: on to the next, back where it is called off, and into an emergency again while the water is still there. */
const NEXT_MODES: Readonly<Record<AssetMode, readonly AssetMode[]>> = {
  normal: ['preparing'],
  preparing: ['emergency', 'normal'],
  emergency: ['draining', 'recovery'],
  draining: ['recovery', 'emergency'],
  recovery: ['normal', 'preparing'],
};

/** The modes that may follow one. */
export function modesAfter(mode: AssetMode): readonly AssetMode[] {
  return NEXT_MODES[mode];
}

/** When a switch was done, so that texts of it stand in order of time. */
export function momentOf({ on, at }: Pick<Switch, 'on' | 'at'>): string {
  return `${on} ${at}`;
}

/** The switches of an asset up to a day, the earliest first. */
export function switchesOf(register: Register, asset: string, asOf: DayString): readonly Switch[] {
  return (switchesByAsset(register).get(asset) ?? []).filter(({ on }) => on <= asOf).toSorted((a, b) => byText(momentOf(a), momentOf(b)));
}

/** The mode of an asset on a day: that of its last switch; an asset that was never switched is as on ordinary days. */
export function modeOn(register: Register, asset: string, asOf: DayString): AssetMode {
  return switchesOf(register, asset, asOf).at(-1)?.mode ?? 'normal';
}

/** The drills of an asset, by the day they were held or are planned for. */
export function drillsOf(register: Register, asset: string): readonly Drill[] {
  return (drillsByAsset(register).get(asset) ?? []).toSorted((a, b) => byText(dayOfDrill(a), dayOfDrill(b)));
}

/** The last drill of an asset that was held by a day; null where none was. */
export function lastDrillOf(register: Register, asset: string, asOf: DayString): Drill | null {
  const held = drillsOf(register, asset).filter((drill) => drill.held_on !== null && drill.held_on <= asOf);
  return held.toSorted((a, b) => byText(a.held_on ?? '', b.held_on ?? '')).at(-1) ?? null;
}

/** Whether a drill on that day is of the year up to a day. */
export function isOfTheYear(heldOn: DayString, asOf: DayString): boolean {
  return heldOn <= asOf && heldOn > addMonths(asOf, -12);
}

/** How a drill stands on a day. A time is compared with the one that is planned; without one of the two that is not known, and is never in time. */
export function drillStanding(
  { planned_on, held_on, minutes, acceptance_zh, acceptance_en }: Drill,
  activationHours: number | null,
  asOf: DayString,
): DrillStanding | null {
  if (held_on === null || held_on > asOf) return planned_on === null ? null : planned_on < asOf ? 'overdue' : 'planned';
  const isAccepted = acceptance_zh !== null || acceptance_en !== null;
  if (minutes === null || activationHours === null) return 'not-measured';
  if (minutes <= activationHours * 60) return 'in-time';
  return isAccepted ? 'accepted' : 'too-slow';
}

/** How a drill of the register stands on a day. */
export function drillOn(register: Register, drill: Drill, asOf: DayString): DrillStanding | null {
  return drillStanding(drill, assetOf(register, drill.asset)?.activation_hours ?? null, asOf);
}

/** An asset by its id; undefined where there is none. */
export function assetOf(register: Register, id: string): Asset | undefined {
  const assets: ReadonlyMap<string, Asset> = register.dual_use_asset;
  return assets.get(id);
}

/** What an asset lacks on a day. Where drills of it are withheld from the reader that is said, and nothing of its drills. */
export function gapsOf(register: Register, asset: Asset, asOf: DayString): readonly AssetGap[] {
  const whole = wholeBehind(register)?.whole;
  const isWithheld = whole !== undefined && drillsOf(whole, asset.id).length > drillsOf(register, asset.id).length;
  const last = lastDrillOf(register, asset.id, asOf);
  const holds: readonly (AssetGap | false)[] = [
    !isWithheld && (last?.held_on == null || !isOfTheYear(last.held_on, asOf)) && 'no-drill',
    !isWithheld && last !== null && drillOn(register, last, asOf) === 'too-slow' && 'too-slow',
    asset.emergency_capacity === null && 'capacity',
    isBlank(asset.route_zh, asset.route_en) && 'no-route',
    asset.owner === null && 'no-owner',
    isBlank(asset.trigger_zh, asset.trigger_en) && 'no-trigger',
    isWithheld && 'withheld',
  ];
  return holds.filter((gap) => gap !== false);
}

/** On how many days a year the water stands above a level. */
export interface LevelDays {
  readonly level_m: number;
  readonly days: number;
}

/** On how many days a year a part is closed; where that is not known, why not. */
export interface ClosedDays {
  readonly days: number | null;
  readonly why: 'no-elevation' | 'no-levels' | 'below-levels' | 'above-levels' | null;
}

/**
 * On how many days a year water stands above a height, from how often it stands above some levels: straight between two of them, exact at each, and not known
 * below the lowest or above the highest.
 */
export function closedDays(levels: readonly LevelDays[], elevation: number | null): ClosedDays {
  const unknown = (why: ClosedDays['why']): ClosedDays => ({ days: null, why });
  if (elevation === null) return unknown('no-elevation');
  const ordered = levels.toSorted((a, b) => a.level_m - b.level_m);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (!lowest || !highest) return unknown('no-levels');
  if (elevation < lowest.level_m) return unknown('below-levels');
  if (elevation > highest.level_m) return unknown('above-levels');
  const upper = ordered.find(({ level_m }) => level_m >= elevation) ?? highest;
  const lower = ordered.findLast(({ level_m }) => level_m <= elevation) ?? lowest;
  if (upper.level_m === lower.level_m) return { days: upper.days, why: null };
  const share = (elevation - lower.level_m) / (upper.level_m - lower.level_m);
  return { days: lower.days + (upper.days - lower.days) * share, why: null };
}

/** The parts of an asset, the lowest first, those whose height is not known last. */
export function partsOf(register: Register, asset: string): readonly Row<'asset_part'>[] {
  return (partsByAsset(register).get(asset) ?? []).toSorted((a, b) => (a.elevation ?? 1e9) - (b.elevation ?? 1e9) || byText(a.id, b.id));
}

/** The everyday levels at a place, the lowest first. */
export function levelsAt(register: Register, place: string | null): readonly Row<'everyday_level'>[] {
  return place === null ? [] : (levelsByPlace(register).get(place) ?? []).toSorted((a, b) => a.level_m - b.level_m);
}

const drillsByAsset = registerIndex<Groups<Drill>>({
  basis: { drill: 'rows' },
  build: (register) => grouped(register.drill.values(), ofAsset),
  grow: (held, { drill: changes = [] }) => regrouped(held, changes, ofAsset),
});
const switchesByAsset = registerIndex<Groups<Switch>>({
  basis: { mode_change: 'rows' },
  build: (register) => grouped(register.mode_change.values(), ofAsset),
  grow: (held, { mode_change: changes = [] }) => regrouped(held, changes, ofAsset),
});
const partsByAsset = registerIndex<Groups<Row<'asset_part'>>>({
  basis: { asset_part: 'rows' },
  build: (register) => grouped(register.asset_part.values(), ofAsset),
  grow: (held, { asset_part: changes = [] }) => regrouped(held, changes, ofAsset),
});
const levelsByPlace = registerIndex<Groups<Row<'everyday_level'>>>({
  basis: { everyday_level: 'rows' },
  build: (register) => grouped(register.everyday_level.values(), ofPlace),
  grow: (held, { everyday_level: changes = [] }) => regrouped(held, changes, ofPlace),
});

function ofAsset({ asset }: { readonly asset: string }): string {
  return asset;
}
function ofPlace({ place }: { readonly place: string }): string {
  return place;
}
function dayOfDrill({ held_on, planned_on }: Drill): string {
  return held_on ?? planned_on ?? '9999';
}
function isBlank(zh: string | null, en: string | null): boolean {
  return zh === null && en === null;
}
