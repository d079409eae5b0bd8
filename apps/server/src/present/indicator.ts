import type { Indicator, IndicatorDetail, IndicatorValue } from '@westgate/contract';
import { aimOf, type DatedValue, indicatorSeries, keyOf, latestActual, type Row, targetOn } from '@westgate/domain';
import { linksIn, shownBy, type View } from '../view/view.ts';
import { belongsIn } from './belongs.ts';
import { unitOf } from './figure.ts';
import { idsOfLinks, linkCounts } from './linked.ts';
import { neighbours } from './order.ts';
import { sourceAt, sourceNamed } from './source.ts';
import { pair } from './text.ts';
import { idsOf, missing } from './thing.ts';

/** An indicator by its id, as it is shown; null where there is none. */
export const indicatorIn: (view: View, id: string) => Indicator | null = shownBy('indicator', indicatorOf);

/** One indicator with its dated values, earliest first, and its neighbours; on a day before today without what was measured after it. */
export function indicatorDetail(view: View, id: string): IndicatorDetail {
  const indicator = indicatorIn(view, id);
  if (!indicator) throw missing('indicator', id);
  const series = indicatorSeries(view.register, id);
  const { asOf, today } = view;
  const measured = series?.measured.filter(({ last }) => asOf >= today || last <= asOf) ?? [];
  const values = [...measured, ...(series?.targets ?? [])];
  return {
    ...indicator,
    values: values.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0)).map((value) => datedValueOf(view, value)),
    ...neighbours(view.register, 'indicator', idsOf(view.register, 'indicator'), id),
  };
}

/** The latest measured value of an indicator on the day of a view. */
export function actualIn({ register, asOf }: View, id: string): Row<'indicator_value'> | null {
  const series = indicatorSeries(register, id);
  return (series && latestActual(series, asOf))?.row ?? null;
}

/** The next target of an indicator on the day of a view, else the last one. */
export function targetIn({ register, asOf }: View, id: string): Row<'indicator_value'> | null {
  const series = indicatorSeries(register, id);
  return (series && targetOn(series, asOf))?.row ?? null;
}

function indicatorOf(view: View, row: Row<'indicator'>): Indicator {
  const { register } = view;
  const links = linksIn(view, 'indicator', row.id);
  const series = indicatorSeries(register, row.id);
  const [actual, target] = series ? [latestActual(series, view.asOf), targetOn(series, view.asOf)] : [null, null];
  return {
    id: row.id,
    rev: row.rev,
    name: pair(row.name_zh, row.name_en),
    unit: row.unit,
    unitName: unitOf(view, row.unit),
    direction: row.direction,
    definition: pair(row.definition_zh, row.definition_en),
    source: sourceAt(register, row),
    aim: aimOf(register, 'indicator', row.id),
    tags: [...row.tags],
    ...belongsIn(view, 'indicator', row.id),
    actual: actual && datedValueOf(view, actual),
    target: target && datedValueOf(view, target),
    sentenceIds: idsOfLinks(links.sentences),
    commitmentIds: idsOfLinks(links.commitments),
    projectIds: idsOfLinks(links.projects),
    linked: linkCounts(links),
  };
}

function datedValueOf(view: View, { row }: DatedValue): IndicatorValue {
  return {
    rev: row.rev,
    kind: row.kind,
    period: row.period,
    value: row.value,
    qualifier: row.qualifier,
    source: sourceNamed(view.register, row.source),
    confidence: row.confidence,
    note: pair(row.note_zh, row.note_en),
    changed: view.changed('indicator_value', keyOf('indicator_value', row)),
  };
}
