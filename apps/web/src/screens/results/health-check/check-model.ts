import type { Bilingual } from '@westgate/base';
import type { CheckRow, CheckUnits, Edit, HealthCheck } from '@westgate/contract';
import { type CheckCounts, checkCounts, vocabulary } from '@westgate/domain';

/** The indicators of one level, in their groups. */
export interface LevelRows {
  readonly level: CheckRow['level'];
  readonly rows: readonly CheckRow[];
  readonly groups: readonly { readonly name: Bilingual; readonly rows: readonly CheckRow[] }[];
}

/** The rows by level, the smallest first, and within by group as they come. A level without rows is left out. */
export function levelsOf(rows: readonly CheckRow[]): readonly LevelRows[] {
  return vocabulary.CHECK_LEVELS.map((level) => {
    const own = rows.filter((row) => row.level === level);
    const names = [...new Map(own.map(({ group }) => [`${group.zh}|${group.en}`, group])).entries()];
    const groups = names.map(([key, name]) => ({ name, rows: own.filter(({ group }) => `${group.zh}|${group.en}` === key) }));
    return { level, rows: own, groups };
  }).filter(({ rows: own }) => own.length > 0);
}

/** What the rows of a health check come to. */
export function countsIn(rows: readonly CheckRow[]): CheckCounts {
  return checkCounts(rows.map(({ standing }) => standing));
}

/** How many problems stand at each step, the gravest first; steps at which none is are left out. */
export function stepsOf(problems: HealthCheck['problems']): readonly (readonly [HealthCheck['problems'][number]['standing'], number])[] {
  return vocabulary.PROBLEM_STANDINGS.map((name) => [name, problems.filter(({ standing }) => standing === name).length] as const).filter(
    ([, count]) => count > 0,
  );
}

/** The units below the threshold for which no problem is open. */
export function unraised(rows: CheckUnits['rows']): CheckUnits['rows'] {
  return rows.filter(({ standing, problem }) => standing === 'below' && problem === null);
}

/** One problem for each of these units, as one change: named after the unit and the indicator, raised on a day. */
export function problemEdits(
  units: CheckUnits['rows'],
  indicator: CheckUnits['indicator'],
  owner: string | null,
  day: string,
): readonly Edit[] {
  return units.map(({ place }) => ({
    action: 'create',
    table: 'issue',
    fields: {
      name_zh: joined('：', place.name.zh, indicator.name.zh),
      name_en: joined(': ', place.name.en, indicator.name.en),
      level: 'department',
      owner,
      indicator: indicator.id,
      place: place.id,
      raised_on: day,
    },
  }));
}

function joined(by: string, ...texts: readonly (string | null)[]): string | null {
  const held = texts.filter((text) => text !== null && text !== '');
  return held.length === 0 ? null : held.join(by);
}

/** A value of a unit as it is held. */
type PlaceValue = CheckUnits['rows'][number]['held'][number];

/** What was typed for a unit: a value, and what it counts for in a mean; null where that was not typed. */
export interface TypedUnit {
  readonly value: number;
  readonly weight: number | null;
}

/** The value of a unit for a period from a source, where there is one already. */
export function heldFor({ held }: CheckUnits['rows'][number], basis: Readonly<Record<string, unknown>>): PlaceValue | null {
  return held.find(({ period, source }) => period === basis.period && source.id === basis.source) ?? null;
}

/**
 * Values that were typed for units as edits: new ones are made, others of the same period and source corrected, what is as it was left out. A new one
 * counts for as much as the last one did, where no weight was typed; one that is corrected stays as sure and as final as it was, where nothing else was `chosen`.
 */
export function unitEdits(
  rows: CheckUnits['rows'],
  indicator: string,
  typed: Readonly<Record<string, TypedUnit>>,
  basis: Readonly<Record<string, unknown>>,
  chosen: readonly string[],
): readonly Edit[] {
  return rows.flatMap((row): readonly Edit[] => {
    const { place, held } = row;
    const given = typed[place.id];
    if (given === undefined) return [];
    const { value, weight } = given;
    const before = heldFor(row, basis);
    if (!before)
      return [
        {
          action: 'create',
          table: 'place_value',
          fields: { indicator, place: place.id, ...basis, value, weight: weight ?? held.at(-1)?.weight ?? null },
        },
      ];
    const said = ['status', 'confidence'].filter((column) => chosen.includes(column));
    if (before.value === value && (weight === null || weight === before.weight) && said.length === 0) return [];
    const told = {
      source: basis.source,
      confidence: before.confidence,
      ...Object.fromEntries(said.map((column) => [column, basis[column] ?? null])),
    };
    const fields = { value, ...(weight === null ? {} : { weight }), ...told };
    return [{ action: 'revise', table: 'place_value', key: before.key, rev: before.rev, fields }];
  });
}
