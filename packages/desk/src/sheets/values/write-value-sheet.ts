import type { Language } from '@westgate/base';
import {
  checkIndicatorsOf,
  districtOf,
  inventedLabel,
  nearbyNote,
  nearbyOf,
  noticeOf,
  type PlacesOn,
  type Register,
  type Row,
  workedOut,
  writeTextCell,
} from '@westgate/domain';
import { writeCsv } from '../../folder/csv.ts';
import { jobRunner } from '../../jobs/job-runner.ts';
import { nameIn } from '../common/kept-words.ts';
import type { jobs } from '../common/write-sheet-job.ts';
import { COLUMNS, COMPUTED, listWordOf, VALUE_COLUMNS, type ValueColumn } from './value-columns.ts';

const run = jobRunner<typeof jobs>(new URL('../common/write-sheet-job.js', import.meta.url));
const LIMITS = { isLong: true } as const;
const SHEET_NAME = { zh: '指标数据', en: 'Values' } as const;
const WRITTEN = VALUE_COLUMNS.filter((name) => name !== 'note');
type Cells = Partial<Record<ValueColumn, string | number | null>>;

/**
 * All values of indicators, of the whole and by place, one a row: a sheet (.xlsx) that can be edited and brought back. What is worked out from places on a day stands
 * below them, and is not brought back. It is written in a worker.
 */
export async function writeValueSheet(register: Register, on: PlacesOn, language: Language): Promise<Uint8Array> {
  const cells = cellsOf(register, on, language);
  const sheet = {
    name: SHEET_NAME[language],
    title: titleOf(register, language),
    columns: WRITTEN.map((name) => ({ head: COLUMNS[name].head[language], width: COLUMNS[name].width, format: null })),
    rows: cells.map((row) => WRITTEN.map((name) => row[name] ?? null)),
  };
  return run('write-sheet', sheet, LIMITS);
}

/** The same as CSV: UTF-8 with a byte order mark. Of an invented district a line above the head says so. */
export function writeValueCsv(register: Register, on: PlacesOn, language: Language): string {
  const rows = cellsOf(register, on, language).map((row) =>
    WRITTEN.map((name) => {
      const cell = row[name] ?? '';
      return typeof cell === 'number' ? String(cell) : writeTextCell(cell);
    }),
  );
  const title = districtOf(register)?.invented ? [[writeTextCell(titleOf(register, language))]] : [];
  return `\uFEFF${writeCsv([...title, WRITTEN.map((name) => COLUMNS[name].head[language]), ...rows])}`;
}

function cellsOf(register: Register, on: PlacesOn, language: Language): readonly Cells[] {
  const district = districtOf(register);
  const indicators: ReadonlyMap<string, Row<'indicator'>> = register.indicator;
  const sources: ReadonlyMap<string, Row<'source'>> = register.source;
  const places: ReadonlyMap<string, Row<'place'>> = register.place;
  const named = (id: string): Cells => {
    const indicator = indicators.get(id);
    const unit = indicator && district?.units[indicator.unit];
    return {
      indicator: id,
      indicatorName: indicator ? nameIn(indicator, language) : null,
      unit: unit?.[language] ?? indicator?.unit ?? null,
    };
  };
  const placeCells = (id: string): Cells => {
    const place = places.get(id);
    return { place: id, placeName: place ? nameIn(place, language) : null };
  };
  const shared = ({
    indicator: id,
    period,
    value,
    status,
    source,
    confidence,
    note_zh,
    note_en,
  }: Row<'place_value'> | Row<'indicator_value'>): Cells => {
    return {
      ...named(id),
      period,
      value,
      status: status === null ? null : listWordOf('status', status, language),
      source,
      sourceName: sources.get(source)?.title ?? null,
      confidence: listWordOf('confidence', confidence, language),
      noteZh: note_zh,
      noteEn: note_en,
    };
  };
  const whole = [...register.indicator_value.values()].map(
    (row): Cells => ({
      ...shared(row),
      kind: listWordOf('kind', row.kind, language),
      qualifier: row.qualifier === null ? null : listWordOf('qualifier', row.qualifier, language),
      breaks: row.breaks_series ? listWordOf('breaks', 'true', language) : null,
    }),
  );
  const placed = [...register.place_value.values()].map((row): Cells => ({ ...shared(row), ...placeCells(row.place), weight: row.weight }));
  const computed = checkIndicatorsOf(register).flatMap((indicator) => {
    const nearby = nearbyOf(register, indicator, on);
    return workedOut(register, indicator, on).map(([place, value]): Cells => {
      const note = nearbyNote(register, indicator, nearby.get(place));
      const told = { period: on.asOf, value, kind: COMPUTED.kind[language], sourceName: COMPUTED.source[language] };
      return { ...named(indicator.id), ...placeCells(place), ...told, noteZh: note?.zh ?? null, noteEn: note?.en ?? null };
    });
  });
  return [...whole, ...placed, ...computed];
}

function titleOf(register: Register, language: Language): string {
  const district = districtOf(register);
  const name = (district && nameIn(district, language)) ?? '';
  const label = (district && inventedLabel(noticeOf(district), language)) ?? '';
  if (language === 'zh') return `${name}指标数据${label === '' ? '' : `（${label}）`}`;
  return ['Values of indicators', name, label].filter((part) => part !== '').join(', ');
}
