import type { OwnParts } from '@westgate/contract';
import { closedDays, drillOn, drillsOf, levelsAt, partsOf, type Row, switchesOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { thingOf } from './thing.ts';

/** What the page of a dual-use asset tells beside its columns: its switches, its drills, its parts and how often the river closes them. */
export function assetBeside(view: View, { id, place }: Row<'dual_use_asset'>): OwnParts<'dual_use_asset'> {
  const { whole, asOf } = view;
  const [parts, levels] = [partsOf(whole, id), levelsAt(whole, place)];
  return {
    switches: switchesOf(whole, id, asOf).map(({ on, at, mode, reason_zh, reason_en }) => ({
      on,
      at,
      mode,
      reason: pair(reason_zh, reason_en),
    })),
    drills: drillsOf(whole, id).map((drill) => ({
      drill: thingOf(whole, 'drill', drill.id),
      plannedOn: drill.planned_on,
      heldOn: drill.held_on,
      minutes: drill.minutes,
      persons: drill.persons,
      standing: drillOn(whole, drill, asOf),
    })),
    parts: parts.map((part) => {
      const { days, why } = closedDays(levels, part.elevation);
      const { rev, kind, elevation, confidence, name_zh, name_en } = part;
      return {
        id: part.id,
        rev,
        name: pair(name_zh, name_en),
        kind,
        elevation,
        closedDays: days,
        why,
        source: sourceAt(whole, part),
        confidence,
      };
    }),
    levels: levels.map((level) => ({
      level: level.level_m,
      days: level.days,
      closed: parts.flatMap(({ elevation, name_zh, name_en }) =>
        elevation !== null && elevation < level.level_m ? [pair(name_zh, name_en)] : [],
      ),
      source: sourceAt(whole, level),
      confidence: level.confidence,
      rev: level.rev,
    })),
  };
}
